/** The addresses behind an entity's links: those that a page can safely lead to. */
import type { Links } from './types.js';

export interface LinkAddress {
  source: keyof Links;
  address: string;
}

/** In the order in which they are shown; what is not `https:` is left out. */
export function addressesOf({ wikipedia, wikidata, geonames, website }: Links): LinkAddress[] {
  const all: [keyof Links, string | undefined][] = [
    ['wikipedia', wikipedia],
    ['wikidata', wikidata && `https://www.wikidata.org/wiki/${encodeURIComponent(wikidata)}`],
    ['geonames', geonames ? `https://www.geonames.org/${geonames}` : undefined],
    ['website', website],
  ];
  return all.flatMap(([source, address]) =>
    address?.startsWith('https://') ? [{ source, address }] : [],
  );
}
