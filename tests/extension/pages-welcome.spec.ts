/** The welcome page and the sites of the options: nothing is asked before a click, and all can be taken back. */
import { expect, expectArticle, EVERYWHERE, lit, test } from './support.js';
import { openQuietly } from './pages.js';

const origins = async (): Promise<string[]> => ((await chrome.permissions.getAll()).origins ?? []).sort();

test('sites are chosen from the list, and only they are asked for', async ({ extension }) => {
  await extension.agree('*://*.reuters.com/*', '*://*.bbc.com/*', '*://*.bbc.co.uk/*');
  const { page, complaints } = await openQuietly(extension, 'welcome.html');
  await expect(page.getByRole('radio', { name: /^When I click/ })).toBeChecked();
  await page.getByRole('radio', { name: /^On the news sites/ }).check();
  await expect(page.getByRole('button', { name: 'Choose outlets first' })).toBeDisabled();
  await page.getByRole('searchbox').fill('bbc');
  await expect(page.getByText('1 outlet', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: /^BBC/ }).check();
  await page.getByRole('searchbox').fill('reuters.com');
  await page.getByRole('checkbox', { name: /^Reuters/ }).check();
  expect(await extension.within(origins, undefined)).toEqual([]);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Allow 2 outlets' }).click();
  await expect(page.getByText('Done. Pages that are open already')).toBeVisible();
  expect(await extension.within(origins, undefined)).toEqual(['*://*.bbc.co.uk/*', '*://*.bbc.com/*', '*://*.reuters.com/*']);
  expect(complaints).toEqual([]);
});

test('a region is chosen at once, and partly', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'welcome.html');
  await page.getByRole('radio', { name: /^On the news sites/ }).check();
  const region = page.getByRole('group', { name: 'Oceania' });
  const all = region.getByRole('checkbox', { name: /^Oceania/ });
  await all.check();
  const each = region.getByRole('listitem').getByRole('checkbox');
  const count = await each.count();
  expect(count).toBeGreaterThan(2);
  await expect(page.getByRole('button', { name: `Allow ${count} outlets` })).toBeEnabled();
  await each.first().uncheck();
  await expect(all).not.toBeChecked();
  expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
});

test('everywhere is granted on the welcome page, and taken back in the options', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.agree(EVERYWHERE);
  const welcome = await openQuietly(extension, 'welcome.html');
  await welcome.page.getByRole('radio', { name: /^Everywhere/ }).check();
  await welcome.page.getByRole('button', { name: 'Allow all sites' }).click();
  await expectArticle(page);
  const options = await openQuietly(extension, 'options.html#sites');
  const everywhere = options.page.getByRole('switch', { name: /^Everywhere/ });
  await expect(everywhere).toBeChecked();
  await everywhere.uncheck();
  await expect.poll(() => lit(page)).toEqual({});
});

test('sites are added to never, by address or by name, and removed', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html#sites');
  const never = page.getByRole('region', { name: 'Never' });
  await never.getByRole('textbox').fill('https://www.example.org/news');
  await never.getByRole('button', { name: 'Add' }).click();
  await expect(never.getByRole('listitem')).toContainText('example.org');
  await never.getByRole('textbox').fill('no site');
  await never.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('That is not the name of a site')).toBeVisible();
  await never.getByRole('button', { name: 'Remove example.org' }).click();
  await expect(never.getByRole('listitem')).toHaveCount(0);
});
