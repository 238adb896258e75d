/** What is the reader's own stays the reader's own, whatever a page tries. */
import type { Page } from '@playwright/test';
import { cardText, overlayLines } from './closed.js';
import { expect, lit, SITE, test, type Extension } from './support.js';

const entry = (name: string): object => ({
  id: 'own-1',
  name,
  type: 'person',
  names: [],
  note: 'Adversary of the page',
  website: '',
  muted: false,
});

function keep(extension: Extension, own: object[]): Promise<void> {
  return extension.within((own) => chrome.storage.local.set({ own }), own);
}

/** All that the page can see, once the names are drawn that are to be. */
async function looks(extension: Extension, page: Page, name: string): Promise<unknown> {
  await keep(extension, [entry(name)]);
  await page.goto('/names.html');
  await page.bringToFront();
  await expect.poll(async () => (await overlayLines(page)).length, { timeout: 20_000 }).toBeGreaterThan(10);
  return page.evaluate(() => (globalThis as unknown as { look(): unknown }).look());
}

test('own entries are drawn, and no page can tell which, or that there are any of these', async ({ page, extension }) => {
  await extension.grant(SITE);
  const inPage = await looks(extension, page, 'Zanthorpe7');
  await expect.poll(async () => (await overlayLines(page)).map(({ text }) => text)).toContain('Zanthorpe7');
  const elsewhere = await looks(extension, page, 'Nobody Inparticular');
  expect((await overlayLines(page)).map(({ text }) => text)).not.toContain('Zanthorpe7');
  expect(inPage).toEqual(elsewhere);
  expect(inPage).toMatchObject({ highlights: [], selection: '', found: false, focus: 'BODY', globals: [] });
});

test('the card of an own entry opens for the reader, and says nothing to the page', async ({ page, extension }) => {
  await extension.grant(SITE);
  await keep(extension, [entry('Zanthorpe7')]);
  await page.goto('/names.html');
  await page.bringToFront();
  await expect.poll(async () => (await overlayLines(page)).map(({ text }) => text)).toContain('Zanthorpe7');
  const box = await page.evaluate(() => {
    const range = document.createRange();
    const [text] = document.querySelectorAll('p')[7]?.childNodes ?? [];
    if (!text) throw new Error('the page has no eighth name');
    range.setStart(text, 3);
    range.setEnd(text, 13);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(box.x, box.y);
  await page.mouse.move(box.x + 1, box.y);
  await expect.poll(() => cardText(page)).toContain('Adversary of the page');
  const seen = await page.evaluate(() => document.documentElement.innerHTML + document.body.innerText);
  expect(seen).not.toContain('Adversary');
  expect(await page.evaluate(() => document.querySelector('namelight-card')?.shadowRoot)).toBe(null);
  const found = await page.evaluate(() => {
    const { find } = window as unknown as { find(text: string, ...how: boolean[]): boolean };
    const texts = ['Zanthorpe7 was in', 'Adversary', 'page', 'Person'];
    return texts.map((text) => find.call(window, text, true, false, true));
  });
  expect(found).toEqual([true, false, false, false]);
});

test('without anything of the reader in play, names are highlights', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/names.html');
  await expect.poll(() => lit(page)).toHaveProperty('namelight-place');
  await keep(extension, [entry('Zanthorpe7')]);
  await expect.poll(() => lit(page)).toEqual({});
  await keep(extension, []);
  await expect.poll(() => lit(page)).toHaveProperty('namelight-place');
});
