/** Text in shadow trees and frames: read as it is shown, painted where it is, followed as it changes. */
import type { Page } from '@playwright/test';
import { PACKAGE, expect, test } from './support.js';

const GAZETTEER = {
  entities: [
    { id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063 } },
    { id: 'idlib', type: 'city', name: 'Idlib', links: { geonames: 169389 } },
    {
      id: 'bashar-al-assad',
      type: 'person',
      name: 'Bashar al-Assad',
      names: [{ text: 'Assad', form: 'short' }],
      links: { wikidata: 'Q44329' },
    },
  ],
};
const given = { address: PACKAGE, gazetteer: GAZETTEER };

/** The mentions of `view`, as its ranges read. */
const read = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { view } = globalThis as unknown as { view: import('namelight').View };
    return view.mentions.map((_, index) => {
      const { startContainer, startOffset, endContainer, endOffset } = view.rangeOf(index)!;
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    });
  });

async function open(page: Page, html: string): Promise<void> {
  await page.goto('/pages/blank.html');
  await page.evaluate(
    async ({ address, gazetteer, html }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.setHTMLUnsafe(html);
      await Promise.all(
        [...root.querySelectorAll('iframe')].map(
          (frame) => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true })),
        ),
      );
      const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
      Object.assign(globalThis, { view });
    },
    { ...given, html },
  );
}

const HOST =
  '<p>Assad left.</p><div id="host"><template shadowrootmode="open"><h2>Idlib</h2><slot name="b">Aleppo</slot>' +
  '<p>and <slot></slot>.</p></template>Bashar <b>al-</b>Assad <i slot="b">Idlib</i></div>';

test('slots are read where they are shown, and evidence is of the whole page', async ({ page }) => {
  await open(page, HOST);
  expect(await read(page)).toEqual(['Assad', 'Idlib', 'Idlib', 'Bashar al-Assad']);
});

test('a shadow tree has the styles while a view is there', async ({ page }) => {
  await open(page, HOST);
  const counts = await page.evaluate(async () => {
    const { view } = globalThis as unknown as { view: import('namelight').View };
    const { shadowRoot } = document.getElementById('host')!;
    const during = shadowRoot!.adoptedStyleSheets.length;
    view.dispose();
    return [during, shadowRoot!.adoptedStyleSheets.length, document.adoptedStyleSheets.length];
  });
  expect(counts).toEqual([1, 0, 0]);
});

test('changes in a shadow tree and of its slots are followed', async ({ page }) => {
  await open(page, HOST);
  await page.evaluate(() => {
    const { shadowRoot } = document.getElementById('host')!;
    shadowRoot!.querySelector('h2')!.textContent = 'Aleppo';
  });
  await expect.poll(() => read(page)).toEqual(['Assad', 'Aleppo', 'Idlib', 'Bashar al-Assad']);
  await page.evaluate(() => document.querySelector('i')!.removeAttribute('slot'));
  await expect.poll(() => read(page)).toEqual(['Assad', 'Aleppo', 'Aleppo', 'Bashar al-Assad', 'Idlib']);
});

test('a root within a shadow tree', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const found = await page.evaluate(async ({ address, gazetteer }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.setHTMLUnsafe('<div><template shadowrootmode="open"><p>Aleppo <b>Idlib</b></p></template></div>');
    const { shadowRoot } = root.firstElementChild!;
    const inner = shadowRoot!.querySelector('p')!;
    const view = await createHighlighter({ pack: gazetteer }).highlight(inner, { card: false });
    const [rect] = inner.querySelector('b')!.getClientRects();
    const at = view.mentionAt(rect!.left + 4, rect!.top + 4);
    return { texts: view.mentions.map(({ text }) => text), at, sheets: shadowRoot!.adoptedStyleSheets.length };
  }, given);
  expect(found).toEqual({ texts: ['Aleppo', 'Idlib'], at: 1, sheets: 1 });
});

const FRAME = '<p>Assad left.</p><iframe srcdoc="<p>Bashar al-Assad in Aleppo.</p>"></iframe><p>Idlib</p>';

test('a frame of the same origin is read and painted in its own document', async ({ page }) => {
  await open(page, FRAME);
  expect(await read(page)).toEqual(['Assad', 'Bashar al-Assad', 'Aleppo', 'Idlib']);
  const state = () =>
    page.evaluate(() => {
      const frame = document.querySelector('iframe')!.contentWindow as Window & typeof globalThis;
      return [frame, window].map(({ CSS, document }) => [
        [...CSS.highlights].map(([name, { size }]) => `${name} ${size}`),
        document.adoptedStyleSheets.length,
      ]);
    });
  expect(await state()).toEqual([
    [['namelight-actor 1', 'namelight-place 1'], 1],
    [['namelight-actor 1', 'namelight-place 1'], 1],
  ]);
  await page.evaluate(() => (globalThis as unknown as { view: import('namelight').View }).view.dispose());
  expect(await state()).toEqual([
    [[], 0],
    [[], 0],
  ]);
});

test('changes in a frame are followed, and a frame that shows another page', async ({ page }) => {
  await open(page, FRAME);
  await page.evaluate(() => {
    document.querySelector('iframe')!.contentDocument!.body.append('Idlib');
  });
  await expect.poll(() => read(page)).toEqual(['Assad', 'Bashar al-Assad', 'Aleppo', 'Idlib', 'Idlib']);
  await page.evaluate(() => {
    document.querySelector('iframe')!.srcdoc = '<p>Aleppo</p>';
  });
  await expect.poll(() => read(page)).toEqual(['Aleppo', 'Idlib']);
});

test('a point in a frame finds its mention', async ({ page }) => {
  await open(page, FRAME);
  const at = await page.evaluate(() => {
    const { view } = globalThis as unknown as { view: import('namelight').View };
    const frame = document.querySelector('iframe')!;
    const outer = frame.getBoundingClientRect();
    const range = frame.contentDocument!.createRange();
    const { startContainer, startOffset, endContainer, endOffset } = view.rangeOf(2)!;
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const inner = range.getBoundingClientRect();
    const edge = { x: frame.clientLeft, y: frame.clientTop };
    return view.mentionAt(outer.left + edge.x + inner.left + 4, outer.top + edge.y + inner.top + 4);
  });
  expect(at).toBe(2);
});

test('a mention far down in a frame far down comes into view', async ({ page }) => {
  const far = '<div style=\'height: 3000px\'></div>';
  await open(page, `<div style="height: 4000px"></div><iframe srcdoc="${far}<p>Aleppo</p>${far}"></iframe>`);
  const inSight = await page.evaluate(() => {
    const { view } = globalThis as unknown as { view: import('namelight').View };
    view.next();
    const frame = document.querySelector('iframe')!;
    const outer = frame.getBoundingClientRect();
    const inner = frame.contentDocument!.querySelector('p')!.getBoundingClientRect();
    const top = outer.top + inner.top;
    return inner.top > 0 && inner.bottom < outer.height && top > 0 && top < innerHeight;
  });
  expect(inSight).toBe(true);
});
