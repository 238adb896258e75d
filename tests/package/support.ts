/** What the tests of built apps share: an app made of a folder, and a page that must stay silent. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { ROOT, WORK } from './places.js';
import { serve } from './serve.js';

interface Fixtures {
  /** All that the page complained of; the test fails where there is anything. */
  complaints: string[];
  /** Opens a folder's `index.html`, served with these headers beside the usual ones. */
  open: (folder: string, headers?: Record<string, string>) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page }, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async (folder, headers) => {
      const { address, close } = await serve(folder, headers);
      closing.push(close);
      await page.goto(address);
    });
    for (const close of closing) await close();
  },
});

export { expect };

/** Copies folders over each other into a new one, in which the installed tarball is found. */
export function appOf(name: string, ...sources: string[]): string {
  const folder = join(WORK, name);
  for (const source of sources) cpSync(join(ROOT, source), folder, { recursive: true });
  return folder;
}

/** What the article of every app says, where it has names. */
export const NAMES = [
  'Aleppo',
  'Bashar al-Assad',
  'Damascus',
  'Moscow',
  'Syrian government',
  'Vladimir Putin',
];

/** The texts painted on the page, sorted. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ranges = [...CSS.highlights].flatMap(([name, highlight]) =>
      name === 'namelight-current' ? [] : [...highlight],
    );
    const text = (range: AbstractRange): string => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString().replace(/\s+/g, ' ');
    };
    return ranges.map(text).sort();
  });

/** The names are lit, and a card opens: everything that the app loads, now or later, is there. */
export async function expectNamesLit(page: Page, names: readonly string[] = NAMES): Promise<void> {
  await expect.poll(() => painted(page)).toEqual(names);
  await page.locator('namelight-card .frame').focus();
  await expect(page.locator('namelight-card .card h2')).toBeVisible();
}
