/** What the package's README shows is what runs: pages are opened, and all other code is that of an example. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CDN, serveFromCdn } from './cdn.js';
import { readManifest, ROOT } from './places.js';
import { node } from './run.js';
import { appOf, expect, expectNamesLit, NAMES, test } from './support.js';

interface Block {
  language: string;
  code: string;
}

const README = readFileSync(join(ROOT, 'www/README.md'), 'utf8');

const blocks = (): Block[] =>
  [...README.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));

/** What stands in the README for the text of an article. */
const PLACEHOLDER = '…the article…';
const ARTICLE = `In late 2024 Bashar al-Assad was still received in Moscow, where Vladimir Putin spoke of support. The
  Syrian government controlled Damascus; fighting went on around Aleppo.`;

/** Every entry of the package by its name, for a page without a bundler. */
function importMap(): string {
  const { name, exports } = readManifest();
  const imports = Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === 'object' && target['default']
      ? [[name + entry.slice(1), CDN() + target['default'].slice(2)]]
      : [],
  );
  return JSON.stringify({ imports: Object.fromEntries(imports) });
}

blocks()
  .filter(({ language }) => language === 'html')
  .forEach(({ code }, number) => {
    test(`page ${number + 1}`, async ({ page }) => {
      expect(code).toContain(PLACEHOLDER);
      await serveFromCdn(page);
      const body = `<!doctype html><link rel="icon" href="data:," />
        <script type="importmap">${importMap()}</script>${code.replace(PLACEHOLDER, ARTICLE)}`;
      const contentType = 'text/html; charset=utf-8';
      await page.route('http://page.test/', (route) => route.fulfill({ contentType, body }));
      await page.goto('http://page.test/');
      await expectNamesLit(page);
    });
  });

test('the policy that it names is enough, also for a worker', async ({ open, page }) => {
  const [policy, ...others] = blocks().filter(({ language }) => language === 'http');
  expect(others).toEqual([]);
  const [name = '', value = ''] = (policy?.code.trim() ?? '').split(': ');
  const app = appOf('policy', 'tests/package/apps/bundled', 'tests/package/apps/esbuild');
  await node(['build.mjs'], app);
  // The page's own icon is the page's own affair.
  await open(join(app, 'dist'), { [name]: `${value}; img-src data:` });
  await expectNamesLit(page);
  await page.goto(`${page.url()}?worker`);
  await expectNamesLit(page, NAMES);
});

test('all other code stands in an example', () => {
  const sources = ['examples', 'tests/package/apps'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );
  const shown = blocks().filter(({ language }) => !['html', 'http'].includes(language));
  expect(shown.length).toBeGreaterThan(5);
  for (const { language, code } of shown) {
    if (language === 'sh') expect(code).toBe('npm install namelight\n');
    else expect(sources.filter((source) => source.includes(code)), code).not.toEqual([]);
  }
});
