/** The demo page's meter, and the comparison that it runs. */
import { expect, openDemo, test } from './support.js';
import { openPart } from './demo-parts.js';

test('the meter shows what is loaded and how long the text took', async ({ page }) => {
  await openDemo(page);
  const meter = await openPart(page, 'meter');
  const figure = (name: string) => meter.locator(`[data-figure="${name}"] dd`).first();
  await expect(figure('names')).toHaveText(/^\d\d,\d{3}$/);
  await expect(figure('ready')).toHaveText(/^[\d.,]+ ms$/);
  await expect(figure('memory')).toHaveText(/^[\d.]+ MB$/);
  await expect(figure('text')).toHaveText('2.4 KB');
  await expect(figure('took')).toHaveText(/^[\d.]+ ms$/);
  await expect(figure('rate')).toHaveText(/^\d+ MB\/s$/);
  await expect(meter.locator('[data-figure="took"] .more')).toHaveText('36 mentions, all rules');
});

test('all ways are compared on the same names, and the page stays free meanwhile', async ({ page }) => {
  test.slow();
  await openDemo(page);
  const meter = await openPart(page, 'meter');
  await meter.getByRole('button', { name: 'Compare with other highlighters' }).click();
  await expect(meter.locator('[data-way="namelight-whole"] td').first()).toHaveText(/ms$/);
  await page.locator('#as-of-known').click();
  await expect(page.locator('#cast [data-entity="bashar-al-assad"] .title')).toContainText('Former');
  const rows = meter.locator('[data-way]');
  await expect(rows).toHaveCount(9, { timeout: 120_000 });
  await expect(meter.locator('[data-way="word-trie"] .number').last()).toHaveText(/^[\d,]{4,}$/);
  await expect(meter.getByText('failed')).toHaveCount(0);
});

test('a comparison can be stopped', async ({ page }) => {
  await openDemo(page);
  const meter = await openPart(page, 'meter');
  await meter.getByRole('button', { name: 'Compare with other highlighters' }).click();
  await meter.getByRole('button', { name: 'Stop' }).click();
  await expect(meter.getByRole('button', { name: 'Stop' })).toHaveCount(0);
  await expect(meter.getByRole('alert')).toHaveCount(0);
  await expect(meter.getByRole('button', { name: 'Compare with other highlighters' })).toBeEnabled();
});
