/** The wording of the part that exports. */
import type { ExportFormat } from 'namelight/export';

export const WORDS = {
  names: {
    csv: 'Table',
    json: 'JSON',
    'web-annotation': 'Web Annotations',
    geojson: 'GeoJSON',
    stix: 'STIX 2.1',
  } satisfies Record<ExportFormat, string>,
  uses: {
    csv: 'Every mention a line; for spreadsheets.',
    json: 'Mentions and entities with all that is known; has a schema.',
    'web-annotation': 'Each mention anchored in the text, by the W3C standard.',
    geojson: 'The places with their positions; for maps.',
    stix: 'Actors and places as objects; for threat intelligence.',
  } satisfies Record<ExportFormat, string>,
  save: 'Save',
  saveAs: (name: string) => `Save as ${name}`,
  copy: 'Copy',
  copyAs: (name: string) => `Copy ${name}`,
  copied: (name: string) => `${name} was copied.`,
  refused: 'The browser did not allow copying.',
};
