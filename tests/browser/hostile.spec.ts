/** What a hostile gazetteer or page could try: shown as text or refused, and no script runs. */
import type { Page } from '@playwright/test';
import { card, expect, PACKAGE, test } from './support.js';

const MARKUP = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=2</script>';

/** The keys that could change what every object inherits; as JSON, for a literal would not have them. */
const POLLUTING = [
  ['__proto__ of the gazetteer', '{"__proto__":{"polluted":1},"entities":[]}'],
  ['__proto__ of an entity', '{"entities":[{"id":"a","type":"city","name":"Aa","__proto__":{"polluted":1}}]}'],
  ['constructor of an entity', '{"entities":[{"id":"a","type":"city","name":"Aa","constructor":{"prototype":{"polluted":1}}}]}'],
  ['__proto__ among the links', '{"entities":[{"id":"a","type":"city","name":"Aa","links":{"geonames":1,"__proto__":{"polluted":1}}}]}'],
  ['prototype of an example', '{"entities":[],"examples":[{"prototype":{"polluted":1}}]}'],
] as const;

/** Ids that name something in every object. */
const IDS = ['constructor', 'prototype', 'tostring', 'hasownproperty', 'valueof', 'proto'];

/** Addresses that a link must not have. */
const ADDRESSES = [
  'javascript:globalThis.ran=3',
  ' javascript:globalThis.ran=3',
  'JaVaScRiPt:globalThis.ran=3',
  'java\nscript:globalThis.ran=3',
  'data:text/html,<script>globalThis.ran=3</script>',
  'https://example.org/"onmouseover="globalThis.ran=3',
];

test.beforeEach(({ page }) => page.goto('/pages/blank.html').then(() => undefined));
test.afterEach(async ({ page }) => {
  const traces = await page.evaluate(() => [
    (globalThis as { ran?: number }).ran,
    ({} as { polluted?: number }).polluted,
  ]);
  expect(traces).toEqual([undefined, undefined]);
});

/** Lights a text with a gazetteer given as JSON; the code of the error, or the mentions' texts. */
async function lightWith(page: Page, json: string, text: string): Promise<string | string[]> {
  return page.evaluate(
    async ({ address, json, text }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.textContent = text;
      try {
        globalThis.view = await createHighlighter({ pack: JSON.parse(json) }).highlight(root);
      } catch (cause) {
        return (cause as { code: string }).code;
      }
      return globalThis.view.mentions.map((mention) => mention.text);
    },
    { address: PACKAGE, json, text },
  );
}

const gazetteer = (entity: object): string =>
  JSON.stringify({ entities: [{ id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063 }, ...entity }] });

test('markup in a name, its role and the page is text', async ({ page }) => {
  const named = gazetteer({
    name: `Aleppo ${MARKUP}`,
    names: ['Aleppo'],
    roles: [{ title: `City ${MARKUP}` }],
  });
  expect(await lightWith(page, named, `${MARKUP} in Aleppo`)).toEqual(['Aleppo']);
  await page.evaluate(() => view.next());
  await expect(card(page).locator('h2')).toHaveText(`Aleppo ${MARKUP}`);
  await expect(card(page).locator('.title')).toHaveText(`City ${MARKUP}`);
  await expect(page.locator('namelight-card img, namelight-card script')).toHaveCount(0);
});

for (const website of ADDRESSES) {
  test(`the address ${JSON.stringify(website)} is refused`, async ({ page }) => {
    const links = { geonames: 170063, website };
    expect(await lightWith(page, gazetteer({ links }), 'Aleppo')).toBe('link');
  });
}

for (const [name, json] of POLLUTING) {
  test(`${name} is refused`, async ({ page }) => {
    expect(await lightWith(page, json, 'Aa')).toBe('unknown');
  });
}

for (const id of IDS) {
  test(`an entity may be called "${id}"`, async ({ page }) => {
    expect(await lightWith(page, gazetteer({ id }), 'In Aleppo.')).toEqual(['Aleppo']);
    const found = await page.evaluate((id) => {
      view.next();
      return { name: view.entity(id)?.name, cast: view.entities.map(({ entity }) => entity.id) };
    }, id);
    expect(found).toEqual({ name: 'Aleppo', cast: [id] });
    await expect(card(page).locator('h2')).toHaveText('Aleppo');
  });
}

test('a name of a million letters is refused', async ({ page }) => {
  const name = `A${'a'.repeat(1_000_000)}`;
  expect(await lightWith(page, gazetteer({ name }), 'In Aleppo.')).toBe('name');
});

test('a text of a million letters without an end is read', async ({ page }) => {
  const text = `In Aleppo ${'a'.repeat(1_000_000)} Aleppo`;
  expect(await lightWith(page, gazetteer({}), text)).toEqual(['Aleppo', 'Aleppo']);
});

test('a hundred thousand mentions are all found, and taken away', async ({ page }) => {
  const json = gazetteer({});
  const outcome = await page.evaluate(
    async ({ address, json }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      for (let line = 0; line < 1000; line += 1) {
        root.appendChild(document.createElement('p')).textContent = 'Aleppo, '.repeat(100);
      }
      const highlighter = createHighlighter({ pack: JSON.parse(json) });
      const view = await highlighter.highlight(root);
      const last = view.previous();
      const [member] = view.entities;
      const found = [view.mentions.length, member?.mentions.length, view.current, last?.text];
      highlighter.dispose();
      return [...found, CSS.highlights.size];
    },
    { address: PACKAGE, json },
  );
  expect(outcome).toEqual([100_000, 100_000, 99_999, 'Aleppo', 0]);
});
