/** Where names are lit: on a click, on sites that were granted, and nowhere else. */
import { EVERYWHERE, expect, expectArticle, lit, SITE, test } from './support.js';

test('nothing runs anywhere until the reader says so', async ({ page, extension }) => {
  await page.goto('/article');
  expect(await extension.registered()).toEqual([]);
  expect(await extension.within(async () => (await chrome.permissions.getAll()).origins, undefined)).toEqual([]);
  expect(await lit(page)).toEqual({});
});

test('names are lit on a page that is turned on by hand, whatever its policy', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.press(page);
  const on = await extension.within(async (address) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find(({ url }) => url === address)?.id;
    return chrome.runtime.sendMessage({ ask: 'turn-on', tab });
  }, page.url());
  expect(on).toEqual({ answer: { on: true } });
  await expectArticle(page);
});

test('names are lit on sites that were granted, from then on and in pages that are open', async ({ page, extension }) => {
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  await page.reload();
  await expectArticle(page);
});

test('what was granted everywhere and taken back is reflected at once', async ({ page, extension }) => {
  await extension.grant(EVERYWHERE);
  await page.goto('/article');
  await expectArticle(page);
  await extension.revoke(EVERYWHERE);
  await expect.poll(() => lit(page)).toEqual({});
  expect(await extension.registered()).toEqual([]);
  await expect(page.locator('namelight-card')).toHaveCount(0);
});

test('a page that was turned off stays so when something else changes', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/article');
  await expectArticle(page);
  await extension.happen('command', page, 'toggle');
  await expect.poll(() => lit(page)).toEqual({});
  const other = await extension.context.newPage();
  await other.goto('/article/other');
  await expectArticle(other);
  await extension.within(() => chrome.storage.sync.set({ language: { pieces: 1 }, 'language/0': '"de"' }), undefined);
  await other.evaluate(() => document.querySelector('article')?.append('Then Damascus.'));
  await other.bringToFront();
  await expect.poll(() => lit(other)).toMatchObject({ 'namelight-place': expect.arrayContaining(['Damascus']) });
  expect(await lit(page)).toEqual({});
});

test('a site where it shall never run is left alone, also when it runs everywhere', async ({ page, extension }) => {
  await extension.grant(EVERYWHERE);
  await page.goto('/article');
  await expectArticle(page);
  const never = (hosts: string[]): Promise<void> =>
    extension.within((never) => chrome.storage.local.set({ sites: { always: [], never } }), hosts);
  await never(['127.0.0.1']);
  await expect.poll(() => lit(page)).toEqual({});
  const other = await extension.context.newPage();
  await other.goto(page.url().replace('127.0.0.1', 'localhost'));
  await expectArticle(other);
  await never([]);
  await expectArticle(page);
});

test('a background that was killed is asked again, and the page ends lit', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/article');
  await expectArticle(page);
  const own = await extension.open('manifest.json');
  const backgrounds = (): Promise<string[]> =>
    own.evaluate(async () => {
      const contexts = await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND' as chrome.runtime.ContextType] });
      return contexts.map(({ contextId }) => contextId);
    });
  const before = await backgrounds();
  expect(before).toHaveLength(1);
  await extension.kill();
  // None, or another one where something was asked meanwhile.
  await expect.poll(backgrounds).not.toEqual(before);
  await page.bringToFront();
  await page.evaluate(() => {
    const article = document.querySelector('article');
    if (article) article.innerHTML = '<p>The talks in Damascus went on.</p>';
  });
  await expect.poll(() => lit(page)).toEqual({ 'namelight-place': ['Damascus'] });
});
