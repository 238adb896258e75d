/** Where the links of an entity lead: whole addresses, and only such as are safe to open. */
import { wellFormed } from './well-formed.js';
import type { Links } from './types.js';

/** Where to read on, and what that is. */
export interface Address {
  site: keyof Links;
  address: string;
  id?: string;
}

/** The addresses of an entity, the first to name it for machines. What is not `https:` is left out. */
export function addressesOf({ wikidata, wikipedia, geonames, website }: Links): Address[] {
  const addresses: (Address | undefined)[] = [
    wikidata
      ? { site: 'wikidata', address: `https://www.wikidata.org/entity/${encoded(wikidata)}`, id: wikidata }
      : undefined,
    wikipedia ? { site: 'wikipedia', address: wikipedia } : undefined,
    geonames
      ? { site: 'geonames', address: `https://www.geonames.org/${geonames}`, id: String(geonames) }
      : undefined,
    website ? { site: 'website', address: website } : undefined,
  ];
  return addresses.flatMap((entry) => {
    const address = entry && safeAddress(entry.address, ['https:']);
    return entry && address ? [{ ...entry, address }] : [];
  });
}

/** An address as the URL standard writes it, or undefined where it is none or of another scheme. */
export function safeAddress(address: string, schemes: readonly string[]): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return schemes.includes(url.protocol) ? url.href : undefined;
}

/** Of an unpaired surrogate `encodeURIComponent` would make an error. */
const encoded = (id: string): string => encodeURIComponent(wellFormed(id));
