/** What of the page's state stands in its address, behind the `#`, so that a link shows others the same. */
import { dateOf, dayNumber } from './days.js';

export interface Address {
  /** One of the page's articles. */
  article?: string;
  /** A text of the reader's, packed. */
  text?: string;
  /** The day as of which it is read, where that is not the day it was written. */
  date?: string;
  /** The entity that is looked at, and at which of its mentions, from 1. */
  name?: string;
  mention?: number;
}

export function parseAddress(fragment: string): Address {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const get = (name: string): string | undefined => fields.get(name) ?? undefined;
  const [article, text, name] = [get('article'), get('text'), get('name')];
  const date = get('date');
  const mention = Number(get('mention'));
  return {
    ...(article && { article }),
    ...(text && { text }),
    ...(date && isDay(date) && { date }),
    ...(name && { name }),
    ...(Number.isInteger(mention) && mention > 1 && { mention }),
  };
}

export function writeAddress(address: Address): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) fields.set(name, String(value));
  return fields.size === 0 ? '' : `#${fields.toString()}`;
}

const isDay = (date: string): boolean => {
  const day = dayNumber(date);
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(day) && dateOf(day) === date;
};
