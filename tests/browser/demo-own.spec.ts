/** The demo page's gazetteers of the reader's own: brought, refused, stopped, written, edited, saved, taken away. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, openDemo, test } from './support.js';
import { openPart } from './demo-parts.js';

const tests = fileURLToPath(new URL('..', import.meta.url));
const files = '[data-part="own"] input[type="file"]';
const csv = (content: string, name = 'alliance.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const inCast = (page: Page, name: string): Locator =>
  page.locator('#cast li').filter({ has: page.locator('.name').getByText(name, { exact: true }) });
/** The importer is large, and is fetched and compiled when it is first used. */
const FIRST = { timeout: 20_000 };
const ALLIANCE = csv(
  'name,type,website,role,from\n' +
    'rebel alliance,organisation,https://alliance.example/,Alliance of armed groups,2024-11-27\n' +
    ',person,,,\n' +
    'Somewhere,city,https://somewhere.example/,City of ours,some day\n',
);

test('a table lights up at once, and says row by row what it could not read', async ({ page }) => {
  await openDemo(page);
  const own = await openPart(page, 'own');
  await page.locator(files).setInputFiles(ALLIANCE);
  await expect(own.getByText('2 rows taken, 1 skipped.')).toBeVisible(FIRST);
  const entry = inCast(page, 'rebel alliance');
  await expect(entry).toContainText('Alliance of armed groups');
  await own.getByText('What was found, row by row').click();
  await expect(own.getByRole('row').filter({ hasText: 'skipped' })).toContainText('the row has no name');
  await expect(own.getByRole('row').filter({ hasText: 'some day' })).toHaveCount(1);
  await expect(own.locator('.shelf')).toContainText('2 entities, 2 names; once in this text');
});

for (const [format, file, count] of [
  ['STIX', 'bundle.stix.json', /\d+ entit/],
  ['a Wikidata result', 'wikidata.json', /\d+ entit/],
  ['FollowTheMoney', 'entities.ftm.json', /\d+ entit/],
  ['GeoNames', 'places.txt', /\d+ entit/],
] as const) {
  test(`${format} is told by its content and laid over`, async ({ page }) => {
    await openDemo(page);
    const own = await openPart(page, 'own');
    await page.locator(files).setInputFiles(join(tests, 'import', file));
    await expect(own.locator('.imports [data-phase="done"]')).toHaveCount(1, FIRST);
    await expect(own.locator('.shelf > li')).toContainText(count);
  });
}

test('what cannot be read leaves all as it was, and says why', async ({ page }) => {
  await openDemo(page);
  const own = await openPart(page, 'own');
  const before = await page.locator('#cast li').count();
  await page.locator(files).setInputFiles([
    csv('name,type\n,person\n,city\n', 'empty.csv'),
    { name: 'damaged.nlpack', mimeType: 'application/octet-stream', buffer: Buffer.from('NLPK and no more') },
    { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([137, 80, 78, 71]) },
  ]);
  await expect(own.locator('[data-phase="failed"]')).toHaveCount(3, FIRST);
  await expect(own.locator('.imports')).toContainText('none of the 2 rows could be taken');
  await expect(own.locator('.imports')).toContainText('Nothing tells what this file is.');
  await expect(own.locator('.shelf > li')).toHaveCount(0);
  await expect(page.locator('#cast li')).toHaveCount(before);
});

test('a long import shows how far it is, leaves the page free, and can be stopped', async ({ page }) => {
  test.slow();
  await openDemo(page);
  const own = await openPart(page, 'own');
  const rows = Array.from({ length: 100_000 }, (_, row) => `Name ${row} of many,organisation`);
  await page.locator(files).setInputFiles(csv(`name,type\n${rows.join('\n')}\n`, 'many.csv'));
  const progress = own.getByRole('progressbar');
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value), FIRST).toBeGreaterThan(0);
  await own.getByRole('button', { name: 'Stop' }).click();
  await expect(own.getByText('Stopped; nothing of it is used.')).toBeVisible();
  await expect(own.locator('.shelf > li')).toHaveCount(0);
});

test('an entry lights up as it is written, and goes dark when it is removed', async ({ page }) => {
  await openDemo(page);
  const own = await openPart(page, 'own');
  await own.getByLabel('Name', { exact: true }).fill('rebel coalition');
  await expect(own.getByText('rebel coalition lights up once in the text.')).toBeVisible();
  await own.getByLabel('What it is, or holds').fill('Coalition of groups');
  const entry = inCast(page, 'rebel coalition');
  await expect(entry).toContainText('Coalition of groups');
  await own.getByLabel('Other names, one per line').pressSequentially('rebels\nREB');
  await own.getByLabel('What it is, or holds').focus();
  await expect(own.getByText(/rebel coalition lights up [2-9] times/)).toBeVisible();
  await own.getByRole('button', { name: 'Remove this entity' }).click();
  await expect(entry).toHaveCount(0);
});

test('words selected in the report become an entry', async ({ page }) => {
  await openDemo(page);
  const own = await openPart(page, 'own');
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('#article') as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf('northern Syria') ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + 'northern Syria'.length);
    }
  });
  await own.getByRole('button', { name: 'Take the words selected in the report' }).click();
  await expect(own.getByLabel('Name', { exact: true })).toHaveValue('northern Syria');
  await expect(inCast(page, 'northern Syria')).toBeVisible();
});

test('an imported entity is edited, and the gazetteer saved as a file and as a pack that can be brought again', async ({ page }) => {
  test.slow();
  await openDemo(page);
  const own = await openPart(page, 'own');
  await page.locator(files).setInputFiles(ALLIANCE);
  await expect(own.locator('.shelf > li')).toHaveCount(1, FIRST);
  await own.getByRole('button', { name: 'Edit alliance' }).click();
  await own.getByLabel('Entity').selectOption({ label: 'rebel alliance' });
  await own.getByLabel('What it is, or holds').fill('Alliance, as edited');
  const entry = inCast(page, 'rebel alliance');
  await expect(entry).toContainText('Alliance, as edited');

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    own.getByRole('button', { name: 'Save alliance as .json' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('alliance.json');
  const file = JSON.parse(await readFile(await saved.path(), 'utf8')) as { entities: { name: string; roles?: object[] }[] };
  expect(file.entities.find(({ name }) => name === 'rebel alliance')?.roles).toEqual([
    { title: 'Alliance, as edited', from: '2024-11-27' },
  ]);

  const [pack] = await Promise.all([
    page.waitForEvent('download'),
    own.getByRole('button', { name: 'Save alliance as pack' }).click(),
  ]);
  await own.getByRole('button', { name: 'Take alliance away' }).click();
  await expect(entry).toHaveCount(0);
  const content = await readFile(await pack.path());
  await page.locator(files).setInputFiles({ name: 'again.nlpack', mimeType: 'application/octet-stream', buffer: content });
  await expect(entry).toContainText('Alliance, as edited', FIRST);
});

test('where a name meets one beneath, that is told', async ({ page }) => {
  await openDemo(page);
  const own = await openPart(page, 'own');
  await page.locator(files).setInputFiles(csv('id,name,type\naleppo,Aleppo of ours,city\n'));
  await expect(own.locator('.shelf > li')).toHaveCount(1, FIRST);
  await own.getByText(/Where it meets what lies beneath/).click();
  await expect(own.locator('.shelf')).toContainText('aleppo takes the place of the entity with the same id.');
});
