/** Which columns a table has, by its header, and which fields a reader may find them to hold. */
import type { MessageKey } from '../words.js';

/** The importer's words for fields, each with what the reader is shown. */
export const FIELDS: readonly (readonly [field: string, label: MessageKey])[] = [
  ['name', 'own_name'],
  ['aliases', 'column_aliases'],
  ['type', 'own_type'],
  ['role', 'column_role'],
  ['from', 'column_from'],
  ['to', 'column_to'],
  ['id', 'column_id'],
  ['website', 'own_website'],
];

/** Titles that the importer takes for that of names by itself. */
const NAME = /^(name|label|itemlabel|title)$/i;

/** Enough of a file to hold a header. */
const START = 65_536;

/** The titles of a table's columns. */
export async function columnsOf(file: File): Promise<string[]> {
  const start = await file.slice(0, START).text();
  const [header = ''] = start.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const count = (separator: string): number => header.split(separator).length;
  const [separator = ','] = ['\t', ',', ';', '|'].sort((a, b) => count(b) - count(a));
  const titles = header.split(separator).map((title) => title.trim().replace(/^"(.*)"$/, '$1'));
  return titles.filter((title) => title !== '');
}

/** Whether the importer will know which column has the names. */
export const saysName = (titles: readonly string[]): boolean => titles.some((title) => NAME.test(title));
