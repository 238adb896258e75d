/** Each export against the schema of its format, or read by a reader of its format from the registry. */
import { readFileSync } from 'node:fs';
import { check as checkGeoJson } from '@placemarkio/check-geojson';
import { expect, test } from '@playwright/test';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import Papa from 'papaparse';
import { SOURCE, documentOf, exports_, hostileDocument, seedDocument } from './exports-support.js';
import { stixSchemas } from './stix-schemas.js';

type Document = import('namelight/export').ExportDocument;

const DOCUMENTS: Record<string, () => Promise<Document>> = {
  'the seed article': seedDocument,
  'a hostile document': async () => hostileDocument(),
  'a text without names or source': () => documentOf('Nobody was there.', {}),
  'astral letters': () => documentOf('🎉🎉 In Aleppo and in Idlib 🎉 again, in Syria.', SOURCE),
};

function validator(options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, ...options });
  formats.default(ajv);
  return ajv;
}

/** What the schema of its type finds wrong with a STIX object. */
function stixErrors(): (object: { type: string }) => string[] {
  // Some of the expressions in these schemas are none in JavaScript's stricter mode, and one format is unknown.
  const ajv = validator({ unicodeRegExp: false, formats: { 'idn-hostname': true } });
  const schemas = stixSchemas();
  for (const schema of schemas) ajv.addSchema(schema);
  return (object) => {
    const schema = schemas.find(({ $id }) => $id.endsWith(`/${object.type}.json`));
    if (!schema) return [`no schema for ${object.type}`];
    ajv.validate(schema.$id, object);
    return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

for (const [name, make] of Object.entries(DOCUMENTS)) {
  test(`${name} as CSV reads back as it was`, async () => {
    const document = await make();
    const { toCsv } = await exports_();
    const { data, errors } = Papa.parse<Record<string, string>>(toCsv(document), {
      header: true,
      skipEmptyLines: true,
      newline: '\r\n',
    });
    expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([]);
    const known = data.map(({ start, end, entity, name }) => [start, end, entity, plain(name ?? '')]);
    expect(known).toEqual(
      document.mentions.map(({ start, end, entity, name }) => [
        ...[String(start), String(end), entity],
        name.replace(/\p{Surrogate}/gu, '\ufffd'),
      ]),
    );
    const formulas = data.flatMap((row) =>
      Object.values(row).filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell))),
    );
    expect(formulas).toEqual([]);
  });

  test(`${name} as JSON fits the schema beside the package`, async () => {
    const schema = new URL('../../dist/package/mentions.schema.json', import.meta.url);
    const { exportDocument } = await exports_();
    const file: unknown = JSON.parse(exportDocument(await make(), 'json').text);
    const ajv = validator();
    const fits = ajv.validate(JSON.parse(readFileSync(schema, 'utf8')) as object, file);
    // The one thing wrong with the hostile document: a mention beyond the end has no text.
    const wrong = (ajv.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
    expect(wrong).toEqual(name === 'a hostile document' ? ['/mentions/3/text minLength'] : []);
    expect(fits).toBe(name !== 'a hostile document');
  });

  test(`${name} as GeoJSON is read without complaint`, async () => {
    const { exportDocument } = await exports_();
    const { text } = exportDocument(await make(), 'geojson');
    expect(checkGeoJson(text)).toMatchObject({ type: 'FeatureCollection' });
  });

  test(`${name} as STIX fits the schemas of OASIS`, async () => {
    const { exportDocument } = await exports_();
    const { objects = [], ...bundle } = JSON.parse(exportDocument(await make(), 'stix').text) as {
      type: string;
      objects?: { type: string; id: string; object_refs?: string[] }[];
    };
    // Each by itself, as the validator of OASIS does: in the schema of bundles not every type has a place.
    const errors = stixErrors();
    for (const object of [bundle, ...objects]) expect(errors(object), object.type).toEqual([]);
    const ids = objects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { object_refs = [] } of objects) {
      expect(object_refs.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });
}

/** A cell as it was before it was kept from being a formula. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

test('no address of a hostile document is one that could be opened', async () => {
  const { exportDocument, formats } = await exports_();
  const document = hostileDocument();
  const texts = formats().map((format) => exportDocument(document, format).text);
  const strings: string[] = [];
  for (const text of texts.slice(1)) {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string') strings.push(value);
      return value;
    });
  }
  strings.push(...Papa.parse<string[]>(texts[0] ?? '').data.flat());
  expect(strings.length).toBeGreaterThan(100);
  expect(strings.filter((value) => /^(javascript|data|file):/i.test(value))).toEqual([]);
  expect(strings.filter((value) => /\p{Surrogate}/u.test(value))).toEqual([]);
});

test('an invalid STIX object is refused by the schemas, so that they do test', () => {
  const errors = stixErrors();
  const nowhere = {
    ...{ type: 'location', spec_version: '2.1', name: 'Nowhere' },
    id: 'location--e7c7ed9a-8517-5e4a-9a49-52aeeb23b788',
    ...{ created: '2024-01-01T00:00:00.000Z', modified: '2024-01-01T00:00:00.000Z' },
  };
  const somewhere = { ...nowhere, country: 'SY' };
  expect(errors(nowhere)).not.toEqual([]);
  expect(errors(somewhere)).toEqual([]);
});
