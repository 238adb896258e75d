/** The timeline's wording, replaceable as a whole or in part. */
import { plural } from '../src/wording.js';

export interface TimelineStrings {
  /** The language as BCP 47 has it. */
  locale: string;
  label(rowCount: number): string;
  near: string;
  whole: string;
  written: string;
  asOf: string;
  since(date: string): string;
  until(date: string): string;
  period(from: string, to: string): string;
  undated: string;
  bar(name: string, title: string, period: string): string;
  showInText(name: string): string;
  readFrom(date: string): string;
  table: string;
  columns: { who: string; role: string; from: string; to: string };
  more(count: number): string;
  note: string;
  empty: string;
}

const LOCALE = 'en-GB';

export const english: TimelineStrings = {
  locale: LOCALE,
  label: plural(LOCALE, { one: 'Roles of # name over time', other: 'Roles of # names over time' }),
  near: 'Around the report',
  whole: 'All years',
  written: 'Report',
  asOf: 'Read as of',
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  period: (from, to) => `${from} to ${to}`,
  undated: 'dates unknown',
  bar: (name, title, period) => `${name}: ${title}, ${period}`,
  showInText: (name) => `Show ${name} in the text`,
  readFrom: (date) => `Read as of ${date}`,
  table: 'The same as a table',
  columns: { who: 'Who', role: 'Role', from: 'From', to: 'To' },
  more: plural(LOCALE, { one: 'Show # more', other: 'Show # more' }),
  note: 'Strong: the role on the day as of which the report is read. A ragged end: no date is known, or it goes on.',
  empty: 'No dated role is known of anybody in this text.',
};
