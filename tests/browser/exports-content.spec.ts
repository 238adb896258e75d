/** What each export says, beyond its form: evidence, coordinates, identifiers, what is left open. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { validate, version } from 'uuid';
import { SOURCE, documentOf, exports_, seedDocument, server } from './exports-support.js';

const TWO_SPRINGFIELDS = {
  entities: [
    { id: 'springfield-one', type: 'city', name: 'Springfield', links: { geonames: 1 } },
    { id: 'springfield-two', type: 'city', name: 'Springfield', links: { geonames: 2 } },
    { id: 'the-river', type: 'water', name: 'The River', links: { geonames: 3 } },
  ],
};

test('importing needs no DOM and shows the public names', async () => {
  expect(Object.keys(await exports_())).toEqual([
    'documentOfText',
    'documentOfView',
    'exportDocument',
    'exportMentions',
    'formats',
    'fragmentLink',
    'textFragments',
    'toCsv',
    'toGeoJson',
    'toJson',
    'toStix',
    'toWebAnnotations',
  ]);
  expect(Object.keys(await server())).toEqual(['documentOfText', 'jsonLdText', 'toHtml', 'toJsonLd']);
});

test('every mention of the seed article is in the CSV and the JSON, with its words', async () => {
  const document = await seedDocument();
  const { toCsv, toJson } = await exports_();
  const { mentions, entities, source } = toJson(document);
  expect(mentions.map(({ text }) => text)).toEqual(document.mentions.map(({ text }) => text));
  expect(toCsv(document).split('\r\n')).toHaveLength(document.mentions.length + 2);
  expect(source).toEqual({ ...SOURCE, checked: '2025-06-30' });
  for (const { prefix, text, suffix, start, end } of mentions) {
    const around = document.text.slice(start - prefix.length, end + suffix.length);
    expect(prefix + text + suffix).toBe(around);
  }
  const assad = entities.find(({ id }) => id === 'bashar-al-assad');
  expect(assad).toMatchObject({ type: 'person', role: { title: 'President of Syria' } });
  expect(assad?.count).toBe(mentions.filter(({ entity }) => entity === 'bashar-al-assad').length);
});

test('coordinates: longitude first in GeoJSON, by name in STIX', async () => {
  const document = await seedDocument();
  const { toGeoJson, toStix } = await exports_();
  const aleppo = toGeoJson(document).features.find(({ id }) => id === 'aleppo');
  expect(aleppo?.geometry.coordinates).toEqual([37.16, 36.2]);
  expect(aleppo?.properties).toMatchObject({ role: 'Second-largest city of Syria', type: 'city' });
  expect(aleppo?.properties.mentions.map(({ text }) => text)).toContain('Aleppo');
  const location = toStix(document).objects?.find((object) => 'city' in object);
  expect(location).toMatchObject({ name: 'Aleppo', latitude: 36.2, longitude: 37.16, country: 'SY' });
});

test('STIX: the right classes, the same identifiers in every bundle, evidence in notes', async () => {
  const { toStix } = await exports_();
  const one = toStix(await seedDocument());
  const names = new Map(one.objects?.flatMap((object) => ('name' in object ? [[object.name, object]] : [])));
  expect(names.get('Bashar al-Assad')).toMatchObject({
    type: 'identity',
    identity_class: 'individual',
    roles: [
      'President of Syria (2000-07-17/2024-12-08)',
      'Former president of Syria, in exile in Russia (2024-12-08/..)',
    ],
  });
  expect(names.get('White Helmets')).toMatchObject({ type: 'identity', identity_class: 'organization' });
  expect(names.get('Syria')).toMatchObject({ type: 'location', country: 'SY' });
  expect(names.get('Idlib Governorate')).toMatchObject({
    country: 'SY',
    administrative_area: 'Idlib Governorate',
  });
  const types = new Set(one.objects?.map(({ type }) => type));
  expect([...types].sort()).toEqual(['identity', 'location', 'note', 'report']);

  const other = toStix(await documentOf('In Aleppo, Bashar al-Assad spoke.', { date: '2025-01-01' }));
  for (const name of ['Bashar al-Assad', 'Aleppo']) {
    const again = other.objects?.find((object) => 'name' in object && object.name === name);
    expect(again).toEqual(names.get(name));
  }
  const uuids = one.objects?.map(({ id }) => id.split('--')[1] ?? '') ?? [];
  expect(uuids.filter((uuid) => !validate(uuid) || version(uuid) !== 5)).toEqual([]);
  const note = other.objects?.find((object) => object.type === 'note');
  expect(note?.content).toContain('In Aleppo, Bashar al-Assad spoke.');
  expect(toStix(await seedDocument())).toEqual(one);
});

test('what the text leaves open is claimed by none, and a place that is nowhere has no location', async () => {
  const document = await documentOf('In Springfield, by The River.', SOURCE, TWO_SPRINGFIELDS);
  expect(document.mentions.map(({ confidence }) => confidence)).toEqual(['ambiguous', 'certain']);
  const { toGeoJson, toJson, toStix, toWebAnnotations } = await exports_();
  expect(toStix(document).objects).toBeUndefined();
  expect(toGeoJson(document).features).toEqual([]);
  expect(toJson(document).entities.map(({ id, count }) => [id, count])).toEqual([
    ['springfield-one', 0],
    ['springfield-two', 0],
    ['the-river', 1],
  ]);
  const [open] = toWebAnnotations(document).first?.items ?? [];
  expect(open?.body).toEqual({
    type: 'Choice',
    items: ['1', '2'].map((id) => ({
      type: 'SpecificResource',
      purpose: 'identifying',
      source: `https://www.geonames.org/${id}`,
    })),
  });
});

test('the codes of countries are those by which the list of capitals knows them', async () => {
  const capitals = readFileSync(new URL('../../gazetteer/sources/capitals.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('\t') as [geonames: string, code: string, name: string]);
  // A capital is named with its country, so that none is taken for another city of its name.
  const text = capitals.map(([, code, name]) => `${name}, ${countryName(code)}.`).join('\n\n');
  const document = await documentOf(text, {});
  const { toStix } = await exports_();
  const found = new Map(
    toStix(document).objects?.flatMap((object) =>
      object.type === 'location' && object.city
        ? (object.external_references ?? []).map(({ external_id }) => [external_id, object.country])
        : [],
    ),
  );
  const known = capitals.filter(([geonames]) => found.has(geonames));
  expect(known.length).toBeGreaterThan(150);
  expect(known.map(([id, , name]) => [name, found.get(id)])).toEqual(
    known.map(([, code, name]) => [name, code === 'XK' ? undefined : code]),
  );
});

const countryName = (code: string): string =>
  new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
