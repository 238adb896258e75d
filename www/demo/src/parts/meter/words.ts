/** The wording of the meter. */
import { english } from 'namelight/strings';

const { locale } = english;
const number = (value: number, digits = 0): string =>
  value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const WORDS = {
  locale,
  number,
  names: 'names loaded',
  namesOf: (entities: number) => `of ${number(entities)} actors and places`,
  ready: 'to be ready',
  readyFrom: 'from the bytes of the gazetteer',
  memory: 'for names and automaton',
  memoryOf: 'as far as texts have asked for it until now',
  text: 'of text',
  textOf: (characters: number) => `${number(characters)} characters`,
  took: 'to find them all',
  mentionsOf: (mentions: number) => `${number(mentions)} mentions, all rules`,
  speed: 'at this rate',
  speedOf: 'of UTF-8, the best of several runs',
  precise: (value: number) => `${number(value, value < 1 ? 2 : 1)} ms`,
  milliseconds: (value: number) => `${number(value, value < 10 ? 1 : 0)} ms`,
  bytes: (value: number) =>
    value < 1e6 ? `${number(value / 1e3, value < 1e4 ? 1 : 0)} KB` : `${number(value / 1e6, 1)} MB`,
  rate: (value: number) => `${number(value)} MB/s`,
  unknown: '–',
  fault: (message: string) => `The measurement failed: ${message}.`,
  compare: 'Compare with other highlighters',
  compareLead: (names: number, size: string) =>
    `Each is given the same ${number(names)} names and the same ${size} of text, one after the other, in this browser.`,
  running: (name: string) => `Measuring ${name}`,
  stop: 'Stop',
  columns: { way: 'Way', ready: 'Ready after', rate: 'Searches', found: 'Finds' },
  ways: {
    'namelight-whole': 'Namelight, all rules',
    namelight: 'Namelight, search alone',
    'filtered-trie': 'Trie of words, tuned',
    'word-trie': 'Trie of words',
    flashtext: 'flashtext.js',
    expression: 'Regular expression, tuned',
    monyone: '@monyone/aho-corasick',
    fastscan: 'fastscan',
    ahocorasick: 'ahocorasick',
  } as Record<string, string>,
  givenUp: (seconds: number) => `given up after ${number(seconds)} s`,
  failed: 'failed',
  note:
    'What they find differs: the others match letters, Namelight also decides who is meant and in which role. Times are ' +
    'those of this browser now; other pages and a cold processor slow all of them.',
};
