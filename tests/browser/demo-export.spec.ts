/** What the demo page gives away: its mentions as a file, in every format of the package. */
import { readFile } from 'node:fs/promises';
import { formats } from '../../www/src/export.js';
import { expect, test } from './support.js';
import { openDemoAt } from './demo-page.js';

for (const format of formats()) {
  test(`the mentions are saved as ${format}`, async ({ page }) => {
    await openDemoAt(page, '#article=sahel');
    await page.locator('#export').scrollIntoViewIfNeeded();
    const saving = page.waitForEvent('download');
    await page.locator(`#export [data-save="${format}"]`).click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^three-sahel-states-turn-their-backs-on-ecowas\.[a-z.]+$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain(format === 'geojson' ? 'Ouagadougou' : 'Macky Sall');
    if (format !== 'csv') expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
}

test('a file has the roles of the day that the page shows', async ({ page }) => {
  await openDemoAt(page, '#article=sahel');
  await page.locator('#as-of-known').click();
  await page.locator('#export').scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const texts: string[] = [];
    const writeText = async (text: string): Promise<void> => void texts.push(text);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    Object.assign(globalThis, { texts });
  });
  await page.locator('#export [data-copy="csv"]').click();
  await expect(page.locator('#export [role="status"]')).toHaveText('Table was copied.');
  const [csv = ''] = await page.evaluate(() => (globalThis as unknown as { texts: string[] }).texts);
  expect(csv).toContain('Former president of Senegal');
});
