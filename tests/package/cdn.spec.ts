/** The one file for pages without a bundler, as a host of packages gives it: from another origin, held to its hash. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, expectNamesLit, test } from './support.js';
import { CDN, serveFromCdn } from './cdn.js';
import { INSTALLED, ROOT } from './places.js';

const integrity = (): Record<string, string> =>
  JSON.parse(readFileSync(join(INSTALLED, 'integrity.json'), 'utf8')) as Record<string, string>;

test('the hashes are those of the files', () => {
  expect(Object.keys(integrity()).sort()).toEqual(['base.nlpack', 'namelight.js', 'namelight_bg.wasm']);
  for (const [name, hash] of Object.entries(integrity())) {
    const found = createHash('sha384').update(readFileSync(join(INSTALLED, name))).digest('base64');
    expect(hash, name).toBe(`sha384-${found}`);
  }
});

test('a page that holds the file to its hash', async ({ page }) => {
  await serveFromCdn(page);
  const script = `${CDN()}namelight.js`;
  const map = { integrity: { [script]: integrity()['namelight.js'] } };
  await page.route('http://page.test/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><link rel="icon" href="data:," /><script type="importmap">${JSON.stringify(map)}</script>
        <article>In late 2024 Bashar al-Assad was received in Moscow.</article>
        <script type="module">
          import { createHighlighter } from '${script}';
          await createHighlighter().highlight(document.querySelector('article'), { date: '2024-12-01' });
        </script>`,
    }),
  );
  await page.goto('http://page.test/');
  await expectNamesLit(page, ['Bashar al-Assad', 'Moscow']);
});

test('the element and the cast list are in it', async ({ page }) => {
  await serveFromCdn(page);
  await page.route('http://page.test/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><link rel="icon" href="data:," />
        <name-light date="2024-12-01">In late 2024 Bashar al-Assad was received in Moscow.</name-light>
        <aside></aside>
        <script type="module">
          import { attachCastList, defineNameLight } from '${CDN()}namelight.js';
          const element = document.querySelector('name-light');
          const list = () => attachCastList(element.view, document.querySelector('aside'));
          element.addEventListener('namelight-annotate', list, { once: true });
          defineNameLight();
        </script>`,
    }),
  );
  await page.goto('http://page.test/');
  await expectNamesLit(page, ['Bashar al-Assad', 'Moscow']);
  await expect(page.locator('namelight-cast .name bdi')).toHaveText(['Bashar al-Assad', 'Moscow']);
});

test('it is as large as the README says', () => {
  const compressed = brotliCompressSync(readFileSync(join(INSTALLED, 'namelight.js'))).length;
  const [, said] = /in one file of (\d+) KB/.exec(readFileSync(join(ROOT, 'www/README.md'), 'utf8')) ?? [];
  expect(Math.round(compressed / 1000)).toBe(Number(said));
});
