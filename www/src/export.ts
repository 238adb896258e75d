/**
 * `namelight/export`: the mentions of a page or a text in the formats that other programs read. Pure functions
 * over plain data, for browsers, extensions and Node; importing does no work and needs no DOM.
 */
export { exportDocument, exportMentions, formats } from './export/formats.js';
export type { ExportFile, ExportFormat } from './export/formats.js';
export { documentOfText, documentOfView } from './export/document.js';
export type { ExportDocument, ExportSource, ViewParts } from './export/document.js';
export type { Address } from './addresses.js';
export { toCsv } from './export/csv.js';
export { toGeoJson } from './export/geojson.js';
export type { PlaceCollection, PlaceFeature } from './export/geojson.js';
export { toJson } from './export/json.js';
export type { EntityRecord, MentionRecord, MentionsFile } from './export/json.js';
export type { Evidence } from './export/evidence.js';
export { toStix } from './export/stix.js';
export type {
  StixBundle,
  StixCommon,
  StixEntity,
  StixIdentity,
  StixLocation,
  StixNote,
  StixObject,
  StixReference,
  StixReport,
} from './export/stix-types.js';
export { fragmentLink, textFragments } from './export/text-fragment.js';
export type { Directive } from './export/text-fragment.js';
export { toWebAnnotations } from './export/annotations.js';
export type {
  Annotation,
  AnnotationBody,
  AnnotationCollection,
  AnnotationPage,
  AnnotationTarget,
} from './export/annotations.js';
