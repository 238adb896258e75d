/** Web Annotations, expanded as JSON-LD: every property and type is one of the vocabulary, and selectors select. */
import { expect, test } from '@playwright/test';
import jsonld from 'jsonld';
import { SOURCE, documentOf, exports_, seedDocument } from './exports-support.js';

const OA = 'http://www.w3.org/ns/oa#';
const AS = 'https://www.w3.org/ns/activitystreams#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const linked = (id: string) => ({ '@id': id, '@type': '@id' });
const named = (id: string) => ({ '@id': id, '@type': '@vocab' });
const typed = (id: string, type: string) => ({ '@id': id, '@type': XSD + type });

/** What the Web Annotation vocabulary says of the words used here, so that no test asks the network. */
const VOCABULARY = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    [
      ...['Annotation', 'SpecificResource', 'TextualBody', 'Choice', 'TextQuoteSelector'],
      ...['TextPositionSelector', 'TimeState', 'exact', 'prefix', 'suffix', 'identifying', 'describing'],
    ].map((name) => [name, OA + name]),
  ),
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  body: linked(`${OA}hasBody`),
  target: linked(`${OA}hasTarget`),
  source: linked(`${OA}hasSource`),
  selector: linked(`${OA}hasSelector`),
  state: linked(`${OA}hasState`),
  motivation: named(`${OA}motivatedBy`),
  purpose: named(`${OA}hasPurpose`),
  start: typed(`${OA}start`, 'nonNegativeInteger'),
  end: typed(`${OA}end`, 'nonNegativeInteger'),
  sourceDate: typed(`${OA}sourceDate`, 'dateTime'),
  created: typed('http://purl.org/dc/terms/created', 'dateTime'),
  modified: typed('http://purl.org/dc/terms/modified', 'dateTime'),
  format: 'http://purl.org/dc/elements/1.1/format',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  total: typed(`${AS}totalItems`, 'nonNegativeInteger'),
  startIndex: typed(`${AS}startIndex`, 'nonNegativeInteger'),
  first: linked(`${AS}first`),
  items: { ...linked(`${AS}items`), '@container': '@list' },
};

/** Expands with the vocabulary above; a word that is not in it, or a relative address, is an error. */
async function expand(collection: object): Promise<unknown[]> {
  return jsonld.expand(collection as jsonld.JsonLdDocument, {
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`asked for ${url}`);
      return { documentUrl: url, document: { '@context': VOCABULARY } };
    },
  } as jsonld.Options.Expand);
}

test('the seed article expands to annotations of the vocabulary, one for each mention', async () => {
  const document = await seedDocument();
  const { toWebAnnotations } = await exports_();
  const [collection] = (await expand(toWebAnnotations(document))) as [Record<string, unknown>];
  expect(collection['@type']).toEqual([`${AS}OrderedCollection`]);
  expect(collection[`${AS}totalItems`]).toEqual([
    { '@type': `${XSD}nonNegativeInteger`, '@value': document.mentions.length },
  ]);
  const ids = JSON.stringify(collection).match(/"@id":"urn:uuid:[^"]+"/g) ?? [];
  expect(new Set(ids).size).toBe(document.mentions.length + 2);
});

test('what is not in the vocabulary is refused, so that the expansion does test', async () => {
  const { toWebAnnotations } = await exports_();
  const collection = toWebAnnotations(await seedDocument());
  await expect(expand({ ...collection, colour: 'red' })).rejects.toThrow(/safe mode/i);
});

test('positions count code points, quotes are the words and what stands around them', async () => {
  const text = '🎉🎉 In Aleppo 🎉\u2029Idlib, in Syria.';
  const { toWebAnnotations } = await exports_();
  const { first } = toWebAnnotations(await documentOf(text, SOURCE));
  const codePoints = [...text];
  const selectors = first?.items.map(({ target }) => target.selector) ?? [];
  expect(selectors.map(([{ exact }]) => exact)).toEqual(['Aleppo', 'Idlib', 'Syria']);
  for (const [{ exact, prefix, suffix }, { start, end }] of selectors) {
    expect(codePoints.slice(start, end).join('')).toBe(exact);
    expect(codePoints.slice(0, start).join('').endsWith(prefix)).toBe(true);
    expect(codePoints.slice(end).join('').startsWith(suffix)).toBe(true);
  }
  expect(selectors[0]?.[0].suffix).toBe(' 🎉');
  expect(first?.items[0]?.target).toMatchObject({
    source: SOURCE.url,
    state: { type: 'TimeState', sourceDate: '2024-12-02T08:15:00.000Z' },
  });
});

test('a text without an address still has a source, and one without names no page', async () => {
  const { toWebAnnotations } = await exports_();
  const named = toWebAnnotations(await documentOf('In Aleppo.', {}));
  expect(named.first?.items[0]?.target.source).toMatch(/^urn:uuid:/);
  await expand(named);
  const empty = toWebAnnotations(await documentOf('Nobody was there.', {}));
  expect(empty).toMatchObject({ total: 0 });
  expect(empty.first).toBeUndefined();
  await expand(empty);
});
