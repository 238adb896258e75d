/** The demo page's map: where it begins, what it draws, and that keys and lists lead to the same. */
import type { Locator, Page } from '@playwright/test';
import { expect, openDemo, test } from './support.js';
import { openPart } from './demo-parts.js';
import { openDemoAt } from './demo-page.js';

const mark = (map: Locator, id: string): Locator => map.locator(`.mark[data-place="${id}"]`);
const currentMention = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('namelight-current') ?? [])].map((range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset)));

test('the map begins around most of the places, and says what lies beyond', async ({ page }) => {
  await openDemo(page);
  const map = await openPart(page, 'map');
  await expect(map.getByRole('group', { name: 'Map of 8 places in the text' })).toBeVisible();
  await expect(map.locator('.country.mentioned')).toHaveCount(2);
  await expect(map.locator('.area')).toHaveText(['Syria', 'Iran']);
  await expect(mark(map, 'aleppo')).toHaveAccessibleName(/^Several places: Aleppo, .*University of Aleppo$/);
  await expect(map.getByText('Beyond this frame:')).toContainText('Russia');
  await expect(map.locator('.scale')).toBeVisible();
});

test('all places are in the widest frame', async ({ page }) => {
  await openDemo(page);
  const map = await openPart(page, 'map');
  await map.getByRole('button', { name: 'All places' }).click();
  await expect(map.getByRole('button', { name: /^Russia, / })).toBeVisible();
  await expect(map.getByText('Beyond this frame:')).toHaveCount(0);
  await map.getByRole('button', { name: 'Main area' }).click();
  await expect(map.getByText('Beyond this frame:')).toBeVisible();
});

for (const width of [390, 820, 1280]) {
  test(`no label covers another or a mark, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openDemo(page);
    const map = await openPart(page, 'map');
    await expect(mark(map, 'aleppo')).toBeVisible();
    expect(await overlaps(map)).toBe(0);
    await map.getByRole('button', { name: 'All places' }).click();
    await expect(map.getByRole('button', { name: /^Russia, / })).toBeVisible();
    expect(await overlaps(map)).toBe(0);
  });
}

/** How many labels cover another one or a dot. */
const overlaps = (map: Locator): Promise<number> =>
  map.locator('svg.map').evaluate((picture) => {
    const texts = [...picture.querySelectorAll('text:not(.number, .length)')];
    const boxes = [...texts, ...picture.querySelectorAll('.dot')].map((part) => part.getBoundingClientRect());
    // The box of a line is higher than its letters.
    const over = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
    return boxes.flatMap((a, number) => boxes.slice(number + 1).filter((b) => over(a, b))).length;
  });

test('a mark tells its places, and each leads to the text', async ({ page }) => {
  await openDemo(page);
  const map = await openPart(page, 'map');
  await mark(map, 'aleppo').locator('.dot').click();
  const chosen = map.locator('.chosen');
  await expect(chosen.getByRole('button')).toHaveText(['Aleppo', 'Aleppo Governorate', 'University of Aleppo']);
  await expect(chosen).toContainText('Second-largest city of Syria, mentioned 6 times');
  await chosen.getByRole('button', { name: 'University of Aleppo' }).click();
  await expect.poll(() => currentMention(page)).toEqual(['Aleppo University']);
});

test('keys go from mark to mark, choose and zoom', async ({ page }) => {
  await openDemo(page);
  const map = await openPart(page, 'map');
  await mark(map, 'aleppo').focus();
  await page.keyboard.press('ArrowRight');
  const next = map.locator('.mark:focus');
  await expect(next).toHaveAccessibleName(/Idlib/);
  await page.keyboard.press('Enter');
  await expect(map.locator('.chosen')).toContainText('Idlib');
  const before = await map.locator('.length').textContent();
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(map.locator('.length')).not.toHaveText(before ?? '');
  await page.keyboard.press('0');
  await expect(map.locator('.length')).toHaveText(before ?? '');
});

test('zooming in takes marks apart', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await openDemo(page);
  const map = await openPart(page, 'map');
  await expect(map.locator('.mark')).toHaveCount(1);
  await mark(map, 'aleppo').locator('.dot').click();
  await expect(map.locator('.mark')).toHaveCount(2);
});

test('the map follows the text', async ({ page }) => {
  await openDemo(page);
  const map = await openPart(page, 'map');
  await expect(mark(map, 'aleppo')).toBeVisible();
  await openDemoAt(page, '#article=korea');
  const other = await openPart(page, 'map');
  await expect(other.locator('.mark, .area').filter({ hasText: 'Seoul' })).toBeVisible();
  await expect(mark(other, 'aleppo')).toHaveCount(0);
});

test('every place is in the list, with what it is', async ({ page }) => {
  await openDemo(page);
  const map = await openPart(page, 'map');
  await map.getByText('The 8 places as a list').click();
  await expect(map.locator('details li')).toHaveCount(8);
  await expect(map.locator('details li').first()).toContainText('Country in the Middle East');
});
