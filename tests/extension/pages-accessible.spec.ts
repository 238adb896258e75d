/** All pages by WCAG 2.2 AA as far as axe-core sees, in both themes and from right to left. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, expectArticle, SITE, test } from './support.js';
import { openOver, openQuietly } from './pages.js';

const SECTIONS = ['gazetteers', 'add=Somebody', 'look-up=Biden', 'looks', 'sites', 'language', 'backup', 'about'];
const SCHEMES = ['light', 'dark'] as const;

async function expectNothingWrong(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}

test('options and welcome', async ({ extension }) => {
  test.setTimeout(120_000);
  const { page } = await openQuietly(extension, 'welcome.html');
  await page.getByRole('radio', { name: /^On the news sites/ }).check();
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await expectNothingWrong(page);
  }
  await page.goto(extension.address('pages/options.html'));
  for (const section of SECTIONS) {
    await page.goto(extension.address(`pages/options.html#${section}`));
    await expect(page.locator('main h2')).toBeVisible();
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await expectNothingWrong(page);
    }
  }
});

test('popup and panel', async ({ page, extension }) => {
  test.setTimeout(120_000);
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  for (const path of ['popup.html', 'panel.html']) {
    const opened = await openOver(extension, path, page);
    await expect(opened.locator('[data-entity]').first()).toBeVisible();
    for (const colorScheme of SCHEMES) {
      await opened.emulateMedia({ colorScheme });
      await expectNothingWrong(opened);
    }
    if (path === 'popup.html') continue;
    for (const [view, says] of [['Map', 'The list of 8 places'], ['Export', 'GeoJSON']] as const) {
      await opened.getByRole('tab', { name: view }).click();
      await expect(opened.getByText(says, { exact: true })).toBeVisible({ timeout: 30_000 });
      await expectNothingWrong(opened);
    }
  }
});

test('no page is wider than a phone', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'welcome.html');
  await page.getByRole('radio', { name: /^On the news sites/ }).check();
  await page.setViewportSize({ width: 320, height: 700 });
  const excess = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await excess()).toBe(0);
  for (const section of SECTIONS) {
    await page.goto(extension.address(`pages/options.html#${section}`));
    await expect(page.locator('main h2')).toBeVisible();
    expect([section, await excess()]).toEqual([section, 0]);
  }
});
