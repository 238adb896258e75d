/** Pages of all sorts: frames, single-page sites, hostile styles, many tabs, private windows. */
import { cardText, overlayLines } from './closed.js';
import { EVERYWHERE, expect, expectArticle, lit, SITE, test } from './support.js';

test('frames of other sites are lit as well where they were granted, and each name once', async ({ page, extension }) => {
  await extension.grant(EVERYWHERE);
  await page.goto('/frames.html');
  await expect.poll(() => lit(page)).toEqual({ 'namelight-place': ['Damascus'] });
  for (const id of ['same', 'other']) {
    const inner = page.frame({ url: new RegExp(`${id === 'same' ? '127.0.0.1' : 'localhost'}.*inner`) });
    await expect
      .poll(() => inner?.evaluate(() => [...CSS.highlights].map(([name, ranges]) => [name, ranges.size])))
      .toEqual([['namelight-place', 1]]);
  }
  await expect(page.locator('namelight-card')).toHaveCount(1);
});

test('a frame of a site that was not granted is left alone', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/frames.html');
  await expect.poll(() => lit(page)).toEqual({ 'namelight-place': ['Damascus'] });
  const same = page.frame({ url: /127.0.0.1.*inner/ });
  await expect.poll(() => same?.evaluate(() => CSS.highlights.size)).toBe(1);
  const other = page.frame({ url: /localhost/ });
  expect(await other?.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([0, 0]);
});

test('a site that shows another article without loading a page is read anew, as of its own day', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/article');
  await expectArticle(page);
  const reported = await extension.open('pages/popup.html');
  await reported.evaluate(async (address) => {
    const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address);
    const port = chrome.tabs.connect(tab?.id ?? 0, { name: 'page' });
    port.onMessage.addListener(({ state }: { state: unknown }) => Object.assign(globalThis, { state }));
  }, page.url());
  const state = (): Promise<unknown> => reported.evaluate(() => (globalThis as unknown as { state: unknown }).state);
  await expect.poll(state).toMatchObject({ date: '2024-12-01', found: { from: 'meta' }, chosen: false });
  await page.bringToFront();
  await page.evaluate(() => {
    history.pushState({}, '', '/article/2025/03/04/another');
    document.querySelector('meta[property]')?.remove();
    document.body.replaceWith(document.createElement('body'));
    document.body.append('Next it was Homs.');
  });
  await expect.poll(() => lit(page)).toEqual({ 'namelight-place': ['Homs'] });
  await expect.poll(state).toMatchObject({ date: '2025-03-04', found: { from: 'address' } });
});

test('styles that hide all that is not the page do not hide the card', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/hostile.html');
  await expect.poll(() => lit(page)).toMatchObject({ 'namelight-place': ['Aleppo', 'Idlib'] });
  await extension.happen('command', page, 'card');
  await expect.poll(() => cardText(page)).toContain('Aleppo');
  await extension.within(() => chrome.storage.local.set({ mutes: [{ text: 'Idlib', name: 'Idlib' }] }), undefined);
  await page.bringToFront();
  await expect.poll(async () => (await overlayLines(page)).map(({ text }) => text)).toEqual(['Aleppo']);
});

test('keys turn it on and off, and lead from name to name', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/article');
  await expectArticle(page);
  await extension.happen('command', page, 'next');
  await expect.poll(() => lit(page)).toMatchObject({ 'namelight-current': ['Syrian'] });
  await extension.happen('command', page, 'next');
  await expect.poll(() => lit(page)).toMatchObject({ 'namelight-current': ['Russian'] });
  await extension.happen('command', page, 'previous');
  await expect.poll(() => lit(page)).toMatchObject({ 'namelight-current': ['Syrian'] });
  await extension.happen('command', page, 'toggle');
  await expect.poll(() => lit(page)).toEqual({});
  await extension.happen('command', page, 'toggle');
  await expectArticle(page);
});

test('the menu opens the card of what is selected', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/article');
  await expectArticle(page);
  await page.evaluate(() => {
    const [first] = document.querySelectorAll('p');
    const text = first?.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, text.data.indexOf('Aleppo'), text, text.data.indexOf('Aleppo') + 6);
  });
  await extension.happen('menu', page, 'look-up');
  await expect.poll(() => lit(page)).toMatchObject({ 'namelight-current': ['Aleppo'] });
  const [options] = await Promise.all([
    extension.context.waitForEvent('page'),
    extension.happen('menu', page, 'add'),
  ]);
  expect(options.url()).toBe(extension.address('pages/options.html#add=Aleppo'));
});

test('the button says how many are named, in all frames', async ({ page, extension }) => {
  await extension.grant(EVERYWHERE);
  await page.goto('/frames.html');
  // Frames are read while the page is shown.
  await page.bringToFront();
  for (const frame of ['127.0.0.1', 'localhost']) {
    const inner = page.frame({ url: new RegExp(`${frame}.*inner`) });
    await expect.poll(() => inner?.evaluate(() => CSS.highlights.size)).toBe(1);
  }
  const badge = (): Promise<string> =>
    extension.within(async (address) => {
      const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address);
      return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
    }, page.url());
  await expect.poll(badge).toBe('3');
});

test('fifty tabs share one background', async ({ extension }) => {
  test.setTimeout(300_000);
  await extension.grant(SITE);
  const pages = [];
  for (let number = 0; number < 50; number += 1) {
    const page = await extension.context.newPage();
    await page.goto(`/article/${number}`);
    pages.push(page);
  }
  for (const page of pages) await expectArticle(page);
  expect(extension.context.serviceWorkers()).toHaveLength(1);
});

test('a private window works as others do, where the reader lets it', async ({ extension, baseURL }) => {
  await extension.grant(SITE);
  await extension.update({ inPrivate: true });
  const isAllowed = (): Promise<boolean> => chrome.extension.isAllowedIncognitoAccess();
  await expect.poll(() => extension.within(isAllowed, undefined)).toBe(true);
  const count = await extension.within(async (url) => {
    const opened = Promise.withResolvers<number>();
    chrome.runtime.onMessage.addListener(({ ask, count }, { tab }) => {
      // What is in sight is lit and counted first.
      if (ask === 'found' && tab?.incognito && count > 10) opened.resolve(count);
    });
    await chrome.windows.create({ incognito: true, url });
    return opened.promise;
  }, `${baseURL}/article`);
  expect(count).toBeGreaterThan(10);
});
