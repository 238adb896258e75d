/**
 * `namelight/server`: a text with its mentions as HTML, and an article as schema.org JSON-LD. Pure functions
 * over plain data, without a DOM, for Node and any other place that writes pages.
 */
export { documentOfText } from './export/document.js';
export type { ExportDocument, ExportSource } from './export/document.js';
export { toHtml } from './server/html.js';
export type { HtmlOptions } from './server/html.js';
export { jsonLdText, toJsonLd } from './server/json-ld.js';
export type {
  ArticleLd,
  EntityLd,
  JsonLdOptions,
  NamedLd,
  OrganisationLd,
  PeopleLd,
  PersonLd,
  PlaceLd,
} from './server/json-ld.js';
