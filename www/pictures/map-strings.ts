/** The map's wording, replaceable as a whole or in part. */
import { plural } from '../src/wording.js';

export interface MapStrings {
  /** The language as BCP 47 has it: numbers are written and lists are joined by its rules. */
  locale: string;
  label(placeCount: number): string;
  zoomIn: string;
  zoomOut: string;
  /** The frame that the map begins with. */
  main: string;
  all: string;
  list(placeCount: number): string;
  /** Before the names of places that are not within the frame. */
  beyond: string;
  /** Before the names of places of which no position is known. */
  unplaced: string;
  mentioned(count: number): string;
  /** Of a mark: a place, what it is, and how often it is mentioned. */
  place(name: string, role: string, mentioned: string): string;
  /** Of a mark that stands for several places. */
  several(names: string): string;
  showInText(name: string): string;
  kilometres(length: number): string;
  size: string;
  source: string;
  empty: string;
  failed: string;
}

const LOCALE = 'en-GB';
const places = plural(LOCALE, { one: '# place', other: '# places' });
const times = plural(LOCALE, { one: 'once', other: '# times' });

export const english: MapStrings = {
  locale: LOCALE,
  label: (count) => `Map of ${places(count)} in the text`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  main: 'Main area',
  all: 'All places',
  list: (count) => `The ${places(count)} as a list`,
  beyond: 'Beyond this frame:',
  unplaced: 'Without a position:',
  mentioned: (count) => `mentioned ${times(count)}`,
  place: (name, role, mentioned) => [name, role, mentioned].filter((part) => part !== '').join(', '),
  several: (names) => `Several places: ${names}`,
  showInText: (name) => `Show ${name} in the text`,
  kilometres: (length) => `${length.toLocaleString(LOCALE)} km`,
  size: 'The larger the mark, the more often the place is named. A number stands for that many places.',
  source:
    'Outlines: Natural Earth, which draws territories by who controls them, not by who claims them; this map takes ' +
    'no side where that is disputed.',
  empty: 'The text names no place.',
  failed: 'The outlines of the countries could not be loaded; the places are in the list.',
};
