/** The exports of a view, made in the page, and text-fragment links that a browser follows. */
import { expect, test } from './support.js';

const GAZETTEER = {
  entities: [
    { id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063 } },
    { id: 'syria', type: 'country', name: 'Syria', links: { geonames: 163843 } },
    { id: 'cnn', type: 'media', name: 'CNN', links: { website: 'https://www.cnn.com' } },
    { id: 'trade-group', type: 'company', name: 'Lee, Low & Co', links: { website: 'https://lee.example' } },
    { id: 'assad', type: 'person', name: 'Bashar al-Assad', links: { wikidata: 'Q44329' } },
  ],
};
const given = { gazetteer: GAZETTEER, address: '/package/index.js', exports: '/package/export.js' };

/** Finds the mentions of the page and gives their links and where each stands. */
async function linksOf(page: import('@playwright/test').Page) {
  return page.evaluate(async ({ gazetteer, address, exports }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const { documentOfView, toJson } = (await import(exports)) as typeof import('namelight/export');
    const highlighter = createHighlighter({ pack: gazetteer });
    const view = await highlighter.highlight(document.body, { card: false });
    const { mentions } = toJson(documentOfView(view, { url: location.href }));
    const found = mentions.map(({ text, link }, index) => {
      const place = view.rangeOf(index);
      return { text, link, block: place?.startContainer.parentElement?.closest('p')?.id };
    });
    highlighter.dispose();
    return found;
  }, given);
}

test('every link leads a browser to its own mention', async ({ page, baseURL }) => {
  const url = `${baseURL}/pages/far-apart.html`;
  await page.goto(url);
  const links = await linksOf(page);
  expect(links.map(({ text, block }) => [block, text])).toEqual([
    ['first', 'Aleppo'],
    ['possessive', 'Syria'],
    ['hyphen', 'CNN'],
    ['inline', 'Bashar al-Assad'],
    ['comma', 'Lee, Low & Co'],
    ['again', 'Aleppo'],
    ['twice', 'Syria'],
    ['twice', 'Aleppo'],
    ['last', 'Aleppo'],
  ]);
  for (const { link, block } of links) {
    await page.goto('about:blank');
    await page.goto(link);
    const inView = () =>
      page.locator('p').evaluateAll((blocks) =>
        blocks.flatMap((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight ? [one.id] : [];
        }),
      );
    await expect.poll(inView, { message: link }).toEqual([block]);
  }
});

test('one call exports a view, with its text, its date and the day of its facts', async ({ page }) => {
  await page.goto('/pages/far-apart.html');
  const { files, text, spans } = await page.evaluate(async ({ address, exports }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const { exportMentions, formats } = (await import(exports)) as typeof import('namelight/export');
    const highlighter = createHighlighter();
    const view = await highlighter.highlight(document.body, { date: '2024-12-01', card: false });
    const source = { url: location.href, title: document.title };
    const files = formats().map((format) => ({ format, ...exportMentions(view, format, source) }));
    const spans = view.mentions.map(({ start, end }) => view.text.slice(start, end));
    const { text } = view;
    highlighter.dispose();
    return { files, text, spans };
  }, given);
  expect(text).toContain('\u2029It began in Aleppo, a city in the north.\u2029');
  expect(spans).toContain('Aleppo');
  expect(files.map(({ format, extension }) => [format, extension])).toEqual([
    ['csv', 'csv'],
    ['json', 'json'],
    ['web-annotation', 'jsonld'],
    ['geojson', 'geojson'],
    ['stix', 'stix.json'],
  ]);
  const json = files.find(({ format }) => format === 'json');
  const { source, mentions } = JSON.parse(json?.text ?? '') as import('namelight/export').MentionsFile;
  expect(source).toMatchObject({ title: 'Names far apart', date: '2024-12-01' });
  expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(mentions.map((mention) => mention.text)).toEqual(spans);
});
