/** The graph's wording, replaceable as a whole or in part. */
import { plural } from '../src/wording.js';

export interface GraphStrings {
  /** The language as BCP 47 has it; sentences are told apart by its rules. */
  locale: string;
  label(actorCount: number): string;
  mentioned(count: number): string;
  /** Of two that are named together. */
  sentences(count: number): string;
  paragraphs(count: number): string;
  /** What a node is called: its name, its role and how often it is mentioned. */
  node(name: string, role: string, mentioned: string): string;
  together: string;
  alone(name: string): string;
  showInText(name: string): string;
  showTogether(one: string, other: string): string;
  countries: string;
  table: string;
  actor: string;
  with: string;
  sentenceColumn: string;
  paragraphColumn: string;
  more(count: number): string;
  key: { sentence: string; paragraph: string; person: string; body: string; size: string };
  empty: string;
}

const LOCALE = 'en-GB';
const actors = plural(LOCALE, { one: '# actor', other: '# actors' });
const times = plural(LOCALE, { one: 'once', other: '# times' });

export const english: GraphStrings = {
  locale: LOCALE,
  label: (count) => `Who is named together: ${actors(count)}`,
  mentioned: (count) => `mentioned ${times(count)}`,
  sentences: plural(LOCALE, { one: 'in # sentence', other: 'in # sentences' }),
  paragraphs: plural(LOCALE, { one: 'in # paragraph', other: 'in # paragraphs' }),
  node: (name, role, mentioned) => [name, role, mentioned].filter((part) => part !== '').join(', '),
  together: 'Named together with',
  alone: (name) => `${name} is named together with none of the others.`,
  showInText: (name) => `Show ${name} in the text`,
  showTogether: (one, other) => `Show where ${one} and ${other} are named together`,
  countries: 'Countries too',
  table: 'The same as a table',
  actor: 'Actor',
  with: 'Together with',
  sentenceColumn: 'Sentences',
  paragraphColumn: 'Paragraphs',
  more: plural(LOCALE, { one: '# more actor is in the table only.', other: '# more actors are in the table only.' }),
  key: {
    sentence: 'in the same sentence',
    paragraph: 'in the same paragraph only',
    person: 'a person',
    body: 'a body or group',
    size: 'The larger, the more often named; the wider the line, the more often together.',
  },
  empty: 'The text names fewer than two actors.',
};
