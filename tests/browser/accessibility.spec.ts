/** The demo page and its card under axe-core, in both themes, on a phone and on a wide screen. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { card, expect, openDemo, test } from './support.js';

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test.describe(`${colorScheme}, ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('the page has no violations', async ({ page }) => {
        await openDemo(page);
        expect(await violations(page)).toEqual([]);
      });

      test('an open card has no violations', async ({ page }) => {
        await openDemo(page);
        await page.locator('[data-entity="bashar-al-assad"] .name').click();
        await expect(card(page)).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test('nothing is wider than the page', async ({ page }) => {
        await openDemo(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
      });
    });
  }
}
