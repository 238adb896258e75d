/** The wording of the part with the reader's own gazetteers. */
import { english, plural } from 'namelight/strings';

const { locale } = english;
const number = (value: number): string => value.toLocaleString(locale);
const entities = plural(locale, { one: '# entity', other: '# entities' });
const names = plural(locale, { one: '# name', other: '# names' });
const rows = plural(locale, { one: '# row', other: '# rows' });
const times = plural(locale, { one: 'once', other: '# times' });

export const WORDS = {
  number,
  bring: 'Bring a gazetteer',
  drop: 'Drop files here, or choose them',
  formats:
    'CSV or TSV with a header, JSON gazetteers, packs, Wikidata results, GeoNames, STIX 2.1, FollowTheMoney, PETRARCH. ' +
    'They are read in this browser and sent nowhere.',
  type: 'Type of rows that do not say',
  example: 'What a table looks like',
  exampleNote: 'Only a name is needed. Several names in a cell are separated by |. Columns may be in any order.',
  unknownFormat: 'Nothing tells what this file is.',
  reading: (file: string) => `Reading ${file}`,
  stop: 'Stop',
  again: 'Read again',
  forget: 'Put away',
  stopped: 'Stopped; nothing of it is used.',
  done: (taken: number, skipped: number) => `${rows(taken)} taken, ${number(skipped)} skipped.`,
  fault: (message: string) => `Not read to the end: ${message}.`,
  failed: (message: string) => `Nothing could be taken: ${message}.`,
  refused: (message: string) => `Not taken: ${message}.`,
  unsaved: (message: string) => `Not saved as a pack: ${message}.`,
  findings: (count: number) => `What was found, row by row (${number(count)})`,
  findingColumns: { where: 'Row', what: 'What', reason: 'Why' },
  whats: {
    skipped: 'skipped',
    merged: 'merged',
    warning: 'note',
    error: 'error',
    note: 'note',
  } as Record<string, string>,
  moreFindings: (count: number) => `and ${number(count)} more`,
  saveFindings: 'Save all as a table',
  shelf: 'Laid over the names that are loaded',
  none: 'Nothing yet.',
  size: (entityCount: number, nameCount: number | undefined) =>
    nameCount === undefined ? entities(entityCount) : `${entities(entityCount)}, ${names(nameCount)}`,
  inText: (count: number) => (count === 0 ? 'not in this text' : `${times(count)} in this text`),
  edit: 'Edit',
  editOf: (title: string) => `Edit ${title}`,
  saveJson: 'Save as .json',
  savePack: 'Save as pack',
  lift: 'Take away',
  liftOf: (title: string) => `Take ${title} away`,
  saveOf: (title: string, format: string) => `Save ${title} as ${format}`,
  pack: 'pack',
  conflicts: 'Where it meets what lies beneath',
  replaced: (entity: string) => `${entity} takes the place of the entity with the same id.`,
  sharedName: (text: string, entity: string, other: string) => `“${text}” is a name of ${entity} and of ${other}.`,
  mutesNothing: 'A mute silences nothing.',
  write: 'Write an entry',
  writeLead: 'What you write lights up in the report above as you write it.',
  mine: 'My names',
  editing: (title: string) => `Editing ${title}`,
  find: 'Entity',
  another: 'New entity',
  selected: 'Take the words selected in the report',
  nothingSelected: 'No words are selected in the report.',
  name: 'Name',
  entityType: 'Type',
  otherNames: 'Other names, one per line',
  role: 'What it is, or holds',
  from: 'From',
  to: 'Until',
  addRole: 'Another role',
  removeRole: 'Remove role',
  website: 'Website',
  latitude: 'Latitude',
  longitude: 'Longitude',
  remove: 'Remove this entity',
  removed: 'Removed.',
  lit: (name: string, count: number) =>
    count === 0 ? `${name} is not in the text.` : `${name} lights up ${times(count)} in the text.`,
  show: 'Show',
};

export const EXAMPLE = `name,names,type,role,from,to,website
Example Harbour Trust,EHT|Harbour Trust,ngo,Charity for seafarers,1998,,https://harbour.example/
North Quay,,district,Quarter of the harbour,,,`;
