/** The formats that can be imported, and which of them a file seems to be. */

/** What the importer reads, by the names that the command line has for them. */
export const importFormats = [
  'json',
  'csv',
  'tsv',
  'geonames',
  'geonames-alternate',
  'wikidata',
  'petrarch',
  'ftm',
  'stix',
] as const;

/** One of the formats, by its name. */
export type ImportFormat = (typeof importFormats)[number];

/** Enough of a file to tell what it is. */
const START = 65_536;

/** What a file seems to be, by its name and its beginning; `pack` for a compiled gazetteer, undefined where nothing tells. */
export async function formatOf(file: File): Promise<ImportFormat | 'pack' | undefined> {
  const start = await file.slice(0, START).text();
  if (start.startsWith('NLPK')) return 'pack';
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return jsonFormat(text);
  const [line = ''] = text.split(/\r?\n/, 1);
  if (/^\d+\t[^\t]*(\t[^\t]*){17}$/.test(line)) return 'geonames';
  if (/^(item|\w+),.*Label\b/.test(line)) return 'wikidata';
  if (/\.tsv$/i.test(file.name)) return 'tsv';
  if (/\.csv$/i.test(file.name)) return 'csv';
  if (/^[A-Z_.'-]+_?\s*(\[|;|$)/m.test(text) && /\[[A-Z]{3}/.test(text)) return 'petrarch';
  if (line.includes('\t')) return 'tsv';
  return /[,;|]/.test(line) ? 'csv' : undefined;
}

function jsonFormat(text: string): ImportFormat {
  if (/^\{\s*"(head|results)"/.test(text) || /^\[\s*\{\s*"item(Label)?"/.test(text)) return 'wikidata';
  if (/"type"\s*:\s*"bundle"/.test(text) || /"spec_version"\s*:\s*"2\.1"/.test(text)) return 'stix';
  if (/"schema"\s*:\s*"[A-Z]\w+"/.test(text) && /"properties"\s*:/.test(text)) return 'ftm';
  return 'json';
}
