/** Calendar days as numbers, and in words. All days are UTC, so that no time zone moves them. */
import { dateInWords } from 'namelight/strings';
import { words } from './words.js';

const MILLISECONDS = 86_400_000;

/** The number of a day, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; the first where it is not exact. */
export function dayNumber(date: string): number {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return Math.round(Date.parse(`${year}-${month}-${day}T00:00:00Z`) / MILLISECONDS);
}

export function dateOf(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export const dayInWords = (date: string): string => dateInWords(date, words.locale);

export const monthInWords = (date: string): string => dateInWords(date.slice(0, 7), words.locale);
