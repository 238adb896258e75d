/** The demo page's parts by WCAG 2.2 AA, opened as far as they go, in both themes, on a phone and on a wide screen. */
import { expect, openDemo, test } from './support.js';
import { openPart } from './demo-parts.js';
import { violations } from './violations.js';

const PARTS = ['map', 'graph', 'timeline', 'explain', 'own', 'meter'];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`the parts have no violations, ${colorScheme}, ${width} pixels`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await openDemo(page);
      for (const name of PARTS) await openPart(page, name);
      await page.locator('[data-part="map"] .mark').first().press('Enter');
      await page.locator('[data-part="graph"] .node').first().press('Enter');
      await page.locator('[data-part="timeline"] .bar').first().press('Enter');
      await page.getByRole('button', { name: 'Explain the first name' }).click();
      await expect(page.locator('.stages > li')).toHaveCount(6, { timeout: 20_000 });
      await page.keyboard.press('Escape');
      for (const summary of await page.locator('.part summary').all()) await summary.click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
