/** Dates that are none through the package: an error with a code, and the engine goes on. */
import { PACKAGE, expect, test } from './support.js';

const GAZETTEER = { entities: [{ id: 'aleppo', type: 'city', name: 'Aleppo' }] };
const DATES: [date: string, says: string][] = [
  ['2024-13-40', 'month outside 01 to 12'],
  ['2023-02-29', 'day that its month does not have'],
  ['2024-12', 'lacks its day'],
  ['1 December 2024', 'not written'],
];

test('a date that is none is refused, and the next one is read', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const seen = await page.evaluate(
    async ({ address, gazetteer, dates }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const highlighter = createHighlighter({ pack: gazetteer });
      const errors = [];
      for (const date of dates) {
        const refused = highlighter.annotate('Aleppo', { date });
        errors.push(await refused.catch((e: Error & { code?: string }) => [e.code, e.message]));
      }
      const mentions = await highlighter.annotate('Aleppo', { date: '2024-12-01' });
      highlighter.dispose();
      return { errors, found: mentions.length };
    },
    { address: PACKAGE, gazetteer: GAZETTEER, dates: DATES.map(([date]) => date) },
  );
  for (const [i, [date, says]] of DATES.entries()) {
    expect(seen.errors[i], date).toEqual(['date', expect.stringContaining(says)]);
  }
  expect(seen.found).toBe(1);
});
