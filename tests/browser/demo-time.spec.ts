/** Time on the demo page: what differs between two days is listed, and follows both. */
import { card, expect, openDemo, test } from './support.js';
import { entry, openDemoAt } from './demo-page.js';

const row = (page: Parameters<typeof openDemo>[0], name: string) =>
  page.locator('#differences li').filter({ has: page.getByRole('button', { name, exact: true }) });

test('what differs between the day of the report and now is listed, the earlier above the later', async ({ page }) => {
  await openDemo(page);
  const assad = row(page, 'Bashar al-Assad');
  await expect(assad.locator('del')).toHaveText('President of Syria');
  await expect(assad.locator('ins')).toHaveText('Former president of Syria, in exile in Russia');
  await expect(row(page, 'Iran')).toHaveCount(0);
});

test('the order of the two days does not turn with the slider', async ({ page }) => {
  await openDemo(page);
  await page.locator('#as-of-known').click();
  await expect(entry(page, 'bashar-al-assad').locator('.title')).toContainText('Former');
  const assad = row(page, 'Bashar al-Assad');
  await expect(assad.locator('del')).toHaveText('President of Syria');
  await expect(assad.locator('ins')).toContainText('Former president');
  await expect(page.locator('#differences-date')).toHaveValue('2024-12-01');
});

test('another day to compare with can be chosen', async ({ page }) => {
  await openDemo(page);
  await expect(row(page, 'Bashar al-Assad')).toBeVisible();
  await page.locator('#differences-date').fill('2024-12-02');
  await expect(page.locator('#differences')).toContainText('Nothing here is known to have changed');
  await page.locator('#differences-date').fill('2024-12-09');
  await expect(row(page, 'Bashar al-Assad')).toBeVisible();
});

test('a long list is cut short, and shown whole when asked for', async ({ page }) => {
  await openDemoAt(page, '#article=egypt');
  const names = page.locator('#differences .name');
  await expect(names).toHaveCount(5);
  const more = page.locator('#differences .tools button');
  const left = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
  await more.click();
  await expect(names).toHaveCount(5 + left);
  await expect(names.nth(5)).toBeFocused();
});

test('a difference leads to its name in the text', async ({ page }) => {
  await openDemo(page);
  await row(page, 'Syrian Army').locator('button').click();
  await expect(card(page).locator('h2')).toHaveText('Syrian Army');
});

test('the day of the report is marked on the slider, and days on which roles changed', async ({ page }) => {
  await openDemo(page);
  const places = await page.locator('#as-of-marks span').evaluateAll((marks) =>
    marks.map((mark) => ({ kind: mark.className, at: Number(getComputedStyle(mark).getPropertyValue('--at')) })),
  );
  const written = places.filter(({ kind }) => kind === 'written');
  // 335 of the 546 days from 1 January 2024 to 30 June 2025.
  expect(written).toHaveLength(1);
  expect(written[0]?.at).toBeCloseTo(335 / 546, 3);
  const fall = places.filter(({ kind, at }) => kind === 'turn' && Math.abs(at - 342 / 546) < 0.001);
  expect(fall.length).toBeGreaterThan(0);
});

test('dragging across the whole span ends at the day where the slider rests', async ({ page }) => {
  await openDemo(page);
  const slider = page.locator('#as-of-slider');
  await slider.evaluate((element: HTMLInputElement) => {
    for (let day = Number(element.min); day <= Number(element.max); day += 5) {
      element.value = String(day);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
    element.value = element.max;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.locator('#as-of-day')).toHaveText(/^30\s+June 2025$/);
  await expect(entry(page, 'bashar-al-assad').locator('.title')).toContainText('Former');
  await expect.poll(() => new URL(page.url()).hash).toBe('#date=2025-06-30');
});
