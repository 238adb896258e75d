/** What the browser tests share: a page that must stay silent, and what is painted in it. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** The built package, imported by the page under test. */
export const PACKAGE = '/package/index.js';
export const DEMO = '/site/demo/';

/** A test whose page may print no error and ask nobody but its own host. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const own = new URL(request.url()).origin === baseURL || request.url().startsWith('data:');
        if (!own) complaints.push(`request to ${request.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export interface PaintedSpan {
  as: string;
  start: number;
  end: number;
}

/** Opens the demo page and waits until its names are painted. */
export async function openDemo(page: Page): Promise<void> {
  await page.goto(DEMO);
  await expect(page.locator('#cast li').first()).toBeVisible();
}

export const card = (page: Page): Locator => page.locator('namelight-card .card');

/** The painted ranges as offsets in the article's text, its paragraphs joined by line feeds. */
export async function paintedSpans(page: Page): Promise<PaintedSpan[]> {
  const spans = await page.evaluate(() => {
    const starts = new Map<Node, number>();
    let length = 0;
    for (const paragraph of document.querySelectorAll('#article p')) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        starts.set(walker.currentNode, length);
        length += walker.currentNode.nodeValue?.length ?? 0;
      }
      length += 1;
    }
    const offset = (node: Node, within: number): number => (starts.get(node) ?? NaN) + within;
    return [...CSS.highlights].flatMap(([as, highlight]) =>
      [...highlight].map((range) => ({
        as,
        start: offset(range.startContainer, range.startOffset),
        end: offset(range.endContainer, range.endOffset),
      })),
    );
  });
  return spans
    .filter(({ as }) => as !== 'namelight-current')
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The middle of a painted mention in the viewport, once it has been scrolled there. */
export async function pointOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const live = ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range;
    });
    const found = live.find((range) => range.toString() === wanted);
    if (!found) throw new Error(`nothing painted reads "${wanted}"`);
    found.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [first] = found.getClientRects();
    if (!first) throw new Error(`"${wanted}" is not rendered`);
    return { x: first.left + first.width / 2, y: first.top + first.height / 2 };
  }, text);
}
