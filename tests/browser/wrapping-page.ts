/** A page whose names are wrapped, and whether it is as it was. */
import type { Page } from '@playwright/test';
import type { HighlightOptions, View } from 'namelight';
import { PACKAGE } from './support.js';

export const WIKIPEDIA = 'https://en.wikipedia.org/wiki/';
export const GAZETTEER = {
  entities: [
    { id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063, wikipedia: 'Aleppo' } },
    { id: 'idlib', type: 'city', name: 'Idlib', links: { geonames: 169389 } },
    { id: 'new-york', type: 'city', name: 'New York City', links: { wikipedia: 'New_York_City' } },
    { id: 'ruth', type: 'person', name: 'Ruth Example', links: { website: 'https://example.org/' } },
    ...['Illinois', 'Missouri'].map((state, number) => ({
      id: `springfield-${state.toLowerCase()}`,
      type: 'city',
      name: `Springfield, ${state}`,
      names: ['Springfield'],
      links: { geonames: [4250542, 4409896][number] },
    })),
  ],
};

declare global {
  interface Window {
    view: View;
    /** Every text node that the page had, and its text. */
    before: [Text, string][];
    html: string;
  }
}

/** Fills the page, wraps its names, and says how many wrappers there are then; `ends` ends it at once. */
export async function wrap(
  page: Page,
  html: string,
  options: HighlightOptions = {},
  ends = false,
): Promise<number> {
  await page.goto('/pages/blank.html');
  return page.evaluate(
    async ({ address, html, options, ends, pack }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.innerHTML = html;
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      window.before = [];
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        window.before.push([node, node.data]);
      }
      window.html = document.documentElement.outerHTML;
      const highlighter = createHighlighter({ pack });
      window.view = await highlighter.highlight(root, { card: false, painter: 'wrap', ...options });
      const { length } = root.querySelectorAll('.namelight');
      if (ends) window.view.dispose();
      return length;
    },
    { address: PACKAGE, html, options, ends, pack: GAZETTEER },
  );
}

export const html = (page: Page): Promise<string> => page.locator('#root').innerHTML();

/** Ends the view: whether the page is as it was, the same text nodes included. */
export const unwrap = (page: Page) =>
  page.evaluate(() => {
    window.view.dispose();
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const same = window.before.every(
      ([node, data]) => walker.nextNode() === node && node.data === data,
    );
    return {
      same: same && walker.nextNode() === null,
      html: document.documentElement.outerHTML === window.html,
      sheets: document.adoptedStyleSheets.length,
    };
  });
export const AS_BEFORE = { same: true, html: true, sheets: 0 };
