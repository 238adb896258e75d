/**
 * Hand-made pages, modelled on how news sites are built: the right names are lit, the page's DOM and its
 * console know nothing of it, and what was lit is gone without a trace on `dispose`.
 */
import type { Page } from '@playwright/test';
import { after, expectLit, light, openWatched, PAGES, type Expected, type Step } from './news.js';
import { expect, test } from './support.js';

for (const { name, expected } of PAGES) {
  test.describe(name, () => {
    if (expected.fails) test.fail(true, expected.fails);
    test.beforeEach(({ page }) => openWatched(page, `/pages/news/${name}.html`));

    test('is lit, not changed, and left as it was', ({ page }) => leavesNoTrace(page, expected));

    if (expected.steps) {
      test('is lit anew when it changes', ({ page }) => followsSteps(page, expected));
    }
  });
}

async function leavesNoTrace(page: Page, { date, mentions }: Expected): Promise<void> {
  const before = await page.evaluate(() => {
    watch.record();
    return watch.held();
  });
  await light(page, date);
  await expectLit(page, mentions);
  await page.evaluate(() => view.next());
  await expect(page.locator('namelight-card .card')).toBeVisible();
  const nodes = await page.evaluate(() => watch.held().map(({ nodes }) => nodes));
  expect(nodes).toEqual(before.map(({ nodes }) => nodes));

  await page.evaluate(() => highlighter.dispose());
  await expect.poll(() => page.evaluate(() => watch.held())).toEqual(before);
  expect(await page.evaluate(() => watch.changes())).toEqual([]);
}

async function followsSteps(page: Page, { date, mentions, keeps, steps = [] }: Expected): Promise<void> {
  await light(page, date);
  await expectLit(page, mentions);
  let rows = mentions;
  for (const step of steps) {
    await take(page, step);
    rows = after(rows, step);
    await expectLit(page, rows);
    const names = await page.evaluate(() => [...CSS.highlights.keys()]);
    expect(names).toEqual(expect.arrayContaining(keeps ?? []));
  }
}

async function take(page: Page, { click, scroll }: Step): Promise<void> {
  if (click) await page.locator(click).click();
  if (scroll) await page.locator(scroll).scrollIntoViewIfNeeded();
}
