/** Gazetteers: imported with progress, stopped, refused with their rows; ordered, switched, saved, deleted. */
import type { Page } from '@playwright/test';
import { thorough } from '../browser/run.js';
import { expect, test, type Extension } from './support.js';
import { choose, openQuietly, save, table } from './pages.js';

const GOOD = 'name,type,role\nZanthorpe Veld,person,Harbour master\nQuillmark,city,Town on the coast\n';
const PARTLY = 'name,type,role\nZanthorpe Veld,person,Harbour master\n,person,Nobody\nQuillmark,city,Town\n';
const BROKEN = '{"entities":[{"id":"a","type":"person","name":"A"},{"id":"a","type":"nonsense","name":""}]}';

async function add(page: Page, name: string, text: string): Promise<void> {
  await choose(page, name, text);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.locator('.job')).toHaveAttribute('data-state', 'kept');
}

/** All that is kept of gazetteers: the list, and the ids of the packs. */
function kept(extension: Extension): Promise<unknown> {
  return extension.within(async () => {
    const { gazetteers } = await chrome.storage.local.get('gazetteers');
    const [database] = await indexedDB.databases();
    if (!database?.name) return { gazetteers, packs: [] };
    const packs = await new Promise<unknown>((resolve, reject) => {
      const opening = indexedDB.open(database.name ?? '');
      opening.onerror = () => reject(opening.error ?? new Error('no database'));
      opening.onsuccess = () => {
        const keys = opening.result.transaction('packs').objectStore('packs').getAllKeys();
        keys.onsuccess = () => {
          opening.result.close();
          resolve(keys.result);
        };
      };
    });
    return { gazetteers, packs };
  }, undefined);
}

test('a table becomes a gazetteer on top of the others, private by itself', async ({ extension }) => {
  const { page, complaints } = await openQuietly(extension, 'options.html');
  await choose(page, 'harbour.csv', GOOD);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('harbour');
  await expect(page.getByRole('combobox', { name: /^Format/ })).toHaveValue('csv');
  await page.getByLabel('Name', { exact: true }).fill('Harbours');
  await page.getByRole('button', { name: 'Import' }).click();
  const first = page.locator('.layers > li').first();
  await expect(first).toContainText('Harbours');
  await expect(first).toContainText('2 entities');
  await expect(first.getByRole('checkbox', { name: /^Private/ })).toBeChecked();
  expect(complaints).toEqual([]);
});

test('a table with titles of its own is told which column has the names', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html');
  await choose(page, 'häfen.csv', 'Hafen;Art;Wer\nZanthorpe Veld;person;Harbour master\nQuillmark;city;Town\n');
  await page.locator('[data-field="name"]').selectOption('Hafen');
  await page.locator('[data-field="type"]').selectOption('Art');
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.locator('.layers > li').first()).toContainText('2 entities');
});

test('rows that cannot be read are told by line, and the rest waits for the reader', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html');
  const before = await kept(extension);
  await choose(page, 'partly.csv', PARTLY);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.locator('.findings')).toContainText('partly.csv:3');
  await expect(page.locator('.job')).toContainText('1 row was left out.');
  expect(await kept(extension)).toEqual(before);
  await page.getByRole('button', { name: 'Keep 2 entities' }).click();
  await expect(page.locator('.layers > li')).toHaveCount(2);
});

test('a broken file says why and leaves all as it was', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html');
  await add(page, 'harbour.csv', GOOD);
  const before = await kept(extension);
  await choose(page, 'broken.json', BROKEN);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be imported' })).toBeVisible();
  await expect(page.locator('.findings tbody tr').first()).toContainText('broken.json');
  expect(await kept(extension)).toEqual(before);
  await expect(page.locator('.layers > li')).toHaveCount(2);
});

test('a hundred thousand rows are imported while the page goes on', async ({ extension }) => {
  test.skip(!thorough, 'it takes long');
  test.setTimeout(120_000);
  const { page } = await openQuietly(extension, 'options.html');
  await choose(page, 'fleet.csv', table(100_000));
  await page.evaluate(() => {
    const values: number[] = [];
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar && values.at(-1) !== bar.value) values.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { values });
  });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.locator('.job')).toHaveAttribute('data-state', 'kept', { timeout: 100_000 });
  const values = await page.evaluate(() => (globalThis as unknown as { values: number[] }).values);
  expect(values.length).toBeGreaterThan(3);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  await expect(page.locator('.layers > li').first()).toContainText('100,000 entities');
});

test('an import is stopped and nothing is kept of it', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html');
  const before = await kept(extension);
  await choose(page, 'fleet.csv', table(400_000));
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('.job')).toHaveAttribute('data-state', 'stopped');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing has changed' })).toBeVisible();
  expect(await kept(extension)).toEqual(before);
});

test('gazetteers are ordered, switched off, saved, and deleted after a question', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html');
  await add(page, 'lower.csv', GOOD);
  await add(page, 'upper.csv', GOOD);
  const rows = page.locator('.layers > li h3');
  await expect(rows).toHaveText(['upper', 'lower', 'World news']);
  await page.getByRole('button', { name: 'Move lower up' }).click();
  await expect(rows).toHaveText(['lower', 'upper', 'World news']);
  await page.getByRole('switch', { name: 'Use upper' }).uncheck();
  const download = await save(page, 'Save lower as a file');
  expect(download.suggestedFilename()).toBe('lower.nlpack');
  await page.getByRole('button', { name: 'Delete upper' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Delete upper' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(rows).toHaveText(['lower', 'World news']);
  await page.locator('input[type="file"]').setInputFiles(await download.path());
  await expect(page.getByRole('combobox', { name: /^Format/ })).toHaveValue('pack');
});
