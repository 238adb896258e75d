/** The popup and the side panel: the state of a page, its cast, its day, its map, and its export. */
import { readFileSync } from 'node:fs';
import { expect, expectArticle, lit, SITE, test } from './support.js';
import { openOver, save } from './pages.js';

test('the popup tells what is on the page, and goes there', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  const popup = await openOver(extension, 'popup.html', page);
  await expect(popup.locator('.host')).toHaveText('127.0.0.1');
  await expect(popup.getByRole('status').first()).toHaveText('9 actors, 8 places');
  await expect(popup.locator('.as-of input')).toHaveValue('2024-12-01');
  await expect(popup.locator('.as-of')).toContainText('The date that the page gives.');
  const assad = popup.locator('[data-entity="bashar-al-assad"]');
  await expect(assad).toContainText('President of Syria');
  await assad.getByRole('button', { name: /^Bashar al-Assad/ }).click();
  await expect(assad.locator('.name')).toHaveAttribute('aria-current', 'true');
  await expect.poll(async () => (await lit(page))['namelight-current']).toEqual(['Bashar al-Assad']);
});

test('another day gives other roles, and the way back', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  const popup = await openOver(extension, 'popup.html', page);
  const role = popup.locator('[data-entity="bashar-al-assad"] .role');
  await expect(role).toContainText('President of Syria');
  await popup.locator('.as-of input').fill('2025-02-01');
  await popup.locator('.as-of input').press('Tab');
  await expect(role).toContainText('Former president');
  await expect(popup.locator('.as-of')).toContainText('The page itself says 1');
  await popup.getByRole('button', { name: 'Back to the page’s date' }).click();
  await expect(role).toHaveText(/Person\s+President of Syria/);
});

test('an entity is hidden on the page from the list, and shown again', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  const popup = await openOver(extension, 'popup.html', page);
  await popup.getByRole('button', { name: 'Hide Bashar al-Assad on this page' }).click();
  await expect.poll(async () => (await lit(page))['namelight-actor']).not.toContain('Bashar al-Assad');
  await expect(popup.locator('[data-entity="bashar-al-assad"]')).toHaveCount(0);
  await expect(popup.locator('li[data-entity] .name').first()).toBeFocused();
  await popup.getByRole('button', { name: 'Show Bashar al-Assad again' }).click();
  await expect.poll(async () => (await lit(page))['namelight-actor']).toContain('Bashar al-Assad');
});

test('a site is switched off for good, and back on', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  const popup = await openOver(extension, 'popup.html', page);
  await expect(popup.getByRole('radio', { name: 'Always' })).toBeChecked();
  await popup.getByRole('radio', { name: 'Never' }).click({ force: true });
  await expect.poll(() => lit(page)).toEqual({});
  await expect(popup.getByRole('status').first()).toHaveText('Never lit up, as you chose');
  await expect(popup.getByRole('radio', { name: 'Never' })).toBeChecked();
  await expect(popup.getByRole('switch')).toBeDisabled();
  await page.reload();
  expect(await lit(page)).toEqual({});
  await extension.agree('http://127.0.0.1/*', '*://127.0.0.1/*');
  await popup.bringToFront();
  await popup.getByRole('radio', { name: 'Always' }).click({ force: true });
  await expectArticle(page);
  await expect(popup.getByRole('status').first()).toHaveText('9 actors, 8 places');
});

test('a page that no extension may read says so', async ({ page, extension }) => {
  await page.goto('chrome://version/');
  const popup = await openOver(extension, 'popup.html', page);
  await expect(popup.getByRole('status')).toHaveText('Names cannot be lit up here.');
  await expect(popup.getByRole('switch')).toBeDisabled();
});

test('the panel draws the map of the page, and saves its names', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  const panel = await openOver(extension, 'panel.html', page);
  await panel.getByRole('tab', { name: 'Names' }).focus();
  await panel.keyboard.press('ArrowRight');
  await expect(panel.getByRole('tab', { name: 'Map' })).toBeFocused();
  await expect(panel.locator('#room-map').getByText('The list of 8 places')).toBeVisible({ timeout: 30_000 });
  await panel.getByRole('tab', { name: 'Export' }).click();
  const download = await save(panel, 'Save as Table (CSV)');
  expect(download.suggestedFilename()).toBe('The-seed-article.csv');
  expect(readFileSync(await download.path(), 'utf8')).toContain('Bashar al-Assad');
  await expect(panel.getByRole('status').last()).toHaveText('The-seed-article.csv was saved.');
});
