/** A small page of invented names with a card, and where asked a cast list, for tests of both. */
import type { Page } from '@playwright/test';
import type { Gazetteer, View } from 'namelight';
import type { CastListOptions } from 'namelight/cast-list';
import { PACKAGE, expect } from './support.js';

export const GAZETTEER: Gazetteer = {
  entities: [
    {
      id: 'ombria',
      type: 'country',
      name: 'Ombria',
      names: [{ text: 'Ombrian', form: 'demonym' }],
      roles: [{ title: 'Country on the Gulf of Sel' }],
      links: { geonames: 1 },
    },
    {
      id: 'ada-reske',
      type: 'person',
      name: 'Ada Reske',
      names: [{ text: 'Reske', form: 'short' }],
      roles: [
        { title: 'President of Ombria', of: 'ombria', from: '2010', to: '2024-12-08' },
        { title: 'Former president of Ombria', from: '2024-12-08' },
      ],
      links: { wikipedia: 'Ada_Reske', wikidata: 'Q1' },
    },
    { id: 'solm-guard', type: 'military', name: 'Solm Guard', links: { wikidata: 'Q2' } },
    { id: 'velda-north', type: 'city', name: 'Velda', roles: [{ title: 'Town in the north' }], links: { geonames: 3 } },
    { id: 'velda-south', type: 'city', name: 'Velda', roles: [{ title: 'Town in the south' }], links: { geonames: 4 } },
  ],
};

export const TEXT =
  '<p>An Ombrian court said that Ada Reske had left. The Solm Guard was silent.</p>' +
  '<p>Reske is expected in Velda, in the east of Ombria, where Reske was born.</p>';

export interface SmallPage {
  html?: string;
  gazetteer?: Gazetteer;
  date?: string;
  list?: Pick<CastListOptions, 'order' | 'headingLevel'>;
  /** The list stands within the text that is searched. */
  listWithin?: boolean;
  german?: boolean;
}

/** What such a page keeps for its tests. */
export interface Kept {
  view: View;
  list: { dispose(): void } | undefined;
  load(gazetteer: Gazetteer): Promise<void>;
  dispose(): void;
}

/** Opens it and waits until its names are painted, and listed. */
export async function openSmall(page: Page, given: SmallPage = {}): Promise<void> {
  await page.goto('/pages/blank.html');
  const { html = TEXT, gazetteer = GAZETTEER, date = '2024-12-01', ...rest } = given;
  await page.evaluate(
    async ({ address, html, gazetteer, date, list, listWithin, german }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.innerHTML = html;
      const strings = german ? (await import(new URL('/pages/german.js', location.href).href)).german : {};
      const highlighter = createHighlighter({ pack: gazetteer, strings });
      const view = await highlighter.highlight(root, { date });
      let attached: { dispose(): void } | undefined;
      if (list) {
        const { attachCastList } = (await import(
          address.replace('index', 'cast-list')
        )) as typeof import('namelight/cast-list');
        const place = document.createElement('aside');
        place.id = 'cast';
        (listWithin ? root : document.body).append(place);
        attached = attachCastList(view, place, { ...list, strings });
      }
      const kept: Kept = {
        view,
        list: attached,
        load: (more) => highlighter.load(more),
        dispose: () => highlighter.dispose(),
      };
      Object.assign(window, { kept });
    },
    { address: PACKAGE, html, gazetteer, date, ...rest },
  );
  if (rest.list) await expect(page.locator('namelight-cast .list')).toBeAttached();
}

/** Runs in the page, with what it keeps. */
export function kept<T>(page: Page, run: string): Promise<T> {
  return page.evaluate(`(async (kept) => { ${run} })(window.kept)`) as Promise<T>;
}

/** The place of a mention in the viewport, by its number. */
export function middleOf(page: Page, mention: number): Promise<{ x: number; y: number }> {
  return page.evaluate((index) => {
    const { view } = (window as unknown as { kept: Kept }).kept;
    const found = view.rangeOf(index);
    if (!found) throw new Error(`there is no mention ${index}`);
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, mention);
}
