/** The tarball in every bundler: built as its users build, opened in the browser. */
import { join } from 'node:path';
import { appOf, expectNamesLit, test } from './support.js';
import { node } from './run.js';

for (const bundler of ['webpack', 'esbuild', 'rollup']) {
  test(bundler, async ({ open, page }) => {
    const app = appOf(bundler, 'tests/package/apps/bundled', `tests/package/apps/${bundler}`);
    await node(['build.mjs'], app);
    await open(join(app, 'dist'));
    await expectNamesLit(page);
  });
}
