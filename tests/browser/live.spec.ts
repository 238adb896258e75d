/** Pages that change: what is painted follows, what the page does is left alone, and it costs little. */
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

/** Opens a page of its own and lights it. */
async function open(page: Page, html: string): Promise<void> {
  await page.goto('/pages/blank.html');
  await page.evaluate(
    async ({ address, html, gazetteer }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.innerHTML = html;
      const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
      Object.assign(globalThis, { root, view });
    },
    { address: PACKAGE, html, gazetteer: GAZETTEER },
  );
}

/** What is painted now, in the order of the page. */
function painted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const shown = all.filter(({ startContainer, endContainer }) => startContainer.isConnected && endContainer.isConnected);
    const live = shown.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range;
    });
    live.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return live.map((range) => range.toString());
  });
}

const change = (page: Page, work: (root: HTMLElement) => void): Promise<void> =>
  page.evaluate(`(${work.toString()})(document.getElementById('root'))`);

interface Row {
  name: string;
  html: string;
  before: string[];
  change: (root: HTMLElement) => void;
  after: string[];
}

const ROWS: Row[] = [
  {
    name: 'a paragraph comes',
    html: '<p>In Aleppo.</p>',
    before: ['Aleppo'],
    change: (root) => root.append(Object.assign(document.createElement('p'), { textContent: 'In Idlib.' })),
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'text is rewritten',
    html: '<p>In Aleppo.</p><p>In Idlib.</p>',
    before: ['Aleppo', 'Idlib'],
    change: (root) => root.querySelector('p')!.firstChild!.replaceWith('It went from Idlib to Aleppo.'),
    after: ['Idlib', 'Aleppo', 'Idlib'],
  },
  {
    name: 'characters are rewritten in place',
    html: '<p>In Aleppo.</p>',
    before: ['Aleppo'],
    change: (root) => {
      (root.querySelector('p')!.firstChild as Text).data = 'Not in Aleppo but in Idlib.';
    },
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'text goes',
    html: '<p>In Aleppo.</p><p>In Idlib.</p>',
    before: ['Aleppo', 'Idlib'],
    change: (root) => root.querySelector('p')!.remove(),
    after: ['Idlib'],
  },
  {
    name: 'evidence comes elsewhere',
    html: '<p>Assad left.</p>',
    before: [],
    change: (root) =>
      root.append(Object.assign(document.createElement('p'), { textContent: 'Bashar al-Assad.' })),
    after: ['Assad', 'Bashar al-Assad'],
  },
  {
    name: 'evidence goes',
    html: '<p>Assad left.</p><p>Bashar al-Assad.</p>',
    before: ['Assad', 'Bashar al-Assad'],
    change: (root) => root.querySelector('p + p')!.remove(),
    after: [],
  },
  {
    name: 'a translation puts text into elements of its own',
    html: '<p>In Aleppo.</p>',
    before: ['Aleppo'],
    change: (root) => {
      root.querySelector('p')!.innerHTML =
        '<font dir="auto"><font dir="auto">Es ging nach Aleppo und Idlib.</font></font>';
    },
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'text is moved',
    html: '<p>In Aleppo.</p><p>In Idlib.</p>',
    before: ['Aleppo', 'Idlib'],
    change: (root) => root.prepend(root.querySelector('p + p')!),
    after: ['Idlib', 'Aleppo'],
  },
  {
    name: 'text nodes are joined',
    html: '<p>In Aleppo <b>and</b> Idlib.</p>',
    before: ['Aleppo', 'Idlib'],
    change: (root) => {
      root.querySelector('b')!.replaceWith('and');
      root.normalize();
    },
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'an element opts out',
    html: '<p>In Aleppo.</p><p>In Idlib.</p>',
    before: ['Aleppo', 'Idlib'],
    change: (root) => root.querySelector('p')!.setAttribute('data-namelight', 'off'),
    after: ['Idlib'],
  },
];

for (const { name, html, before, change: work, after } of ROWS) {
  test(name, async ({ page }) => {
    await open(page, html);
    expect(await painted(page)).toEqual(before);
    await change(page, work);
    await expect.poll(() => painted(page)).toEqual(after);
  });
}
