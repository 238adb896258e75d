/** The formats by name, each as a file that can be saved or copied. */
import { toWebAnnotations } from './annotations.js';
import { toCsv } from './csv.js';
import {
  documentOfView,
  jsonText,
  type ExportDocument,
  type ExportSource,
  type ViewParts,
} from './document.js';
import { toGeoJson } from './geojson.js';
import { toJson } from './json.js';
import { toStix } from './stix.js';

/** The names of the formats. */
export type ExportFormat = 'csv' | 'json' | 'web-annotation' | 'geojson' | 'stix';

/** An export, and what to call it. */
export interface ExportFile {
  text: string;
  /** The media type. */
  type: string;
  /** The end of the file's name, without a dot. */
  extension: string;
}

interface Format {
  type: string;
  extension: string;
  write: (document: ExportDocument) => string;
}

const FORMATS: Record<ExportFormat, Format> = {
  csv: { type: 'text/csv;charset=utf-8;header=present', extension: 'csv', write: toCsv },
  json: {
    type: 'application/json',
    extension: 'json',
    write: (document) => jsonText(toJson(document)),
  },
  'web-annotation': {
    type: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
    extension: 'jsonld',
    write: (document) => jsonText(toWebAnnotations(document)),
  },
  geojson: {
    type: 'application/geo+json',
    extension: 'geojson',
    write: (document) => jsonText(toGeoJson(document)),
  },
  stix: {
    type: 'application/stix+json;version=2.1',
    extension: 'stix.json',
    write: (document) => jsonText(toStix(document)),
  },
};

/** The names of all formats, in the order in which a menu may show them. */
export const formats = (): ExportFormat[] => Object.keys(FORMATS) as ExportFormat[];

/** A document as a file. */
export function exportDocument(document: ExportDocument, format: ExportFormat): ExportFile {
  const { type, extension, write } = FORMATS[format];
  return { text: write(document), type, extension };
}

/** The mentions of a view as it stands. What `source` leaves out of date and `checked` the view knows. */
export function exportMentions(
  view: ViewParts,
  format: ExportFormat,
  source?: ExportSource,
): ExportFile {
  return exportDocument(documentOfView(view, source), format);
}
