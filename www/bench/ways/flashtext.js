/**
 * flashtext.js 1.0.5, the newest. The characters of words must be given to it: by itself it takes digits, and all
 * letters but the English, for boundaries. It gives names and not where they are, which is less than lighting them up
 * needs.
 */
import KeywordProcessor from 'flashtext.js';
import { isWhole, isWord } from './words.js';

export const finds = 'names';

export function build(names) {
  const processor = new KeywordProcessor();
  const units = Array.from(isWord.keys()).filter((unit) => isWord[unit] === 1);
  processor.setNonWordBoundaries(units.map((unit) => String.fromCharCode(unit)));
  processor.addKeywordsFromArray(names);
  return (text) => processor.extractKeywords(text);
}

export const spans = (found) => found.map((name) => name.toLowerCase());

/** Where the names are that it gives: each is looked for from the end of the one before. */
export function places(found, text) {
  const lower = text.toLowerCase();
  let end = 0;
  return found.map((name) => {
    const wanted = name.toLowerCase();
    let start = lower.indexOf(wanted, end);
    while (!isWhole(lower, start, start + wanted.length)) start = lower.indexOf(wanted, start + 1);
    end = start + wanted.length;
    return [start, end];
  });
}
