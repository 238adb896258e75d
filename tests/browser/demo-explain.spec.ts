/** The demo page's explanation of a name, stage by stage. */
import type { Locator } from '@playwright/test';
import { expect, openDemo, pointOf, test } from './support.js';
import { openPart } from './demo-parts.js';
import { pasteInto } from './demo-page.js';

const step = (explain: Locator, title: string): Locator => explain.locator('.stages > li').filter({ hasText: title });
/** The importer's module, in which it is, is large. */
const FIRST = { timeout: 20_000 };

test('a name clicked in the report is explained, stage by stage', async ({ page }) => {
  await openDemo(page);
  const explain = await openPart(page, 'explain');
  const { x, y } = await pointOf(page, 'Assad');
  await page.mouse.click(x, y);
  await expect(step(explain, 'As it is written').locator('.mark')).toHaveText('Assad', FIRST);
  await expect(step(explain, 'As it is compared').locator('.meant')).toHaveText(['assad']);
  await expect(step(explain, 'What stands in the gazetteers')).toContainText(/Bashar al-Assad.*“Assad”, short form/s);
  await expect(step(explain, 'What decides')).toContainText('The full name stands elsewhere in the text.');
  await expect(step(explain, 'What decides').getByRole('button')).toHaveText(['Bashar al-Assad']);
  await expect(step(explain, 'Who or what is meant')).toContainText('Bashar al-Assad: certain.');
  await expect(step(explain, 'Who or what is meant')).toContainText('President of Syria');
});

test('what case, length and evidence dropped is told', async ({ page }) => {
  await openDemo(page);
  await pasteInto(page, { 'text/plain': 'News from Syria\n\nWho was sent by the Syrian Ministry of Defence to Damascus on Monday?' });
  await expect(page.locator('#cast [data-entity="syria-defence-ministry"]')).toBeVisible();
  const explain = await openPart(page, 'explain');
  await page.locator('#cast [data-entity="syria-defence-ministry"] .name').click();
  const dropped = step(explain, 'What is dropped');
  await expect(dropped.getByRole('listitem').filter({ hasText: '“Who”' })).toContainText('The text is cased otherwise', FIRST);
  await expect(dropped.getByRole('listitem').filter({ hasText: '“Syrian”' }).first()).toContainText('It lies within “Syrian Ministry of Defence”');
});

test('an entry of the reader is explained as well', async ({ page }) => {
  test.slow();
  await openDemo(page);
  const own = await openPart(page, 'own');
  await own.getByLabel('Name', { exact: true }).fill('rebel coalition');
  await expect(own.getByText('rebel coalition lights up once in the text.')).toBeVisible();
  const explain = await openPart(page, 'explain');
  await page.locator('#cast li').filter({ hasText: 'rebel coalition' }).locator('.name').first().click();
  await expect(step(explain, 'What stands in the gazetteers')).toContainText('rebel coalition', FIRST);
  await expect(step(explain, 'Who or what is meant')).toContainText('rebel coalition: certain.');
});

test('the explanation goes from name to name', async ({ page }) => {
  await openDemo(page);
  const explain = await openPart(page, 'explain');
  await explain.getByRole('button', { name: 'Explain the first name' }).click();
  await expect(explain.locator('.passage .mark')).toHaveText('Syrian', FIRST);
  await explain.getByRole('button', { name: 'Next name' }).click();
  await expect(explain.locator('.passage .mark')).toHaveText('Russian');
  await explain.getByRole('button', { name: 'Previous name' }).click();
  await expect(explain.locator('.passage .mark')).toHaveText('Syrian');
});
