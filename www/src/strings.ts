/**
 * Every word that the card and the cast list show, replaceable for translation, and the way they write
 * dates. An entry of the package of its own, `namelight/strings`, for interfaces that stand beside them.
 */
import type { Form, Kind } from './types.js';

export { english } from './english.js';
export { dateInWords, directionOf, plural } from './wording.js';

/** The wording, by what it is for. What varies is given to a function. */
export interface Strings {
  /** The locale of dates, numbers and order, and the language of all these words. */
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
  /** Said as well once the facts have not been checked for so many months. */
  old: (months: number) => string;
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
  /** Leaves an entity out of this page. */
  mute: string;
  /** Told once an entity was hidden. */
  muted: (name: string) => string;
  undo: string;
  list: ListStrings;
  kinds: Record<Kind, string>;
  types: Record<string, string>;
  /** What a surface form is to its entity, where it is not simply its name. */
  forms: Record<Exclude<Form, 'name'>, string>;
  /** Plain words for the engine's rules, by name. */
  rules: Record<string, string>;
}

/** The words of the cast list alone. */
export interface ListStrings {
  /** The headings of its sections. */
  kinds: Record<Kind, string>;
  open: string;
  muted: string;
  /** Hides an entity on this page. */
  mute: (name: string) => string;
  /** Shows an entity that was hidden. */
  unmute: (name: string) => string;
  show: string;
  everything: string;
  allOf: Record<Kind, string>;
  order: string;
  orders: Record<'text' | 'count' | 'name', string>;
  find: string;
  /** Where the page has no names, and where no name passes the filters. */
  none: string;
  noneShown: string;
  showAll: string;
  now: string;
  /** How often an entity is mentioned, said behind its name. */
  mentioned: (count: number) => string;
  /** The surface form of the first mention, where it is not the name. */
  firstAs: (text: string) => string;
  couldBe: string;
  /** Goes to the mention of an entity before the current one. */
  previous: (name: string) => string;
  /** Goes to the one after it. */
  next: (name: string) => string;
  /** The number of a mention and of all of its entity, in as little room as possible. */
  position: (number: number, count: number) => string;
  /** Said when the list has changed or was filtered. */
  count: (actors: number, places: number) => string;
}
