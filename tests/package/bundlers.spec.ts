/** The tarball in every bundler: built as its users build, opened in the browser. */
import { join } from 'node:path';
import { appOf, expect, expectNamesLit, test } from './support.js';
import { node } from './run.js';

for (const bundler of ['webpack', 'esbuild', 'rollup']) {
  test(bundler, async ({ open, page }) => {
    const app = appOf(bundler, 'tests/package/apps/bundled', `tests/package/apps/${bundler}`);
    await node(['build.mjs'], app);
    await open(join(app, 'dist'));
    await expectNamesLit(page);
    await page.goto(`${page.url()}?worker`);
    await expectNamesLit(page);
    expect(page.workers()).toHaveLength(1);
  });
}

test('the module within the code', async ({ open, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const app = appOf('inline', 'tests/package/apps/bundled', 'tests/package/apps/inline');
  await node(['build.mjs'], app);
  await open(join(app, 'dist'));
  await expectNamesLit(page);
  expect(asked.filter((path) => !path.startsWith('data:')).sort()).toEqual([
    '/',
    '/base.nlpack',
    '/main.js',
  ]);
});
