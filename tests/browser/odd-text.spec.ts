/** Text of any size and kind through the package: offsets that are right, and no exception. */
import { PACKAGE, expect, test } from './support.js';
import { expected, seed } from './expected.js';

const MEGABYTES = 10_000_000;
const GAZETTEER = { entities: [{ id: 'aleppo', type: 'city', name: 'Aleppo' }] };

/** Texts written short: parts, each repeated, and where "Aleppo" is to be found. */
interface Row {
  name: string;
  parts: [text: string, times: number][];
  starts: number[];
}

const ROWS: Row[] = [
  { name: 'no text', parts: [], starts: [] },
  { name: 'white space', parts: [[' \n\t\u00a0\u2029', 1000]], starts: [] },
  { name: 'nothing but the name', parts: [['Aleppo', 1]], starts: [0] },
  { name: '10 MB of one word', parts: [['Aleppo', MEGABYTES / 5]], starts: [] },
  {
    name: 'a name after 10 MB of one word',
    parts: [['x', MEGABYTES], [' Aleppo', 1]],
    starts: [MEGABYTES + 1],
  },
  {
    name: 'a name after 10 MB of text without spaces',
    parts: [['停', MEGABYTES], [' Aleppo', 1]],
    starts: [MEGABYTES + 1],
  },
  {
    name: 'a name after 10 MB of emoji',
    parts: [['🎉', MEGABYTES / 2], [' Aleppo', 1]],
    starts: [MEGABYTES + 1],
  },
  {
    name: 'a name after 10 MB of combining marks',
    parts: [['e', 1], ['\u0301', MEGABYTES], [' Aleppo', 1]],
    starts: [MEGABYTES + 2],
  },
  { name: 'NULs', parts: [['\0', 3], ['Aleppo', 1], ['\0', 2], ['Aleppo\0', 1]], starts: [3, 11] },
  {
    name: 'unpaired surrogates',
    parts: [['\ud83d Aleppo \udc00Aleppo \udc00\ud83d Aleppo \ud83d', 1]],
    starts: [2, 10, 20],
  },
];

for (const { name, parts, starts } of ROWS) {
  test(name, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const found = await page.evaluate(
      async ({ address, gazetteer, parts }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        // As code units: unpaired surrogates do not survive the way here.
        const text = parts.map(([units, times]) => String.fromCharCode(...units).repeat(times)).join('');
        const mentions = await createHighlighter({ pack: gazetteer }).annotate(text);
        return mentions.map(({ start, end }) => ({ start, text: text.slice(start, end) }));
      },
      {
        address: PACKAGE,
        gazetteer: GAZETTEER,
        parts: parts.map(([text, times]): [number[], number] => [
          Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
          times,
        ]),
      },
    );
    expect(found).toEqual(starts.map((start) => ({ start, text: 'Aleppo' })));
  });
}

test('10 MB of articles: the same in each copy, at its place', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const { once, copies, wrong, count } = await page.evaluate(
    async ({ address, seed, date, size }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const highlighter = createHighlighter();
      const article = `${seed}\n\n`;
      const once = await highlighter.annotate(article, { date });
      const copies = Math.ceil(size / article.length);
      const text = article.repeat(copies);
      const all = await highlighter.annotate(text, { date });
      const wrong = all.filter(({ start, end, entity }, number) => {
        const like = once[number % once.length];
        const place = Math.floor(number / once.length) * article.length + (like?.start ?? 0);
        return start !== place || text.slice(start, end) !== like?.text || entity !== like.entity;
      });
      return { once: once.length, copies, wrong: wrong.slice(0, 5), count: all.length };
    },
    { address: PACKAGE, seed, date: expected.date, size: MEGABYTES },
  );
  expect(wrong).toEqual([]);
  expect(once).toBeGreaterThanOrEqual(expected.mentions.length);
  expect(count).toBe(once * copies);
});
