/**
 * Every word that the card shows, replaceable for translation, and the way it writes dates. An entry of
 * the package of its own, `namelight/strings`, for interfaces that stand beside the card.
 */
import type { Form, Kind } from './types.js';

/** The wording, by what it is for. What varies is given to a function. */
export interface Strings {
  /** The locale of dates and numbers. */
  locale: string;
  region: string;
  close: string;
  previous: string;
  next: string;
  /** Above the role on the date of the text. */
  onDate: (date: string) => string;
  /** Above the role known last. */
  asOf: (month: string) => string;
  /** How old the facts are. */
  known: (month: string) => string;
  /** A period of which only the beginning is known. */
  since: (date: string) => string;
  /** A period of which only the end is known. */
  until: (date: string) => string;
  /** A period of which both ends are known. */
  period: (from: string, to: string) => string;
  roleUnknown: string;
  affiliation: string;
  within: string;
  population: string;
  why: string;
  /** Said where the choice was likely and no more. */
  likely: string;
  candidates: string;
  /** In place of a type, where the text leaves open which entity is meant. */
  open: string;
  links: string;
  wikipedia: string;
  wikidata: string;
  geonames: string;
  website: string;
  opensElsewhere: string;
  /** The position of a mention among those of the same entity. */
  position: (number: number, count: number) => string;
  /** Said of a mention when the keyboard reaches it. */
  mention: (name: string, type: string, number: number, count: number) => string;
  kinds: Record<Kind, string>;
  types: Record<string, string>;
  /** What a surface form is to its entity, where it is not simply its name. */
  forms: Record<Exclude<Form, 'name'>, string>;
  /** Plain words for the engine's rules, by name. */
  rules: Record<string, string>;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words, as precise as it is given. No line ends between day and month. */
export function dateInWords(date: string, locale: string): string {
  const [year, month, day] = date.split('-');
  const parts: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) parts.month = 'long';
  if (day) parts.day = 'numeric';
  const instant = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  const words = new Intl.DateTimeFormat(locale, parts).format(instant);
  return day ? words.replace(' ', '\u00a0') : words;
}

/** The wording that is used unless other is given. */
export const english: Strings = {
  locale: 'en-GB',
  region: 'Names in the text',
  close: 'Close',
  previous: 'Previous mention',
  next: 'Next mention',
  onDate: (date) => `On ${date}`,
  asOf: (month) => `As of ${month}`,
  known: (month) => `Known as of ${month}`,
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  period: (from, to) => `${from} to ${to}`,
  roleUnknown: 'No role is known for this date.',
  affiliation: 'Belongs to',
  within: 'In',
  population: 'Population',
  why: 'How it was recognised',
  likely: 'The likeliest of several.',
  candidates: 'Could also be',
  open: 'Left open by the text',
  links: 'Read on',
  wikipedia: 'Wikipedia',
  wikidata: 'Wikidata',
  geonames: 'GeoNames',
  website: 'Website',
  opensElsewhere: 'opens in a new tab',
  position: (number, count) => `${number} of ${count} on this page`,
  mention: (name, type, number, count) => `${name}, ${type}, mention ${number} of ${count}`,
  kinds: { actor: 'Actor', place: 'Place' },
  types: {
    person: 'Person',
    government: 'Government',
    ministry: 'Ministry',
    military: 'Military',
    agency: 'Agency',
    'armed-group': 'Armed group',
    party: 'Party',
    company: 'Company',
    media: 'News media',
    ngo: 'Non-governmental organisation',
    igo: 'International organisation',
    organisation: 'Organisation',
    people: 'People',
    country: 'Country',
    region: 'Region',
    admin: 'Administrative area',
    city: 'City',
    district: 'District',
    site: 'Site',
    water: 'Water',
  },
  forms: {
    short: 'A short form of the name.',
    acronym: 'An abbreviation of the name.',
    demonym: 'The adjective that belongs to the name, or the word for its people.',
    metonym: 'A place that stands for those who govern there.',
    native: 'The name in its own script.',
  },
  rules: {
    'only-candidate': 'Nothing else known here has this name.',
    'type-word': 'A word beside the name says what it is.',
    title: 'The title before the name is the one that this person held.',
    composed: 'It is named together with the state that it belongs to.',
    'full-name': 'This is its full name, and only a short form of the others.',
    'named-in-full': 'The full name stands elsewhere in the text.',
    container: 'The place that contains it is named right after it.',
    affiliation: 'The text also names a place that contains it, or what it belongs to.',
    locative: 'It stands where places stand: behind a word such as “in” or “near”.',
    metonym: 'The place stands for the government that sits there.',
    dateline: 'It stands where a report says where it comes from.',
    'role-at-date': 'Of those with this name, it alone had a role on this date.',
    population: 'It has by far the most people of the places with this name.',
    undecided: 'The text does not say which of these is meant.',
  },
};
