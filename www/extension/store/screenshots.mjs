/**
 * Makes the pictures of the store's page, of the extension as it was built: `node www/extension/store/screenshots.mjs`.
 * Where a browser shows the panel beside a page, both are drawn by themselves and put side by side.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const BUILT = at('../../../dist/extension/chromium');
const SIZE = { width: 1280, height: 800 };
const PANEL = 400;

const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(at('article.html')));
}).listen(0, '127.0.0.1');
await new Promise((listening) => server.once('listening', listening));
const HOST = 'news.example';
const address = `http://${HOST}:${server.address().port}/`;
const profile = mkdtempSync(join(tmpdir(), 'namelight-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env['NAMELIGHT_CHROMIUM'] ?? '/usr/bin/chromium',
  headless: true,
  locale: 'en-GB',
  viewport: SIZE,
  // A switch that slides is somewhere else in every picture.
  reducedMotion: 'reduce',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--lang=en-GB',
    `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
    `--disable-extensions-except=${BUILT}`,
    `--load-extension=${BUILT}`,
  ],
});
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const own = (page) => `chrome-extension://${new URL(worker.url()).host}/pages/${page}`;
  const article = await context.newPage();
  await article.goto(address);
  await allow(own('options.html'), new URL(worker.url()).host);
  await article.bringToFront();
  await article.waitForFunction(() => CSS.highlights.size > 0);
  await picturesOf(article, own);
} finally {
  await context.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}

async function picturesOf(article, own) {
  await article.bringToFront();
  await article.mouse.move(...(await pointOf(article, 'Antony Blinken')));
  // The card opens a moment after the pointer has come to rest, and the name it is about is lit as such.
  await article.waitForFunction(() => CSS.highlights.get('namelight-current')?.size === 1);
  await article.screenshot({ path: at('screenshots/1-card.png') });
  await article.keyboard.press('Escape');
  await article.mouse.move(5, 5);

  for (const [name, colorScheme, view] of [['2-panel', 'light', 'Names'], ['3-map', 'dark', 'Map']]) {
    await article.emulateMedia({ colorScheme });
    await article.setViewportSize({ ...SIZE, width: SIZE.width - PANEL });
    await article.bringToFront();
    const page = await article.screenshot();
    const panel = await over(own('panel.html'), colorScheme);
    await panel.getByRole('tab', { name: view }).click();
    if (view === 'Map') await panel.locator('[data-place]').first().waitFor();
    await beside(page, await panel.screenshot(), `screenshots/${name}.png`);
    await panel.close();
  }

  const page = await context.newPage();
  await page.goto(own('welcome.html'));
  await page.getByRole('radio', { name: /^On the news sites/ }).check();
  await page.locator('.ways').scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 330));
  await page.screenshot({ path: at('screenshots/4-sites.png') });
  await page.goto(own('options.html#looks'));
  await page.locator('.look').first().waitFor();
  await page.screenshot({ path: at('screenshots/5-looks.png') });
}

/** The panel, looking at the article's tab instead of its own. */
async function over(path, colorScheme) {
  const panel = await context.newPage();
  await panel.setViewportSize({ width: PANEL, height: SIZE.height });
  await panel.emulateMedia({ colorScheme });
  await panel.addInitScript((wanted) => {
    const query = chrome.tabs?.query.bind(chrome.tabs);
    const find = async () => (await query({})).filter(({ url }) => url === wanted);
    if (query) Object.assign(chrome.tabs, { query: find });
  }, address);
  await panel.goto(path);
  await panel.locator('.host').waitFor();
  return panel;
}

async function beside(left, right, path) {
  const page = await context.newPage();
  await page.setViewportSize(SIZE);
  const sources = [left, right].map((bytes) => `data:image/png;base64,${bytes.toString('base64')}`);
  await page.setContent('<body style="margin:0;display:flex"><img><img>');
  await page.evaluate(async (sources) => {
    const images = [...document.images];
    images.forEach((image, number) => (image.src = sources[number]));
    await Promise.all(images.map((image) => image.decode()));
  }, sources);
  await page.screenshot({ path: at(path) });
  await page.close();
}

/** Lets the extension run on the article, as a reader does on a page of its own. */
async function allow(options, id) {
  const origins = [`http://${HOST}/*`];
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(([id, [origin]]) => chrome.developerPrivate.addHostPermission(id, origin), [id, origins]);
  await page.goto(options);
  await page.evaluate((origins) => {
    const { promise, resolve, reject } = Promise.withResolvers();
    const ask = () => void chrome.permissions.request({ origins }).then(resolve, reject);
    document.addEventListener('click', ask, { once: true, capture: true });
    Object.assign(globalThis, { answer: promise });
  }, origins);
  await page.mouse.click(1, 1);
  if (!(await page.evaluate(() => globalThis.answer))) throw new Error('the site was not granted');
  await page.close();
}

function pointOf(page, text) {
  return page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.data.indexOf(text);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + text.length);
      const { left, top, width, height } = range.getClientRects()[0];
      return [left + width / 2, top + height / 2];
    }
    throw new Error(`the article does not say ${text}`);
  }, text);
}
