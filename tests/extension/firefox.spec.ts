/** The extension in Firefox, where the background is a page of events and content scripts see the page through glass. */
import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { lit, test } from './firefox.js';

const SITE = 'http://127.0.0.1/*';
const EVERYWHERE = '*://*/*';
const ARTICLE = {
  'namelight-actor': expect.arrayContaining(['Bashar al-Assad']),
  'namelight-place': expect.arrayContaining(['Aleppo', 'Idlib']),
};

/** The middle of the first place where a text stands in the page. */
function pointOf(page: Page, wanted: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`the page does not say ${wanted}`);
  }, wanted);
}

test('it asks for no site at install, and runs nowhere', async ({ extension }) => {
  const { page } = await extension.visit('/article');
  expect(await extension.within(async () => (await chrome.permissions.getAll()).origins, undefined)).toEqual([]);
  expect(await lit(page)).toEqual({});
});

test('names are lit on sites that were granted, at once and from then on, whatever their policy', async ({ extension }) => {
  const { page, errors } = await extension.visit('/article');
  expect(await extension.permit('request', SITE)).toBe(true);
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  await page.reload();
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  expect(errors).toEqual([]);
});

test('what was taken back is reflected at once', async ({ extension }) => {
  await extension.permit('request', EVERYWHERE);
  const { page } = await extension.visit('/article');
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  await extension.permit('remove', EVERYWHERE);
  await expect.poll(() => lit(page)).toEqual({});
  expect(await page.evaluate(() => document.querySelectorAll('namelight-card').length)).toBe(0);
});

test('the card opens for the pointer, and closes with Escape', async ({ extension }) => {
  await extension.permit('request', SITE);
  const { page, errors } = await extension.visit('/article');
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  await page.bringToFront();
  const { x, y } = await pointOf(page, 'Bashar al-Assad');
  await page.mouse.move(x, y);
  await page.mouse.move(x + 1, y);
  await expect.poll(() => lit(page)).toHaveProperty('namelight-current', ['Bashar al-Assad']);
  await page.keyboard.press('Escape');
  await expect.poll(() => lit(page)).not.toHaveProperty('namelight-current');
  expect(await page.evaluate(() => document.querySelector('namelight-card')?.shadowRoot)).toBe(null);
  expect(errors).toEqual([]);
});

test('a page that changes is read again, and one that clears the registry is lit again', async ({ extension }) => {
  await extension.permit('request', SITE);
  const { page, errors } = await extension.visit('/article');
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  await page.bringToFront();
  await page.evaluate(() => {
    CSS.highlights.set('namelight-place', new Highlight());
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Later it was Damascus.';
    document.querySelector('article')?.append(paragraph);
  });
  await expect
    .poll(() => lit(page))
    .toMatchObject({ 'namelight-place': expect.arrayContaining(['Aleppo', 'Damascus']) });
  expect(errors).toEqual([]);
});

test('own entries are drawn where the page cannot see them', async ({ extension }) => {
  await extension.permit('request', SITE);
  const { page, errors } = await extension.visit('/article');
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  await page.bringToFront();
  const before = await page.screenshot();
  await extension.within(() => {
    const own = { id: 'own-1', name: 'main terminal', type: 'site', names: [], note: 'A note', website: '', muted: false };
    return chrome.storage.local.set({ own: [own] });
  }, undefined);
  await page.bringToFront();
  await expect.poll(() => lit(page)).toEqual({});
  await expect.poll(async () => Buffer.compare(await page.screenshot(), before)).not.toBe(0);
  const { x, y } = await pointOf(page, 'main terminal');
  const plain = await page.screenshot();
  await page.mouse.move(x, y);
  await page.mouse.move(x + 1, y);
  await expect.poll(async () => Buffer.compare(await page.screenshot(), plain)).not.toBe(0);
  expect(await lit(page)).toEqual({});
  expect(errors).toEqual([]);
});

test('a new version takes over in pages that are open, and nothing of the old one stays', async ({ extension }) => {
  await extension.permit('request', SITE);
  const { page } = await extension.visit('/article');
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  const before = await lit(page);
  await page.bringToFront();
  await page.evaluate(() => document.querySelector('namelight-card')?.setAttribute('class', 'old'));
  await extension.install();
  await expect
    .poll(() => page.evaluate(() => [...document.querySelectorAll('namelight-card')].map(({ className }) => className)))
    .toEqual(['']);
  await expect.poll(() => lit(page)).toEqual(before);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  await page.evaluate(() => {
    const article = document.querySelector('article');
    if (article) article.textContent = 'Damascus.';
  });
  await expect.poll(() => lit(page)).toEqual({ 'namelight-place': ['Damascus'] });
});

/** How many backgrounds run. */
async function backgrounds(): Promise<number> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND' as chrome.runtime.ContextType] });
  return contexts.length;
}

test.describe('a background that is stopped as soon as it is idle', () => {
  test.use({ preferences: { 'extensions.background.idle.timeout': 300 } });

  test('is asked again, and the page ends lit', async ({ extension }) => {
    await extension.permit('request', SITE);
    const { page, errors } = await extension.visit('/article');
    await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
    await page.bringToFront();
    for (const place of ['Damascus', 'Homs', 'Hama']) {
      await page.evaluate((place) => {
        const article = document.querySelector('article');
        if (article) article.textContent = `They went to ${place}.`;
      }, place);
      await expect.poll(() => lit(page)).toEqual({ 'namelight-place': [place] });
      await expect.poll(() => extension.within(backgrounds, undefined)).toBe(0);
    }
    expect(errors).toEqual([]);
  });
});
