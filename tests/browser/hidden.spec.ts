/** Text that is hidden: it may say who is meant, and it counts and is painted once it is rendered. */
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

interface Row {
  name: string;
  html: string;
  before: string[];
  change: (root: HTMLElement) => void;
  after: string[];
}

const show = (root: HTMLElement): void => root.querySelector('#it')!.removeAttribute('hidden');

const ROWS: Row[] = [
  { name: 'hidden', html: '<p>Aleppo</p><p id="it" hidden>Idlib</p>', before: ['Aleppo'], change: show, after: ['Aleppo', 'Idlib'] },
  {
    name: 'hidden text is evidence',
    html: '<p>Assad</p><p id="it" hidden>Bashar al-Assad</p>',
    before: ['Assad'],
    change: show,
    after: ['Assad', 'Bashar al-Assad'],
  },
  {
    name: 'shown, then hidden',
    html: '<p>Aleppo</p><p id="it">Idlib</p>',
    before: ['Aleppo', 'Idlib'],
    change: (root) => root.querySelector('#it')!.setAttribute('hidden', ''),
    after: ['Aleppo'],
  },
  {
    name: 'hidden until found',
    html: '<p>Aleppo</p><p id="it" hidden="until-found">Idlib</p>',
    before: ['Aleppo'],
    change: show,
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'details',
    html: '<details id="it"><summary>Aleppo</summary><p>Idlib</p></details>',
    before: ['Aleppo'],
    change: (root) => root.querySelector('details')!.setAttribute('open', ''),
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'details with text of their own',
    html: '<details id="it"><summary>Aleppo</summary>Idlib</details>',
    before: ['Aleppo'],
    change: (root) => root.querySelector('details')!.setAttribute('open', ''),
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'visibility',
    html: '<p>Aleppo</p><p id="it" style="visibility: hidden">Idlib <b style="visibility: visible">Aleppo</b></p>',
    before: ['Aleppo', 'Aleppo'],
    change: (root) => root.querySelector('#it')!.removeAttribute('style'),
    after: ['Aleppo', 'Idlib', 'Aleppo'],
  },
  {
    name: 'a class above',
    html: '<div><p>Aleppo</p><p id="it" class="folded">Idlib</p></div>',
    before: ['Aleppo'],
    change: (root) => root.firstElementChild!.setAttribute('class', 'open'),
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'a class outside of the root',
    html: '<p>Aleppo</p><p id="it" class="folded">Idlib</p>',
    before: ['Aleppo'],
    change: () => document.documentElement.setAttribute('class', 'open'),
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'a style sheet, in a box that keeps its size',
    html: '<div class="box"><p>Aleppo</p><p id="it" class="folded">Idlib</p></div>',
    before: ['Aleppo'],
    change: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.folded { display: block !important }');
      document.adoptedStyleSheets.push(sheet);
    },
    after: ['Aleppo', 'Idlib'],
  },
  {
    name: 'content-visibility',
    html: '<p>Aleppo</p><p id="it" style="content-visibility: hidden">Idlib</p>',
    before: ['Aleppo'],
    change: (root) => root.querySelector('#it')!.removeAttribute('style'),
    after: ['Aleppo', 'Idlib'],
  },
];

for (const { name, html, before, change, after } of ROWS) {
  test(name, async ({ page }) => {
    await page.goto('/pages/blank.html');
    await page.evaluate(
      async ({ address, gazetteer, html }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        const root = document.getElementById('root') as HTMLElement;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.folded { display: none } .open .folded { display: block } .box { height: 9em; overflow: auto }');
        document.adoptedStyleSheets.push(sheet);
        root.innerHTML = html;
        const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
        Object.assign(globalThis, { view });
      },
      { address: PACKAGE, gazetteer: GAZETTEER, html },
    );
    const counted = () =>
      page.evaluate(() => {
        const { view } = globalThis as unknown as { view: import('namelight').View };
        const painted = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
        return [...view.mentions.map(({ text }) => text), painted];
      });
    expect(await counted()).toEqual([...before, before.length]);
    await page.evaluate(`(${change.toString()})(document.getElementById('root'))`);
    await expect.poll(counted).toEqual([...after, after.length]);
  });
}

test('text far below that is rendered only when it is near counts at once', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const texts = await page.evaluate(
    async ({ address, gazetteer }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.innerHTML = '<div style="height: 9000px"></div><p style="content-visibility: auto">Aleppo</p>';
      const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
      return view.mentions.map(({ text }) => text);
    },
    { address: PACKAGE, gazetteer: GAZETTEER },
  );
  expect(texts).toEqual(['Aleppo']);
});
