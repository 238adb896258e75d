/** A text as HTML and an article as JSON-LD, made without a DOM and read by a browser and by a JSON-LD reader. */
import { expect, test as plain } from '@playwright/test';
import jsonld from 'jsonld';
import type { NewsArticle, WithContext } from 'schema-dts';
import { SOURCE, documentOf, hostileDocument, seedDocument, server } from './exports-support.js';
import { test } from './support.js';

const TWO_SPRINGFIELDS = {
  entities: [
    { id: 'one', type: 'city', name: 'Springfield', links: { wikipedia: 'Springfield_One' } },
    { id: 'two', type: 'city', name: 'Springfield', links: { geonames: 2 } },
    { id: 'mayor', type: 'person', name: 'Ann Lee', links: { website: 'https://ann.example' } },
    { id: 'jo', type: 'person', name: 'Jo Bo', roles: [{ title: 'Mayor "of" <A>' }], links: { wikidata: 'Q1' } },
  ],
};

plain('blocks, line breaks, classes and links', async () => {
  const { toHtml } = await server();
  const text = 'Jo Bo & Ann Lee\nmet.\n \nIn Springfield <b>1 < 2</b>.\u2029\u2029Jo Bo left.';
  const document = await documentOf(text, {}, TWO_SPRINGFIELDS);
  const title = 'title="Mayor &quot;of&quot; &lt;A&gt;"';
  const jo = `<mark class="namelight-actor" data-entity="jo" ${title}>Jo Bo</mark>`;
  const ann = '<mark class="namelight-actor" data-entity="mayor">Ann Lee</mark>';
  const open = '<mark class="namelight-ambiguous">Springfield</mark>';
  expect(toHtml(document).split('</p>\n')).toEqual([
    `<p>${jo} &amp; ${ann}<br>\nmet.`,
    `<p>In ${open} &lt;b&gt;1 &lt; 2&lt;/b&gt;.`,
    `<p>${jo} left.</p>`,
  ]);
  expect(toHtml(document, { element: 'a', block: null, title: () => undefined })).toBe(
    [
      '<a class="namelight-actor" data-entity="jo" href="https://www.wikidata.org/entity/Q1">Jo Bo</a> &amp; ' +
        '<a class="namelight-actor" data-entity="mayor" href="https://ann.example/">Ann Lee</a><br>\nmet.',
      'In <span class="namelight-ambiguous">Springfield</span> &lt;b&gt;1 &lt; 2&lt;/b&gt;.',
      '<a class="namelight-actor" data-entity="jo" href="https://www.wikidata.org/entity/Q1">Jo Bo</a> left.',
    ].join('\n\n'),
  );
});

test('the HTML of the seed article shows its text, and its mentions are those found', async ({ page }) => {
  const { toHtml } = await server();
  const document = await seedDocument();
  await page.goto('/pages/blank.html');
  await page.setContent(toHtml(document, { element: 'a' }));
  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  expect(words(await page.locator('body').innerText())).toBe(words(document.text));
  expect(await page.locator('[class^=namelight-]').allTextContents()).toEqual(
    document.mentions.map(({ text }) => text),
  );
  const addresses = await page.locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(30);
  expect(addresses.filter((address) => !address.startsWith('https://en.wikipedia.org/'))).toEqual([]);
});

for (const element of ['mark', 'span', 'a'] as const) {
  test(`hostile text and names are text in HTML (${element}) and JSON-LD, and nothing runs`, async ({ page }) => {
    const { toHtml, toJsonLd, jsonLdText } = await server();
    const document = hostileDocument();
    const html = toHtml(document, { element });
    const data = `<script type="application/ld+json">${jsonLdText(toJsonLd(document))}</script>`;
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await page.goto('/pages/blank.html');
    await page.setContent(`<main>${html}</main>${data}`);
    const kinds = await page
      .locator('main *')
      .evaluateAll((elements) => [...new Set(elements.map(({ localName }) => localName))]);
    expect(kinds.sort()).toEqual([...new Set(['p', element])].sort());
    const attributes = await page
      .locator('main *')
      .evaluateAll((elements) => [...new Set(elements.flatMap((one) => one.getAttributeNames()))]);
    expect(attributes.filter((name) => !['class', 'data-entity', 'title', 'href'].includes(name))).toEqual([]);
    const shown = document.text.replace(/\p{Surrogate}/gu, '\ufffd').replace('\u2029', '\n');
    expect(await page.locator('main').evaluate((main) => main.textContent)).toBe(shown);
    for (const href of await page.locator('main a').evaluateAll((links) => links.map((a) => a.getAttribute('href')))) {
      expect(href).toMatch(/^https:\/\/www\.wikidata\.org\/entity\/%22%3E%3Cscript/);
    }
    const read = await page.locator('script').evaluateAll((scripts) => scripts.map((one) => one.textContent));
    expect(read).toHaveLength(1);
    const { mentions } = JSON.parse(read[0] ?? '') as { mentions: { '@type': string; name: string }[] };
    expect(mentions.map((one) => one['@type'])).toEqual(['Organization', 'Place']);
    expect(mentions[0]?.name).toBe(document.mentions[0]?.name.replace(/\p{Surrogate}/gu, '\ufffd'));
    expect(dialogs).toBe(0);
    expect(Object.prototype).toEqual({});
  });
}

plain('JSON-LD: an article of schema.org with the right types', async () => {
  const { toJsonLd } = await server();
  const made = toJsonLd(await seedDocument(), { about: ['syria'] });
  // Checked by the compiler against the vocabulary: type names, properties, and what each may hold.
  const article: WithContext<NewsArticle> = made;
  expect(article).toMatchObject({
    url: SOURCE.url,
    headline: SOURCE.title,
    datePublished: '2024-12-01',
    about: [{ '@type': 'Country', name: 'Syria' }],
  });
  const named = new Map(made.mentions?.map((entity) => [entity.name, entity]));
  expect(named.get('Bashar al-Assad')).toEqual({
    '@type': 'Person',
    name: 'Bashar al-Assad',
    jobTitle: 'President of Syria',
    sameAs: ['https://www.wikidata.org/entity/Q44329', 'https://en.wikipedia.org/wiki/Bashar_al-Assad'],
  });
  expect(named.get('Aleppo')).toMatchObject({
    '@type': 'City',
    geo: { '@type': 'GeoCoordinates', latitude: 36.2, longitude: 37.16 },
    containedInPlace: [{ name: 'Aleppo Governorate' }, { name: 'Syria' }],
  });
  const types = Object.fromEntries([...named].map(([name, entity]) => [name, entity['@type']]));
  expect(types).toMatchObject({
    CNN: 'NewsMediaOrganization',
    Kurds: 'Thing',
    'Government of Syria': 'GovernmentOrganization',
    'Idlib Governorate': 'AdministrativeArea',
    'White Helmets': 'NGO',
    'Military Operations Command': 'Organization',
  });
  const context = { '@vocab': 'https://schema.org/', sameAs: { '@type': '@id' }, url: { '@type': '@id' } };
  const [expanded] = (await jsonld.expand(made as object as jsonld.JsonLdDocument, {
    safe: true,
    documentLoader: async (url: string) => ({ documentUrl: url, document: { '@context': context } }),
  } as jsonld.Options.Expand)) as [Record<string, unknown[]>];
  expect(expanded['https://schema.org/mentions']).toHaveLength(made.mentions?.length ?? 0);
});
