/** Pages of all sorts in Firefox: frames, private windows; and the keys that the browser itself hands on. */
import { expect } from '@playwright/test';
import type { Frame, Page } from 'puppeteer-core';
import { page as settings } from '../browser/run.js';
import { lit, test, type Key } from './firefox.js';

const SITE = 'http://127.0.0.1/*';
const EVERYWHERE = '*://*/*';
const ARTICLE = {
  'namelight-actor': expect.arrayContaining(['Bashar al-Assad']),
  'namelight-place': expect.arrayContaining(['Aleppo', 'Idlib']),
};
const TOGGLE: Key = { key: 'L', code: 'KeyL', keyCode: 76 };
const NEXT: Key = { key: '>', code: 'Period', keyCode: 190 };
const PREVIOUS: Key = { key: '<', code: 'Comma', keyCode: 188 };
const CARD: Key = { key: 'I', code: 'KeyI', keyCode: 73 };

/** The frame of a host within a page, once it is there. */
async function frameOf(page: Page, host: string): Promise<Frame> {
  const address = `http://${host}:${new URL(settings.baseURL).port}/inner.html`;
  return page.waitForFrame((frame) => frame.url() === address);
}

test('frames of other sites are lit as well where they were granted, and each name once', async ({ extension }) => {
  await extension.permit('request', EVERYWHERE);
  const { page, errors } = await extension.visit('/frames.html');
  await expect.poll(() => lit(page)).toEqual({ 'namelight-place': ['Damascus'] });
  for (const host of ['127.0.0.1', 'localhost']) {
    const inner = await frameOf(page, host);
    await expect.poll(() => lit(inner)).toEqual({ 'namelight-place': ['Idlib'] });
  }
  expect(await page.evaluate(() => document.querySelectorAll('namelight-card').length)).toBe(1);
  expect(errors).toEqual([]);
});

test('a frame of a site that was not granted is left alone', async ({ extension }) => {
  await extension.permit('request', SITE);
  const { page } = await extension.visit('/frames.html');
  await expect.poll(() => lit(page)).toEqual({ 'namelight-place': ['Damascus'] });
  const same = await frameOf(page, '127.0.0.1');
  await expect.poll(() => lit(same)).toEqual({ 'namelight-place': ['Idlib'] });
  const other = await frameOf(page, 'localhost');
  expect(await other.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([0, 0]);
});

test('keys lead from name to name, open the card and turn it off and on', async ({ extension }) => {
  await extension.permit('request', SITE);
  const { page, errors } = await extension.visit('/article');
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  await page.bringToFront();
  const current = async (): Promise<string[] | undefined> => (await lit(page))['namelight-current'];
  await extension.press(NEXT);
  await expect.poll(current).toEqual(['Syrian']);
  await extension.press(NEXT);
  await expect.poll(current).toEqual(['Russian']);
  await extension.press(PREVIOUS);
  await expect.poll(current).toEqual(['Syrian']);
  await extension.press(CARD);
  await expect.poll(current).toBe(undefined);
  await extension.press(CARD);
  await expect.poll(current).toEqual(['Syrian']);
  await extension.press(TOGGLE);
  await expect.poll(() => lit(page)).toEqual({});
  await extension.press(TOGGLE);
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  expect(errors).toEqual([]);
});

test('a key lights up a page whose site was never granted, and that page alone', async ({ extension }) => {
  const { page: other } = await extension.visit('/article/other');
  const { page } = await extension.visit('/article');
  await page.bringToFront();
  await extension.press(TOGGLE);
  await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
  expect(await lit(other)).toEqual({});
  expect(await extension.within(async () => (await chrome.permissions.getAll()).origins, undefined)).toEqual([]);
});

test.describe('a private window', () => {
  test.use({ inPrivate: true });

  test('works as others do where the reader lets it, and nothing of it is kept', async ({ extension }) => {
    await extension.permit('request', SITE);
    const address = `${settings.baseURL}/article/private`;
    const isPrivate = await extension.within(
      async (url) => (await chrome.windows.create({ incognito: true, url }))?.incognito,
      address,
    );
    expect(isPrivate).toBe(true);
    const target = await extension.browser.waitForTarget((target) => target.url() === address);
    const page = await target.page();
    if (!page) throw new Error('the window has no page');
    await expect.poll(() => lit(page)).toMatchObject(ARTICLE);
    await extension.press(NEXT);
    await expect.poll(() => lit(page)).toHaveProperty('namelight-current', ['Syrian']);
    const kept = await extension.within(async () => {
      const { local, session, sync } = chrome.storage;
      return JSON.stringify(await Promise.all([local.get(null), session.get(null), sync.get(null)]));
    }, undefined);
    expect(kept).not.toContain('/article');
  });
});
