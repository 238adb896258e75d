/**
 * The gazetteers: 1,000, 10,000 and 100,000 surface forms, each holding the smaller. Real names come first, those of
 * the project's own gazetteer and those of its tables of places; the rest is made up after them. As in gazetteers of
 * news, 45 in 100 names have one word, 40 have two, the others three to five. All are in Latin script, since in others
 * engine and peers mean different things by a word, and all begin and end with a letter or digit, since not every peer
 * can tell where another name ends.
 */
import { chance } from './chance.mjs';
import { inventor } from './invented.mjs';
import { readEntities, readTables } from './input.mjs';

export const SIZES = [1_000, 10_000, 100_000];

/** Of a hundred names, how many have one word, two, or more. */
const SHARES = [45, 40, 15];

/** What is left out here, so that all ways look for the same number of names. */
const FIT = /^(?=[\p{L}\p{N}])[\p{Script=Latin}\p{Script=Common}\p{M}]+(?<=[\p{L}\p{N}\p{M}])$/u;
const LENGTHS = { least: 2, most: 80 };
const MOST_WORDS = 5;

/** How many names there are beside those, for texts. */
const UNKNOWN = 5_000;

/**
 * Names with their entity type: `{ names: [{ text, type }], unknown }`. The first 1,000 and 10,000 names are the
 * smaller gazetteers; `unknown` are in none. No `common` word is made a name.
 */
export function inventNames(common) {
  const random = chance(20_241_201);
  const distinct = distinctNames();
  const sources = [readEntities('gazetteer/base'), ...readTables('gazetteer/derived')];
  const real = sources
    .flatMap((entities) => random.shuffled(entities.flatMap(formsOf)))
    .filter(({ text }) => distinct(text));
  const byLength = [[], [], []];
  for (const name of real) byLength[lengthClass(name.text)].push(name);
  const makers = inventor(real, common, random);
  const all = [];
  for (const size of [...SIZES, SIZES.at(-1) + UNKNOWN]) {
    const stage = SHARES.flatMap((share, length) => {
      const count = (size * share) / 100;
      const list = byLength[length];
      while (list.length < count) {
        const name = makers[length]();
        if (distinct(name.text)) list.push(name);
      }
      const before = (all.length * share) / 100;
      return list.slice(before, count);
    });
    all.push(...random.shuffled(stage));
  }
  return { names: all.slice(0, SIZES.at(-1)), unknown: all.slice(SIZES.at(-1)) };
}

const formsOf = ({ type, name, names = [] }) =>
  [name, ...names.map((form) => form.text ?? form)].map((text) => ({ text, type }));

export const countWords = (text) => text.match(/[\p{L}\p{N}\p{M}_]+/gu).length;

const lengthClass = (text) => Math.min(countWords(text), SHARES.length) - 1;

/** Says of each name whether it fits and is another than all before, also where accents and signs do not count. */
function distinctNames() {
  const seen = new Set();
  return (text) => {
    if (!FIT.test(text) || text.length < LENGTHS.least || text.length > LENGTHS.most) return false;
    if (countWords(text) > MOST_WORDS) return false;
    // İ alone becomes longer in lower case, by which offsets would move.
    if (text.toLowerCase().length !== text.length) return false;
    const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const key = plain.replace(/[^\p{L}\p{N}]+/gu, ' ');
    const before = seen.size;
    return seen.add(key).size > before;
  };
}
