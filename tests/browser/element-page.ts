/** A page with the element: how it is registered, and what it has found. */
import type { Page } from '@playwright/test';
import type { Gazetteer } from 'namelight';
import { expect } from './support.js';

export const ELEMENT = '/package/element.js';
export const GAZETTEER = {
  entities: [
    { id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063 } },
    { id: 'idlib', type: 'city', name: 'Idlib', links: { geonames: 169389 } },
  ],
};

/** Registers the element in the page, with a small gazetteer or, given null, the base pack. */
export async function define(page: Page, pack: Gazetteer | null = GAZETTEER): Promise<void> {
  await page.evaluate(
    async ({ address, pack }) => {
      const { defineNameLight } = (await import(address)) as typeof import('namelight/element');
      defineNameLight('name-light', pack ? { pack } : {});
    },
    { address: ELEMENT, pack },
  );
}

/** What an element has found, once it has found `count`. */
export async function found(page: Page, id: string, count: number): Promise<string[]> {
  const names = (): Promise<string[]> =>
    page.evaluate((wanted) => {
      const element = document.getElementById(wanted) as HTMLElementTagNameMap['name-light'];
      return element.mentions.map(({ text }) => text);
    }, id);
  await expect.poll(async () => (await names()).length).toBe(count);
  return names();
}

export const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map(({ startContainer: { nodeValue }, startOffset, endOffset }) =>
        String(nodeValue?.slice(startOffset, endOffset)),
      )
      .sort(),
  );
