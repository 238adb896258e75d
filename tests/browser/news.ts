/** The pages modelled on news sites: what each says of itself, and what is lit in it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Highlighter, View } from 'namelight';
import { PACKAGE, expect } from './support.js';

/** So many mentions of an entity that read so. */
export type Row = [entity: string, text: string, count: number];

/** Something that a reader does, and the mentions that come and go with it. */
export interface Step {
  click?: string;
  scroll?: string;
  adds: Row[];
  drops?: Row[];
}

export interface Expected {
  date: string;
  mentions: Row[];
  /** Why what is expected is not yet so. */
  fails?: string;
  /** Names of the page's own highlights, which must be there after each step. */
  keeps?: string[];
  steps?: Step[];
}

/** What a page under test knows; see `pages/watch.js`. */
interface Watch {
  record(): void;
  changes(): string[];
  held(): Record<string, unknown>[];
}

declare global {
  // eslint-disable-next-line no-var
  var watch: Watch, highlighter: Highlighter, view: View;
}

const folder = new URL('pages/news/', import.meta.url);
const DATA = /<script type="application\/json" id="expected">([^]*?)<\/script>/;

/** Every page of the folder that says what is expected of it. */
export const PAGES: { name: string; expected: Expected }[] = readdirSync(folder)
  .sort()
  .flatMap((file) => {
    const [, data] = DATA.exec(readFileSync(new URL(file, folder), 'utf8')) ?? [];
    return data ? [{ name: file.replace('.html', ''), expected: JSON.parse(data) as Expected }] : [];
  });

/** Opens a page that is watched from its first script on. */
export async function openWatched(page: Page, address: string): Promise<void> {
  await page.addInitScript({ path: new URL('pages/watch.js', import.meta.url).pathname });
  await page.goto(address);
}

/** Lights the names of the whole page, with all that a reader would have. */
export async function light(page: Page, date: string): Promise<void> {
  await page.evaluate(
    async ({ address, date }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      globalThis.highlighter = createHighlighter();
      globalThis.view = await globalThis.highlighter.highlight(document.body, { date });
    },
    { address: PACKAGE, date },
  );
}

/**
 * The mentions of the view in order: the entity of each, and how its range reads in the page; nothing
 * where the page has just taken the text away.
 */
export async function lit(page: Page): Promise<[entity: string, text: string][]> {
  return page.evaluate(() =>
    view.mentions.map(({ entity }, index): [string, string] => {
      const place = view.rangeOf(index);
      if (!place || place.startContainer.nodeType !== 3) return [entity, ''];
      const text = [place.startContainer, place.endContainer] as [Text, Text];
      if (place.startOffset > text[0].length || place.endOffset > text[1].length) return [entity, ''];
      const range = (text[0].ownerDocument as Document).createRange();
      range.setStart(text[0], place.startOffset);
      range.setEnd(text[1], place.endOffset);
      return [entity, range.toString()];
    }),
  );
}

/** Rows in order, those of the same entity and text as one. */
export function counted(rows: readonly Row[]): Row[] {
  const counts = new Map<string, number>();
  for (const [entity, text, count] of rows) {
    const key = JSON.stringify([entity, text]);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([key, count]): Row => [...(JSON.parse(key) as [string, string]), count])
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What is expected after a step, from what was expected before it. */
export function after(rows: readonly Row[], { adds, drops = [] }: Step): Row[] {
  const gone = drops.map(([entity, text, count]): Row => [entity, text, -count]);
  return counted([...rows, ...adds, ...gone]);
}

/** The mentions within the window that no highlight paints, and what is painted that is no mention. */
export async function paintedWrongly(page: Page): Promise<{ missing: string[]; extra: string[] }> {
  return page.evaluate(() => {
    const numbers = new Map<Node, number>();
    const of = (node: Node): number => {
      if (!numbers.has(node)) numbers.set(node, numbers.size);
      return numbers.get(node) ?? NaN;
    };
    const key = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string =>
      [of(startContainer), startOffset, of(endContainer), endOffset].join(' ');
    const frames = [...document.querySelectorAll('iframe')].flatMap(
      ({ contentDocument }) => (contentDocument?.defaultView as typeof globalThis | null) ?? [],
    );
    const painted = [globalThis, ...frames].flatMap(({ CSS }) =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith('namelight-'))
        .flatMap(([, ranges]) => [...ranges].map(key)),
    );
    const ranges = view.mentions.flatMap(({ text }, index) => {
      const range = view.rangeOf(index);
      return range ? [{ text, range }] : [];
    });
    const all = new Set(ranges.map(({ range }) => key(range)));
    const seen = new Set(painted);
    const inSight = (range: StaticRange): boolean => {
      const live = (range.startContainer.ownerDocument as Document).createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { top, bottom, width } = live.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    };
    const missing = ranges.filter(({ range }) => inSight(range) && !seen.has(key(range)));
    return { missing: missing.map(({ text }) => text), extra: painted.filter((one) => !all.has(one)) };
  });
}

/** Waits until exactly these mentions are there, and those within the window painted. */
export async function expectLit(page: Page, rows: readonly Row[]): Promise<void> {
  const found = async (): Promise<Row[]> =>
    counted((await lit(page)).map(([entity, text]): Row => [entity, text, 1]));
  await expect.poll(found).toEqual(counted(rows));
  await expect.poll(() => paintedWrongly(page)).toEqual({ missing: [], extra: [] });
}
