/** What outlasts what: backgrounds that are killed at any message, versions, connections. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { overlayLines } from './closed.js';
import { expect, expectArticle, lit, SITE, test, type Extension } from './support.js';

/** Updates and accounts of the browser. */
const BROWSERS_OWN = /^(https?:\/\/)?[\w.-]+\.(google|googleapis|gvt1)\.com[:/]/;

/** Resolves when the background has got so many messages of any kind from now on. */
async function messages(extension: Extension, count: number): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate((count) => {
    return new Promise<void>((resolve) => {
      let left = count;
      const one = (): void => {
        left -= 1;
        if (left === 0) resolve();
      };
      chrome.runtime.onMessage.addListener(one);
      chrome.runtime.onConnect.addListener((port) => {
        one();
        port.onMessage.addListener(one);
      });
    });
  }, count);
}

for (let number = 1; number <= 6; number += 1) {
  test(`a background that is killed at message ${number} loses nothing, and the page ends lit`, async ({ page, extension }) => {
    await extension.grant(SITE);
    await page.goto('/article');
    await expectArticle(page);
    const reached = messages(extension, number);
    const loaded = page.reload();
    // Where there are fewer messages than that, all have been got.
    await Promise.race([reached.catch(() => undefined), loaded.then(() => expectArticle(page))]);
    await extension.kill();
    await loaded;
    await expectArticle(page);
  });
}

test('what is set and added outlasts the background, also offline', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/article');
  await expectArticle(page);
  await extension.within(() => chrome.storage.local.set({ mutes: [{ text: 'Aleppo', name: 'Aleppo' }] }), undefined);
  await expect.poll(() => lit(page)).toEqual({});
  await extension.kill();
  await page.reload();
  await expect.poll(async () => (await overlayLines(page)).length).toBeGreaterThan(10);
  expect((await overlayLines(page)).map(({ text }) => text)).not.toContain('Aleppo');
  await extension.within(() => chrome.storage.local.set({ mutes: [] }), undefined);
  await expectArticle(page);
  await page.bringToFront();
  await extension.context.setOffline(true);
  await extension.kill();
  await page.evaluate(() => document.querySelector('article')?.append('Then Damascus.'));
  await expect
    .poll(() => lit(page))
    .toMatchObject({ 'namelight-place': expect.arrayContaining(['Aleppo', 'Damascus']) });
});

test('a new version takes over in pages that are open, and nothing of the old one stays', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/article');
  await expectArticle(page);
  await page.bringToFront();
  const count = (): Promise<number> =>
    page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  const before = await count();
  await page.evaluate(() => {
    const changes: string[] = [];
    Object.assign(globalThis, { changes });
    new MutationObserver((records) => {
      for (const { addedNodes } of records) changes.push(...[...addedNodes].map(({ nodeName }) => nodeName));
    }).observe(document, { childList: true, subtree: true });
  });
  await extension.update();
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes))
    .toContain('NAMELIGHT-CARD');
  await expectArticle(page);
  await expect(page.locator('namelight-card')).toHaveCount(1);
  await expect.poll(count).toBe(before);
  await page.evaluate(() => {
    const article = document.querySelector('article');
    if (article) article.textContent = 'Damascus.';
  });
  await expect.poll(() => lit(page)).toEqual({ 'namelight-place': ['Damascus'] });
});

test.describe('with a way out that is watched', () => {
  let proxy: Server;
  const asked: string[] = [];
  // Before the fixtures of the test: they start the browser.
  const ready = new Promise<number>((resolve) => {
    proxy = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(502).end();
    });
    proxy.on('connect', ({ url = '' }, socket) => {
      asked.push(url);
      socket.end();
    });
    proxy.listen(0, '127.0.0.1', () => resolve((proxy.address() as AddressInfo).port));
  });
  test.use({
    flags: async ({}, use) => use([`--proxy-server=http://127.0.0.1:${await ready}`, '--disable-component-update']),
  });
  test.afterAll(() => proxy.close());

  test('no request ever leaves, whatever is done', async ({ page, extension }) => {
    await extension.grant(SITE);
    await page.goto('/article');
    await expectArticle(page);
    await extension.happen('command', page, 'next');
    await extension.press(page);
    for (const name of ['popup', 'panel', 'options', 'welcome']) {
      const opened = await extension.open(`pages/${name}.html`);
      await expect(opened.locator('body')).not.toBeEmpty();
      const escaped = await opened.evaluate(async () => {
        const fetched = await fetch('http://192.0.2.1/').then(() => 'fetched', () => 'refused');
        const image = new Image();
        image.src = 'http://192.0.2.1/';
        const shown = await image.decode().then(() => 'shown', () => 'refused');
        return [fetched, shown];
      });
      expect(escaped).toEqual(['refused', 'refused']);
      await opened.close();
    }
    const own = { id: 'own-1', name: 'main terminal', type: 'site', names: [], note: '', website: 'https://example.org/', muted: false };
    await extension.within((own) => chrome.storage.local.set({ own: [own] }), own);
    await expect.poll(() => lit(page)).toEqual({});
    await extension.kill();
    await page.reload();
    // What the browser's maker is asked, the browser asks for itself: pages of the extension may not.
    expect(asked.filter((address) => !BROWSERS_OWN.test(address))).toEqual([]);
  });
});

test('what the background is asked by others is not answered', async ({ page, extension }) => {
  const background = readFileSync(join(import.meta.dirname, '../../dist/extension/chromium/background.js'), 'utf8');
  expect(background).not.toMatch(/onMessageExternal|onConnectExternal/);
  await extension.grant(SITE);
  await page.goto('/article?open');
  await expectArticle(page);
  const answers = await page.evaluate(async (id) => {
    const { runtime } = globalThis.chrome ?? {};
    const fetched = await Promise.all(
      ['manifest.json', 'content.js', 'background.js', 'pages/popup.html', 'icons/16.png', 'base.nlpack'].map((path) =>
        fetch(`chrome-extension://${id}/${path}`).then(() => path, () => 'refused'),
      ),
    );
    return { runtime: typeof runtime, fetched };
  }, extension.id);
  expect(answers).toEqual({ runtime: 'undefined', fetched: Array(6).fill('refused') });
});
