/** What the tests of exports share: the built entries, run in Node as they ship, and documents to export. */
import { readFileSync } from 'node:fs';

const folder = new URL('../../dist/package/', import.meta.url);
const load = (name: string): Promise<unknown> => import(new URL(name, folder).href);

export const exports_ = () => load('export.js') as Promise<typeof import('namelight/export')>;
export const server = () => load('server.js') as Promise<typeof import('namelight/server')>;

type Document = import('namelight/export').ExportDocument;

export const SOURCE = {
  url: 'https://news.example/2024/12/aleppo?page=1#top',
  title: 'Jets strike "northern" Syria, sources say',
  date: '2024-12-01',
  retrieved: '2024-12-02T08:15:00Z',
};

/** The document of a text, found by the built package with the base pack or a gazetteer. */
export async function documentOf(
  text: string,
  source: import('namelight/export').ExportSource,
  gazetteer?: import('namelight').Gazetteer,
): Promise<Document> {
  const { createHighlighter } = (await load('index.js')) as typeof import('namelight');
  const { documentOfText } = await exports_();
  const highlighter = createHighlighter({
    wasm: readFileSync(new URL('namelight_bg.wasm', folder)),
    pack: gazetteer ?? new Uint8Array(readFileSync(new URL('base.nlpack', folder))),
  });
  const document = await documentOfText(highlighter, text, source);
  highlighter.dispose();
  return document;
}

/** The seed article with the base pack. */
export function seedDocument(): Promise<Document> {
  const seed = new URL('../../seeds/000_815b1df0a53870d3.txt', import.meta.url);
  return documentOf(readFileSync(seed, 'utf8'), SOURCE);
}

const EVIL = `=HYPERLINK("javascript:alert(1)")</script><img src=x onerror="alert(1)">'"&\u2028`;

/**
 * What a hostile gazetteer and a hostile page could bring: markup, formulas, addresses that run, keys that
 * pollute, unpaired surrogates, mentions out of bounds.
 */
export function hostileDocument(): Document {
  const name = `${EVIL}\ud800`;
  const text = `\udfff${name} says <b>no</b> to </script> and @SUM(A1)\u2029-${name}`;
  const links = {
    wikipedia: 'javascript:alert(1)',
    wikidata: '"><script>alert(1)</script>\udc00',
    website: 'http://plain.example/',
  };
  const role = { title: `${EVIL} of everything` };
  const common = { name, type: '__proto__', role, links };
  const mention: Omit<Document['mentions'][number], 'start' | 'end' | 'text'> = {
    ...common,
    ...{ entity: '__proto__', kind: 'actor', form: 'name' },
    ...{ confidence: 'certain', candidates: [], why: EVIL },
  };
  const end = 1 + name.length;
  const at = text.lastIndexOf(name);
  const details = { ...common, index: 0, names: [], roles: [role], in: [] };
  return {
    text,
    mentions: [
      { ...mention, start: 1, end, text: name },
      { ...mention, start: 3, end: end + 5, text: 'overlaps the first' },
      { ...mention, start: at, end: at + name.length, text: name, entity: 'place', kind: 'place' },
      { ...mention, start: text.length + 5, end: text.length + 9, text: 'beyond' },
    ],
    entities: [
      { ...details, id: '__proto__', kind: 'actor' },
      { ...details, id: 'place', kind: 'place', at: [1, 2] },
    ],
    source: { url: 'javascript:alert(1)//', title: EVIL, date: '2024-13-45', retrieved: EVIL },
  };
}
