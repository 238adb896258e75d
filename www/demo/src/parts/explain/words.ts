/** The wording of the part that explains how a name was recognised. */
import { english } from 'namelight/strings';

const list = new Intl.ListFormat(english.locale);

export const WORDS = {
  locale: english.locale,
  none: 'No name is chosen. Click one in the report, or begin here.',
  first: 'Explain the first name',
  previous: 'Previous name',
  next: 'Next name',
  steps: {
    written: 'As it is written',
    folded: 'As it is compared',
    found: 'What stands in the gazetteers',
    dropped: 'What is dropped',
    evidence: 'What decides',
    chosen: 'Who or what is meant',
  },
  folded: 'Words without case, accents and invisible characters. A name begins and ends with a word, never within one.',
  found: (count: number) =>
    count === 1 ? 'One entity has a name that stands here.' : `${count} names of entities stand here.`,
  /** Of many, a few say enough. */
  names: (all: readonly string[]) =>
    list.format(all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} others`] : all),
  forms: {
    name: 'name',
    short: 'short form',
    acronym: 'abbreviation',
    demonym: 'demonym',
    metonym: 'place for its government',
    native: 'name in its own script',
  } as Record<string, string>,
  as: (text: string, form: string) => `“${text}”, ${form}`,
  nothingDropped: 'Nothing.',
  reasons: {
    case: 'The text is cased otherwise than this name asks.',
    context: 'Words that it needs are missing, or words that forbid it are there.',
    muted: 'An overlay silences it.',
    longer: (name: string) => `It lies within “${name}”, which is longer.`,
    evidence: 'Too little in the text speaks for it.',
    other: 'Another one is meant here.',
  },
  elsewhere: 'In the same paragraph, but not lit:',
  supports: 'The text also names:',
  confidences: {
    certain: 'certain',
    likely: 'the likeliest of several',
    ambiguous: 'left open',
  } as Record<string, string>,
  chosen: (name: string, confidence: string) => `${name}: ${confidence}.`,
  left: (names: readonly string[]) => `Left open between ${list.format(names)}.`,
  role: (date: string, role: string) => `On ${date}: ${role}.`,
  waiting: 'Asking the engine.',
  fault: (message: string) => `The engine could not be asked: ${message}.`,
};
