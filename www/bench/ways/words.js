/**
 * What the ways share: which code units are of words, by a table of the first 65,536 code points, where all names lie,
 * and spans as they are compared.
 */

const WORD = /[\p{L}\p{N}\p{M}_]/u;

/** By code unit: 1 where it is a letter, a digit, a mark or an underscore. */
export const isWord = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Number(WORD.test(String.fromCharCode(unit))),
);

/** The boundary filter around what has none of its own. */
export function isWhole(text, start, end) {
  const isOpen = start === 0 || isWord[text.charCodeAt(start - 1)] === 0;
  return isOpen && (end === text.length || isWord[text.charCodeAt(end)] === 0);
}

/** `[start, end]` each, from starts and ends in turn. */
export const pairs = (flat) =>
  Array.from({ length: flat.length / 2 }, (_, number) => [flat[2 * number], flat[2 * number + 1]]);
