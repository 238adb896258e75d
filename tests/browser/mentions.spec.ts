/** The seed article on the demo page, from the built package and from the command line: one outcome. */
import type { Mention } from 'namelight';
import { commandLine, differences, expected, expectedAt, seed, titleOf } from './expected.js';
import { PACKAGE, expect, openDemo, paintedSpans, test } from './support.js';

const span = ({ start, end }: { start: number; end: number }): string =>
  `${start}-${end} ${seed.slice(start, end)}`;

async function annotateInPage(
  page: import('@playwright/test').Page,
  date: string,
): Promise<Mention[]> {
  await page.goto('/pages/blank.html');
  return page.evaluate(
    async ({ address, text, date }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const highlighter = createHighlighter();
      const mentions = await highlighter.annotate(text, { date });
      highlighter.dispose();
      return mentions;
    },
    { address: PACKAGE, text: seed, date },
  );
}

test('the demo page paints every expected mention and nothing else', async ({ page }) => {
  await openDemo(page);
  expect(differences(await paintedSpans(page))).toEqual({ missing: [], wrong: [] });
});

test('a mention is painted in the class of its entity', async ({ page }) => {
  await openDemo(page);
  const painted = await paintedSpans(page);
  const wrong = painted.filter((found) => {
    const kind = expectedAt(found)?.kind;
    return kind && found.as !== `namelight-${kind}`;
  });
  expect(wrong.map(span)).toEqual([]);
});

test('what is painted, what the package finds and what the command line prints are the same', async ({
  page,
}) => {
  await openDemo(page);
  const painted = await paintedSpans(page);
  const inPage = await annotateInPage(page, expected.date);
  const onCommandLine = commandLine(expected.date);
  expect(painted.map(span)).toEqual(onCommandLine.map(span));
  expect(inPage).toEqual(onCommandLine);
});

test('the package resolves every expected mention to the right entity', async ({ page }) => {
  const mentions = await annotateInPage(page, expected.date);
  const wrong = mentions.filter((mention) => {
    const wanted = expectedAt(mention);
    if (!wanted) return false;
    const right = wanted.wikipedia.includes(titleOf(mention.links.wikipedia));
    return !right || mention.confidence === 'ambiguous';
  });
  expect(wrong.map(span)).toEqual([]);
});

for (const role of expected.roles) {
  test(`the role of ${role.wikipedia} on ${role.at}`, async ({ page }) => {
    const mentions = await annotateInPage(page, role.at);
    const of = mentions.filter(({ links }) => titleOf(links.wikipedia) === role.wikipedia);
    expect(of.length).toBeGreaterThan(0);
    for (const mention of of) {
      expect(mention.role?.title).toContain(role.must_contain);
      if (role.must_not_contain) expect(mention.role?.title).not.toContain(role.must_not_contain);
    }
  });
}
