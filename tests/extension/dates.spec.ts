/** The day of an article, as pages of all sorts say it. */
import { expect, test } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

interface Row {
  says: string;
  head?: string;
  body?: string;
  address?: string;
  date: string | undefined;
  from?: string;
}

const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (attribute: string, content: string): string => `<meta ${attribute} content="${content}">`;

const ROWS: Row[] = [
  { says: 'nothing', date: undefined },
  {
    says: 'a news article in JSON-LD',
    head: ld({ '@type': 'NewsArticle', datePublished: '2024-12-01T23:30:00-05:00' }),
    date: '2024-12-01',
    from: 'json-ld',
  },
  {
    says: 'a graph, the article among others',
    head: ld({ '@graph': [{ '@type': 'WebSite', datePublished: '2001-01-01' }, { '@type': ['Thing', 'Article'], datePublished: '2023-05-06' }] }),
    date: '2023-05-06',
    from: 'json-ld',
  },
  {
    says: 'a list of objects, and JSON that is none before it',
    head: `<script type="application/ld+json">{"@type": "NewsArticle", </script>${ld([{ '@type': 'LiveBlogPosting', datePublished: '2024-02-03T00:00:00Z' }])}`,
    date: '2024-02-03',
    from: 'json-ld',
  },
  {
    says: 'a line break within a string of JSON-LD',
    head: '<script type="application/ld+json">{"@type": "ReportageNewsArticle", "headline": "a\nb", "datePublished": "2022-02-24"}</script>',
    date: '2022-02-24',
    from: 'json-ld',
  },
  {
    says: 'a page about an article',
    head: ld({ '@type': 'WebPage', mainEntity: { '@type': 'BlogPosting', dateCreated: '2020-07-08' } }),
    date: '2020-07-08',
    from: 'json-ld',
  },
  { says: 'a day that there is not', head: ld({ '@type': 'Article', datePublished: '2024-02-31' }), date: undefined },
  {
    says: 'when it was changed is not when it was written',
    head: ld({ '@type': 'Article', dateModified: '2024-02-03' }),
    date: undefined,
  },
  { says: 'Open Graph', head: meta('property="article:published_time"', '2024-12-01T08:00:00Z'), date: '2024-12-01', from: 'meta' },
  { says: 'a meta without hyphens', head: meta('name="citation_date"', '2019/3/7'), date: '2019-03-07', from: 'meta' },
  { says: 'a meta of digits', head: meta('name="pubdate"', '20240405'), date: '2024-04-05', from: 'meta' },
  { says: 'a meta in the manner of mails', head: meta('name="date"', 'Sun, 01 Dec 2024 08:00:00 GMT'), date: '2024-12-01', from: 'meta' },
  { says: 'a meta in American English', head: meta('name="date"', 'December 1, 2024'), date: '2024-12-01', from: 'meta' },
  { says: 'microdata', body: '<span itemprop="datePublished" content="2018-01-02"></span>', date: '2018-01-02', from: 'time' },
  { says: 'the time of the only article', body: '<time datetime="1999-01-01"></time><article><time datetime="2021-06-07T10:00">7 June</time></article>', date: '2021-06-07', from: 'time' },
  { says: 'a time that says only the hour', body: '<article><time datetime="10:30">10:30</time></article>', date: undefined },
  { says: 'the address', address: '/world/2024/12/01/aleppo-falls', date: '2024-12-01', from: 'address' },
  { says: 'an address with hyphens', address: '/news/2024-12-01-aleppo', date: '2024-12-01', from: 'address' },
  { says: 'an address with the name of a month', address: '/world/2024/dec/01/aleppo', date: '2024-12-01', from: 'address' },
  { says: 'an address of digits', address: '/a/20241201/aleppo.html', date: '2024-12-01', from: 'address' },
  { says: 'a number in the address that is no day', address: '/news/20249977/aleppo-12345678', date: undefined },
  {
    says: 'the most certain of several',
    head: meta('property="article:published_time"', '2024-12-02') + ld({ '@type': 'NewsArticle', datePublished: '2024-12-01' }),
    body: '<time datetime="2024-12-03"></time>',
    address: '/2024/12/04/',
    date: '2024-12-01',
    from: 'json-ld',
  },
];

let code: string;

test.beforeAll(async () => {
  const input = fileURLToPath(new URL('../../www/extension/src/article-date.ts', import.meta.url));
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({ format: 'iife', name: 'dates' });
  code = output[0].code;
});

test('the day is found wherever pages say it, and no other', async ({ page }) => {
  let html = '';
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  for (const { says, head = '', body = '', address = '/', date, from } of ROWS) {
    html = `<!doctype html><html lang="en"><head><title>x</title>${head}</head><body>${body}</body></html>`;
    await page.goto(`http://127.0.0.1${address}`);
    await page.addScriptTag({ content: code });
    const found = await page.evaluate(() => {
      const { dates } = globalThis as unknown as { dates: { articleDate(page: Document): unknown } };
      return dates.articleDate(document);
    });
    expect(found, says).toEqual(date === undefined ? undefined : { date, from });
  }
});
