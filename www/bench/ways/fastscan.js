/** fastscan 1.0.6, the newest, on text in lower case, with a filter for word boundaries. */
import FastScanner from 'fastscan';
import { isWhole } from './words.js';

export const finds = 'all';

export function build(names) {
  const scanner = new FastScanner(names.map((name) => name.toLowerCase()));
  return (text) => {
    const lower = text.toLowerCase();
    return scanner.search(lower).filter(([at, name]) => isWhole(lower, at, at + name.length));
  };
}

export const spans = (found) => found.map(([at, name]) => [at, at + name.length]);
