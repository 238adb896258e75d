/** What readers and browsers do with a lit page: select, copy, find, print, zoom, translate, hide it. */
import type { Page } from '@playwright/test';
import { expectLit, light, openWatched, type Row } from './news.js';
import { card, expect, pointOf, test } from './support.js';

const DATE = '2025-05-20';
const MENTIONS: Row[] = [
  ['ankara', 'Ankara', 1],
  ['istanbul', 'Istanbul', 1],
  ['turkey', 'Turkey', 1],
];

test.beforeEach(async ({ page }) => {
  await openWatched(page, '/pages/news/strict-policy.html');
  await light(page, DATE);
  await expectLit(page, MENTIONS);
});

test('a selection over names is the text of the page, and copied as such', async ({ page }) => {
  const copied = await page.evaluate(() => {
    const paragraph = document.querySelector('p') as HTMLElement;
    getSelection()?.selectAllChildren(paragraph);
    const data: string[] = [];
    const listen = ({ clipboardData }: ClipboardEvent): void => {
      data.push(...(clipboardData?.types ?? []));
    };
    document.addEventListener('copy', listen, { once: true });
    document.execCommand('copy');
    return { selected: `${getSelection()}`, text: paragraph.textContent, changed: data };
  });
  expect(copied.selected).toBe(copied.text);
  expect(copied.changed).toEqual([]);
});

test('a selection is kept while names are lit, walked and put out', async ({ page }) => {
  const kept = await page.evaluate(async () => {
    const { firstChild } = document.querySelector('p') as HTMLElement;
    getSelection()?.setBaseAndExtent(firstChild as Text, 3, firstChild as Text, 20);
    const before = `${getSelection()}`;
    await view.refresh();
    view.next();
    const during = `${getSelection()}`;
    highlighter.dispose();
    return [before, during, `${getSelection()}`];
  });
  expect(new Set(kept).size).toBe(1);
  expect(kept[0]).toHaveLength(17);
});

test('find in page finds across the edges of names', async ({ page }) => {
  const found = await page.evaluate(() => {
    const { find } = window as unknown as { find(text: string): boolean };
    return [find('in Istanbul rose'), `${getSelection()}`];
  });
  expect(found).toEqual([true, 'in Istanbul rose']);
});

test('on paper there is no card', async ({ page }) => {
  await page.evaluate(() => view.next());
  await expect(card(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(card(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(card(page)).toBeVisible();
});

for (const zoom of ['0.5', '2', '3.5']) {
  test(`a page at zoom ${zoom} is lit and pointed at in the right places`, async ({ page }) => {
    await page.evaluate((zoom) => document.documentElement.style.setProperty('zoom', zoom), zoom);
    await expectLit(page, MENTIONS);
    const { x, y } = await pointOf(page, 'Istanbul');
    await page.mouse.click(x, y);
    await expect(card(page).locator('h2')).toHaveText('Istanbul');
    const apart = await page.evaluate(() => {
      const frame = document.querySelector('namelight-card')?.shadowRoot?.querySelector('.frame');
      const index = view.current ?? -1;
      const place = view.rangeOf(index) as StaticRange;
      const range = document.createRange();
      range.setStart(place.startContainer, place.startOffset);
      range.setEnd(place.endContainer, place.endOffset);
      const name = range.getBoundingClientRect();
      const drawn = (frame as Element).getBoundingClientRect();
      return Math.hypot(
        name.left + name.width / 2 - drawn.left - drawn.width / 2,
        name.top + name.height / 2 - drawn.top - drawn.height / 2,
      );
    });
    expect(apart).toBeLessThan(3);
  });
}

test('a page translated by the browser is read in its new words, and back', async ({ page }) => {
  await translate(page, { slows: 'cae', Turkey: 'Chile', Ankara: 'Peru' });
  await expectLit(page, [
    ['chile', 'Chile', 1],
    ['istanbul', 'Istanbul', 1],
    ['peru', 'Peru', 1],
  ]);
  await page.evaluate(() => (globalThis as { untranslate?: () => void }).untranslate?.());
  await expectLit(page, MENTIONS);
});

/** As Chromium's translation does it: each text becomes two `<font>` elements, the inner with new words. */
async function translate(page: Page, words: Record<string, string>): Promise<void> {
  await page.evaluate((words) => {
    const changed: [font: Element, original: Text][] = [];
    for (const parent of document.querySelectorAll('h1, p')) {
      const original = parent.firstChild as Text;
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      for (const font of [outer, inner]) font.style.setProperty('vertical-align', 'inherit');
      inner.textContent = Object.entries(words).reduce(
        (text, [word, other]) => text.replace(word, other),
        original.data,
      );
      original.replaceWith(outer);
      changed.push([outer, original]);
    }
    (globalThis as { untranslate?: () => void }).untranslate = () => {
      for (const [font, original] of changed) font.replaceWith(original);
    };
  }, words);
}

test('what changes in a hidden tab is lit when the tab is shown', async ({ page }) => {
  await page.evaluate(() => {
    const waiting: FrameRequestCallback[] = [];
    const { requestAnimationFrame } = globalThis;
    // A hidden tab gets no frames; those asked for come when it is shown.
    globalThis.requestAnimationFrame = (callback) => waiting.push(callback);
    const show = (state: DocumentVisibilityState): void => {
      Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    show('hidden');
    (document.querySelector('p') as HTMLElement).textContent = 'Now from Quito.';
    (globalThis as { showTab?: () => void }).showTab = () => {
      globalThis.requestAnimationFrame = requestAnimationFrame;
      show('visible');
      for (const callback of waiting) requestAnimationFrame(callback);
    };
  });
  await page.evaluate(() => (globalThis as { showTab?: () => void }).showTab?.());
  await expectLit(page, [
    ['quito', 'Quito', 1],
    ['turkey', 'Turkey', 1],
  ]);
});
