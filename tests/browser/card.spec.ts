/** The card by pointer, keyboard and touch. Timers are the test's own: nothing waits for real time. */
import type { Page } from '@playwright/test';
import { card, expect, openDemo, pointOf, test } from './support.js';

const frame = (page: Page) => page.locator('namelight-card .frame');
const name = (page: Page) => card(page).locator('h2');

test.describe('pointer', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install({ time: '2025-01-01T00:00:00Z' });
    await openDemo(page);
    await page.clock.pauseAt('2025-01-01T01:00:00Z');
  });

  test('resting on a name opens its card, passing by does not', async ({ page }) => {
    const { x, y } = await pointOf(page, 'TASS');
    await page.mouse.move(x, y);
    await page.clock.runFor(100);
    await page.mouse.move(x, y + 300);
    await page.clock.runFor(1000);
    await expect(card(page)).toBeHidden();
    await page.mouse.move(x, y);
    await page.clock.runFor(150);
    await expect(name(page)).toHaveText('TASS');
  });

  test('the card stays while the pointer is on it and goes when the pointer has left', async ({
    page,
  }) => {
    const { x, y } = await pointOf(page, 'TASS');
    await page.mouse.move(x, y);
    await page.clock.runFor(150);
    await expect(card(page)).toBeVisible();
    await name(page).hover();
    await page.clock.runFor(5000);
    await expect(card(page)).toBeVisible();
    await page.mouse.move(2, 2);
    await page.clock.runFor(299);
    await expect(card(page)).toBeVisible();
    await page.clock.runFor(1);
    await expect(card(page)).toBeHidden();
  });

  test('Escape closes a card that was opened by the pointer', async ({ page }) => {
    const { x, y } = await pointOf(page, 'TASS');
    await page.mouse.move(x, y);
    await page.clock.runFor(150);
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
  });

  test('a click keeps the card, a click elsewhere closes it', async ({ page }) => {
    const { x, y } = await pointOf(page, 'TASS');
    await page.mouse.click(x, y);
    await expect(name(page)).toHaveText('TASS');
    await page.mouse.move(2, 2);
    await page.clock.runFor(5000);
    await expect(card(page)).toBeVisible();
    await page.mouse.click(2, 2);
    await expect(card(page)).toBeHidden();
  });
});

test.describe('keyboard', () => {
  test.beforeEach(({ page }) => openDemo(page));

  test('every mention is reached from the one tab stop, and focus opens its card', async ({
    page,
  }) => {
    const count = await page.evaluate(() =>
      [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
    );
    await page.locator('#step').focus();
    await page.keyboard.press('Enter');
    await expect(frame(page)).toBeFocused();
    const seen: string[] = [];
    for (let number = 0; number < count; number += 1) {
      await expect(card(page)).toBeVisible();
      seen.push((await frame(page).getAttribute('aria-label')) ?? '');
      await page.keyboard.press('ArrowRight');
    }
    expect(new Set(seen).size).toBe(count);
    await expect(frame(page)).toHaveAttribute('aria-label', seen[0] ?? '');
  });

  test('the tab key reaches the frame after the page, and arrow keys go both ways', async ({
    page,
  }) => {
    const last = page.locator('.part:not([hidden]) .room').last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toHaveClass(/furnished/);
    await page.locator(':is(button, a, input, select, textarea, summary, [tabindex="0"]):enabled:visible').last().focus();
    const reached = async (): Promise<boolean> => (await page.locator('namelight-card:focus-within').count()) > 0;
    for (let left = 60; left > 0 && !(await reached()); left -= 1) await page.keyboard.press('Tab');
    await expect(frame(page)).toBeFocused();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('End');
    const label = await frame(page).getAttribute('aria-label');
    await page.keyboard.press('Home');
    await expect(frame(page)).not.toHaveAttribute('aria-label', label ?? '');
    await page.keyboard.press('ArrowLeft');
    await expect(frame(page)).toHaveAttribute('aria-label', label ?? '');
  });

  test('a screen reader is told who it is with the focus, and of every step after it', async ({ page }) => {
    await page.locator('[data-entity="bashar-al-assad"] .name').press('Enter');
    await expect(frame(page)).toHaveAccessibleName('Bashar al-Assad, Person, mention 1 of 2');
    await expect(frame(page)).toHaveAccessibleDescription(
      /^On 1\sDecember 2024 President of Syria .* As of June 2025 Former president of Syria/,
    );
    const status = page.locator('namelight-card [role="status"]');
    await expect(status).toBeEmpty();
    await page.keyboard.press('Enter');
    await card(page).getByRole('button', { name: 'Next mention' }).press('Enter');
    await expect(status).toHaveText('Bashar al-Assad, President of Syria, mention 2 of 2');
  });

  test('from the cast list into the card and back', async ({ page }) => {
    const entry = page.locator('[data-entity="bashar-al-assad"] .name');
    await entry.focus();
    await page.keyboard.press('Enter');
    await expect(name(page)).toHaveText('Bashar al-Assad');
    await expect(frame(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card(page).getByRole('link').first()).toBeFocused();
    await card(page).getByRole('button', { name: 'Next mention' }).press('Enter');
    await expect(card(page).locator('footer')).toContainText('2 of 2');
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    await expect(entry).toBeFocused();
  });

  test('the card closes when the focus goes elsewhere', async ({ page }) => {
    await page.locator('#step').press('Enter');
    await expect(card(page)).toBeVisible();
    await page.locator('#as-of-slider').focus();
    await expect(card(page)).toBeHidden();
  });
});

test.describe('touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a tap opens the card, a tap elsewhere closes it', async ({ page }) => {
    await openDemo(page);
    const { x, y } = await pointOf(page, 'TASS');
    await page.touchscreen.tap(x, y);
    await expect(name(page)).toHaveText('TASS');
    const box = await card(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await page.touchscreen.tap(4, 4);
    await expect(card(page)).toBeHidden();
  });
});

test('the card links out safely and gives the role with its dates', async ({ page }) => {
  await openDemo(page);
  await page.locator('[data-entity="bashar-al-assad"] .name').click();
  await expect(card(page).locator('.role')).toContainText('On 1 December 2024');
  await expect(card(page).locator('.role')).toContainText('17 July 2000 to 8 December 2024');
  const link = card(page).getByRole('link', { name: /Wikipedia/ });
  await expect(link).toHaveAttribute('href', 'https://en.wikipedia.org/wiki/Bashar_al-Assad');
  await expect(link).toHaveAttribute('rel', /noopener/);
});
