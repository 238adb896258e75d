/** The examples as a reader of the README would run them, with the tarball in place of the published package. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { appOf, expect, expectNamesLit, NAMES, test } from './support.js';
import { createServer } from 'vite';
import { INSTALLED, TESTS } from './places.js';
import { node, npm, start } from './run.js';

/** The title of the page is a part of what is lit: “Talks in Geneva”. */
const WITH_TITLE = [...NAMES, 'Geneva'].sort();

test('a plain page', async ({ open, page }) => {
  const app = appOf('plain-html', 'examples/plain-html');
  // Nothing resolves names for a plain page: its own folder has to hold what it asks for.
  cpSync(INSTALLED, join(app, 'node_modules/namelight'), { recursive: true });
  await open(app);
  await expectNamesLit(page, WITH_TITLE);
  const card = page.locator('namelight-card .card');
  await expect(card).toHaveCSS('border-top-left-radius', '8px');
  await expect(card).toHaveCSS('font-family', 'Georgia, serif');
});

test('Vite and TypeScript, built', async ({ open, page }) => {
  const app = appOf('vite-build', 'examples/vite-typescript');
  await npm(['run', 'build'], app);
  await open(join(app, 'dist'));
  await expectNamesLit(page, WITH_TITLE);
  const assad = page.locator('#cast li', { hasText: /^Bashar al-Assad/ });
  await expect(assad).toHaveText('Bashar al-Assad, President of Syria (1)');
  await page.locator('input').fill('2025-06-01');
  await expect(assad).toHaveText(/^Bashar al-Assad, Former president/);
});

test('Vite and TypeScript, in development', async ({ page }) => {
  const app = appOf('vite-dev', 'examples/vite-typescript');
  const server = await createServer({ root: app, logLevel: 'warn', server: { host: '127.0.0.1', port: 0 } });
  try {
    await server.listen();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await expectNamesLit(page, WITH_TITLE);
  } finally {
    await page.goto('about:blank');
    await server.close();
  }
});

test('Next.js', async ({ page }) => {
  const app = appOf('next', 'examples/next');
  await npm(['run', 'build'], app);
  const program = join(TESTS, 'node_modules/next/dist/bin/next');
  const server = await start([program, 'start', '--hostname', '127.0.0.1', '--port', '0'], app, /http:\/\/\S+/);
  try {
    await page.goto(server.said);
    await expectNamesLit(page);
  } finally {
    await page.goto('about:blank');
    await server.stop();
  }
});

test('a script for Node that writes HTML and JSON-LD', async () => {
  const printed = await node(['main.js'], appOf('node-script', 'examples/node-script'));
  const marked = [...printed.matchAll(/<mark [^>]*>([^<]*)<\/mark>/g)].map(([, text]) => text);
  expect(marked.sort()).toEqual(NAMES);
  const [, data = ''] = /<script type="application\/ld\+json">(.*)<\/script>/s.exec(printed) ?? [];
  const { mentions } = JSON.parse(data) as { mentions: { name: string }[] };
  expect(mentions.map(({ name }) => name)).toContain('Government of Syria');
});

test('a gazetteer of one’s own, exported', async () => {
  const printed = await node(['main.js'], appOf('own-gazetteer', 'examples/own-gazetteer'));
  const [header = '', ...rows] = printed.trim().split('\r\n');
  const column = header.split(',').indexOf('text');
  expect(rows.map((row) => row.split(',')[column])).toEqual(['Example Harbour Trust', 'EHT', 'Aleppo']);
});

test('a table of one’s own, imported in the page', async ({ open, page }) => {
  const app = appOf('import-table', 'examples/import-table');
  await npm(['run', 'build'], app);
  await open(join(app, 'dist'));
  await expectNamesLit(page, ['Aleppo']);
  await page.locator('input').focus();
  const table = 'name,type\nExample Harbour Trust,ngo\nAda Reske,person\n,person\n';
  await page.locator('input').setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(page.locator('output')).toHaveText('2 rows taken, 1 skipped');
  await expect(page.locator('body > ul li')).toHaveText([/^line 4: /]);
  await expectNamesLit(page, ['Ada Reske', 'Aleppo', 'Example Harbour Trust']);
});
