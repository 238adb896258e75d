/** A view beside a page that has its own ideas: what it leaves alone, what it restores, what it leaves behind. */
import type { Page } from '@playwright/test';
import { PACKAGE, expect, test } from './support.js';

const GAZETTEER = {
  entities: [
    { id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063 } },
    { id: 'idlib', type: 'city', name: 'Idlib', links: { geonames: 169389 } },
  ],
};
const HTML = '<h1>Aleppo</h1><div><p>In <b>Idlib</b> and in Aleppo.</p><p>In Idlib.</p></div>';
const given = { address: PACKAGE, gazetteer: GAZETTEER, html: HTML };

type Given = typeof globalThis & {
  root: HTMLElement;
  view: import('namelight').View;
  highlighter: import('namelight').Highlighter;
};

async function open(page: Page): Promise<void> {
  await page.goto('/pages/blank.html');
  await page.evaluate(async ({ address, gazetteer, html }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = html;
    const highlighter = createHighlighter({ pack: gazetteer });
    const view = await highlighter.highlight(root, { card: false });
    Object.assign(globalThis, { root, view, highlighter });
  }, given);
}

/** Names and sizes of the registered highlights, and how many sheets were adopted. */
const state = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...[...CSS.highlights].map(([name, { size }]) => `${name} ${size}`),
    `sheets ${document.adoptedStyleSheets.length}`,
  ]);

const LIT = ['namelight-place 4', 'sheets 1'];

test('reading, painting and selecting change nothing in the page', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const { records, before, during, after } = await page.evaluate(async ({ address, gazetteer, html }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = html;
    const before = document.documentElement.outerHTML;
    let records = 0;
    const observer = new MutationObserver((list) => (records += list.length));
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
    view.next();
    await view.asOf('2020-01-01');
    const during = document.documentElement.outerHTML;
    view.dispose();
    records += observer.takeRecords().length;
    return { records, before, during, after: document.documentElement.outerHTML };
  }, given);
  expect(records).toBe(0);
  expect(during).toBe(before);
  expect(after).toBe(before);
});

test('highlights that the page clears are set again when it is scrolled or used, or something is selected', async ({
  page,
}) => {
  await open(page);
  expect(await state(page)).toEqual(LIT);
  // Cleared by the page's own answer to what the reader does, which comes after ours.
  const uses: [type: string, use: () => Promise<void>][] = [
    ['scroll', () => page.mouse.wheel(0, 300)],
    ['pointerover', () => page.mouse.move(30, 30)],
    ['click', () => page.mouse.click(30, 30)],
    ['keydown', () => page.keyboard.press('a')],
  ];
  await page.evaluate(() => document.body.style.setProperty('height', '4000px'));
  for (const [type, use] of uses) {
    await page.evaluate((type) => {
      Object.assign(globalThis, { cleared: false });
      const clear = (): void => {
        CSS.highlights.clear();
        Object.assign(globalThis, { cleared: true });
      };
      addEventListener(type, clear, { once: true });
    }, type);
    await use();
    await page.waitForFunction('cleared');
    await expect.poll(() => state(page), type).toEqual(LIT);
  }
  await page.evaluate(() => {
    CSS.highlights.clear();
    (globalThis as Given).view.select(null);
  });
  expect(await state(page)).toEqual(LIT);
});

test('a list of style sheets that the page replaces gets ours again', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [new CSSStyleSheet()];
    (globalThis as Given).root.append('Aleppo');
  });
  await expect.poll(() => state(page)).toEqual(['namelight-place 5', 'sheets 2']);
});

test('after dispose nothing follows the page any more', async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const { root, view, highlighter } = globalThis as Given;
    root.append('Aleppo');
    view.dispose();
    CSS.highlights.set('own', new Highlight());
    root.append('Idlib');
    document.dispatchEvent(new Event('scroll'));
    await highlighter.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  expect(await state(page)).toEqual(['own 0', 'sheets 0']);
});

test('a signal disposes the view, even before there is one', async ({ page }) => {
  await open(page);
  const outcome = await page.evaluate(async () => {
    const { root, view, highlighter } = globalThis as Given;
    view.dispose();
    const first = new AbortController();
    const second = await highlighter.highlight(root, { card: false, signal: first.signal });
    let told = 0;
    second.addEventListener('dispose', () => (told += 1));
    first.abort();
    const refused = await highlighter.highlight(root, { signal: AbortSignal.abort('no') }).catch((reason) => reason);
    return [told, refused];
  });
  expect(outcome).toEqual([1, 'no']);
  expect(await state(page)).toEqual(['sheets 0']);
});

test('views of nested roots live side by side', async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const { root, highlighter } = globalThis as Given;
    const inner = await highlighter.highlight(root.querySelector('div')!, { card: false });
    CSS.highlights.clear();
    document.dispatchEvent(new Event('scroll'));
    Object.assign(globalThis, { inner });
  });
  await expect.poll(() => state(page)).toEqual(['namelight-place 7', 'sheets 2']);
  await page.evaluate(() => (globalThis as unknown as { inner: import('namelight').View }).inner.dispose());
  expect(await state(page)).toEqual(LIT);
});

test('without observing, names stay as they were found until the view is refreshed', async ({ page }) => {
  await open(page);
  const counts = await page.evaluate(async () => {
    const { root, view, highlighter } = globalThis as Given;
    view.dispose();
    const still = await highlighter.highlight(root, { card: false, observe: false });
    root.append('Aleppo');
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const before = still.mentions.length;
    await still.refresh();
    return [before, still.mentions.length];
  });
  expect(counts).toEqual([4, 5]);
});

test('a mention that is current stays so when the page changes around it', async ({ page }) => {
  await open(page);
  const told = await page.evaluate(async () => {
    const { root, view } = globalThis as Given;
    view.select(1);
    const told: (number | null)[] = [];
    view.addEventListener('select', ({ detail }) => told.push(detail.index));
    const read = (): Promise<unknown> =>
      new Promise((resolve) => view.addEventListener('annotate', resolve, { once: true }));
    root.append('Aleppo');
    await read();
    root.prepend('Idlib. ');
    await read();
    root.querySelector('b')!.textContent = 'there';
    await read();
    return [...told, view.current];
  });
  expect(told).toEqual([2, null, null]);
});

test('an entity can be hidden on a page, and shown again', async ({ page }) => {
  await open(page);
  const states = await page.evaluate(async () => {
    const { view } = globalThis as Given;
    const texts = () => view.mentions.map(({ text }) => text);
    await view.mute('idlib');
    const hidden = [texts(), view.muted];
    await view.mute('idlib', false);
    return [hidden, [texts(), view.muted]];
  });
  expect(states).toEqual([
    [['Aleppo', 'Aleppo'], [{ id: 'idlib', name: 'Idlib' }]],
    [['Aleppo', 'Idlib', 'Aleppo', 'Idlib'], []],
  ]);
});

test('what is selected, copied and printed is the text of the page', async ({ page }) => {
  await open(page);
  const copied = await page.evaluate(() => {
    const { root } = globalThis as Given;
    getSelection()!.selectAllChildren(root);
    return getSelection()!.toString();
  });
  expect(copied.split(/\n+/)).toEqual(['Aleppo', 'In Idlib and in Aleppo.', 'In Idlib.']);
  await page.emulateMedia({ media: 'print' });
  expect(await state(page)).toEqual(LIT);
});
