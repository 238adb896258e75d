/** Names of the reader's own, from the form to the page; looks and languages, at once; all of it as one file. */
import { overlayLines } from './closed.js';
import { expect, expectArticle, SITE, test } from './support.js';
import { openQuietly, save } from './pages.js';

test('a name of the reader’s own is added, lit, edited, paused and deleted', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  const texts = async (): Promise<string[]> => (await overlayLines(page)).map(({ text }) => text);
  const options = await openQuietly(extension, 'options.html#add=reconnaissance');
  const form = options.page.locator('form.entry');
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('reconnaissance');
  await form.getByLabel('Name', { exact: true }).fill('opposition');
  await form.getByLabel('What it is').selectOption('organisation');
  await form.getByLabel('In a few words').fill('A word to watch');
  await form.getByRole('button', { name: 'Keep' }).click();
  const entry = options.page.locator('[data-entry]');
  await expect(entry).toContainText('opposition');
  await expect(entry).toContainText('Organisation · A word to watch');
  await page.bringToFront();
  await expect.poll(texts).toContain('opposition');
  await options.page.bringToFront();
  await entry.getByRole('checkbox', { name: 'Pause' }).check();
  await page.bringToFront();
  await expectArticle(page);
  await options.page.bringToFront();
  await entry.getByRole('button', { name: 'Edit opposition' }).click();
  await form.getByLabel('Other names').fill('rebels\n\n');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(entry).toContainText('also rebels');
  await entry.getByRole('button', { name: 'Delete opposition' }).click();
  await expect(entry).toHaveCount(0);
  expect(options.complaints).toEqual([]);
});

test('lines and colours change on the preview and on open pages', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  const line = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body, '::highlight(namelight-place)').textDecorationStyle);
  expect(await line()).toBe('dashed');
  const options = await openQuietly(extension, 'options.html#looks');
  const places = options.page.getByRole('group', { name: 'Places' });
  await places.getByLabel('Line').selectOption('double');
  await expect(options.page.locator('[data-ground="light"] [data-as="place"]')).toHaveCSS('text-decoration-style', 'double');
  await expect.poll(line).toBe('double');
  await places.getByLabel('Colour', { exact: true }).fill('#fafafa');
  await expect(places).toContainText('hard to see on light pages');
  await options.page.getByRole('button', { name: 'Back to the original looks' }).click();
  await expect.poll(line).toBe('dashed');
});

test('the language is another at once, and written in its own direction', async ({ extension }) => {
  const { page, complaints } = await openQuietly(extension, 'options.html#language');
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const titles: Record<string, unknown> = {};
    const update = async (id: string, { title }: { title?: string }): Promise<void> => {
      titles[id] = title;
    };
    Object.assign(chrome.contextMenus, { update });
    Object.assign(globalThis, { titles });
  });
  await page.getByLabel('Language of Namelight').selectOption('العربية');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('h1')).toHaveText('الخيارات');
  await page.getByLabel('لغة Namelight').selectOption('Русский');
  await expect(page.locator('h1')).toHaveText('Настройки');
  const titles = (): Promise<object> => worker.evaluate(() => (globalThis as unknown as { titles: object }).titles);
  await expect
    .poll(titles)
    .toEqual({ 'look-up': 'Кто или что такое «%s»?', add: expect.stringContaining('«%s»') });
  await page.getByRole('link', { name: 'О программе' }).click();
  await expect(page.getByText('К следующему имени')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what tells of the reader is shared only when that is turned on', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html#language');
  const shared = (): Promise<string[]> =>
    extension.within(async () => Object.keys(await chrome.storage.sync.get(null)), undefined);
  for (const name of ['Sites where names are always or never lit up', 'Words never lit up', 'My names']) {
    await expect(page.getByRole('switch', { name })).not.toBeChecked();
  }
  await expect(page.getByRole('switch', { name: 'My names' })).toHaveAccessibleDescription(/Google or Mozilla/);
  await page.getByRole('switch', { name: 'My names' }).check();
  await expect.poll(shared).toContain('own');
  await page.getByRole('switch', { name: 'My names' }).uncheck();
  await expect.poll(shared).not.toContain('own');
});

test('a backup has everything, and puts it back', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html#add=Zanthorpe');
  await page.locator('form.entry').getByRole('button', { name: 'Keep' }).click();
  await expect(page.locator('[data-entry]')).toContainText('Zanthorpe');
  await page.getByRole('link', { name: 'Backup' }).click();
  const download = await save(page, 'Save a backup');
  await page.getByRole('link', { name: 'My names' }).click();
  await page.getByRole('button', { name: 'Delete Zanthorpe' }).click();
  await expect(page.locator('[data-entry]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Backup' }).click();
  const choose = page.locator('input[type="file"]');
  await choose.setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(page.getByRole('alert')).toContainText('this is no backup of Namelight');
  await choose.setInputFiles(await download.path());
  await expect(page.getByText('1 name of your own.')).toBeVisible();
  await page.getByRole('button', { name: 'Replace everything' }).click();
  await expect(page.getByText('The backup was put back.')).toBeVisible();
  await page.getByRole('link', { name: 'My names' }).click();
  await expect(page.locator('[data-entry]')).toContainText('Zanthorpe');
});
