/** The extension's own pages as readers meet them: over a page that is in front, or in a tab of their own. */
import { expect, type Download, type Page } from '@playwright/test';
import type { Extension } from './support.js';

/** Opens the popup or the panel as if it stood over `page`; in a tab of its own it would look at itself. */
export async function openOver(extension: Extension, path: string, page: Page): Promise<Page> {
  const id = await extension.within(
    async (address) => {
      const tabs = await chrome.tabs.query({});
      // The address of what it may not read is kept from it.
      return (tabs.find(({ url }) => url === address) ?? tabs.find(({ url }) => url === undefined))?.id;
    },
    page.url(),
  );
  const opened = await extension.context.newPage();
  opened.on('pageerror', ({ message }) => {
    throw new Error(`${path}: ${message}`);
  });
  await opened.addInitScript((tab) => {
    const query = async (): Promise<chrome.tabs.Tab[]> => [await chrome.tabs.get(tab ?? 0)];
    Object.assign(chrome.tabs, { query });
  }, id);
  await opened.goto(extension.address(`pages/${path}`));
  return opened;
}

/** A page of the extension that may print no error. */
export async function openQuietly(extension: Extension, path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await extension.context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(extension.address(`pages/${path}`));
  await expect(page.locator('h1')).toBeVisible();
  return { page, complaints };
}

/** A file as a reader chooses it. */
export const file = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

/** A table of so many rows, each with a name of its own. */
export const table = (rows: number): string =>
  ['name,type', ...Array.from({ length: rows }, (_, row) => `Vessel ${row.toString(36)}x${row},organisation`)].join('\n');

/** Chooses a file to be imported into the open options. */
export async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(file(name, text));
  await expect(page.getByRole('button', { name: 'Import' })).toBeVisible();
}

/** Saves a file by a button. Under the browser's own word of it a page has a frame in a second, until it is in front again. */
export async function save(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await page.bringToFront();
  return download;
}
