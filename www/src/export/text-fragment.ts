/**
 * Links to a mention in its page, by text fragment (`#:~:text=`). A browser finds a text only between word
 * boundaries and within one block, and takes the first that fits: so a mention is widened to whole words, and
 * one whose words stand in the text more than once is told apart by those around it.
 */
import type { Mention } from '../types.js';
import { wellFormed } from '../well-formed.js';

/** Words of context on each side, where the words themselves are not enough. */
const WORDS = 5;

/** UTF-16 code units read on each side: dividing a long block into words takes the square of its length. */
const REACH = 160;

/** What a text fragment cannot reach across. */
const STOP = /[\u2029\ufffc]|\n/g;

/** Gives the fragment directive that finds a mention, `:~:text=…`. */
export type Directive = (mention: Pick<Mention, 'start' | 'end'>) => string;

/** Reads the text once, and of each mention what stands around it in its block. */
export function textFragments(text: string): Directive {
  const whole = spaced(text).toLowerCase();
  const stops = [0, ...Array.from(text.matchAll(STOP), ({ index }) => index + 1)];
  const isAlone = remembered((words) => whole.indexOf(words) === whole.lastIndexOf(words));
  return ({ start, end }) => {
    const number = lastUpTo(stops, start);
    const first = stops[number] ?? 0;
    const last = (stops[number + 1] ?? text.length + 1) - 1;
    const from = Math.max(first, start - REACH);
    const to = Math.min(last, end + REACH);
    const block = new Surroundings(text, from, to, { before: from > first, after: to < last });
    const { before, words, after } = block.around(start, end);
    if (isAlone(words.toLowerCase())) return `:~:text=${encode(words)}`;
    const parts = [before && `${encode(before)}-`, encode(words), after && `-${encode(after)}`];
    return `:~:text=${parts.filter(Boolean).join(',')}`;
  };
}

/** The address of a mention in its page. A fragment that the page itself uses is kept in front. */
export function fragmentLink(url: string, directive: string): string {
  const [page = '', fragment = ''] = url.split(':~:')[0]?.split(/#(.*)/s) ?? [];
  return `${page}#${fragment}${directive}`;
}

/** A part of a block, in words. Where it was cut, its outermost segment may not be a whole word. */
class Surroundings {
  readonly #start: number;
  readonly #text: string;
  /** Where each segment begins, in order, and whether it is a word. */
  readonly #begins: number[] = [];
  readonly #isWord: boolean[] = [];
  /** The segments that are whole. */
  readonly #whole: { from: number; to: number };

  constructor(text: string, start: number, end: number, cut: { before: boolean; after: boolean }) {
    this.#start = start;
    this.#text = text.slice(start, end);
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    for (const { index, isWordLike } of segmenter.segment(this.#text)) {
      this.#begins.push(index);
      this.#isWord.push(isWordLike === true);
    }
    const count = this.#begins.length;
    this.#whole = { from: cut.before ? 1 : 0, to: cut.after ? count - 1 : count };
  }

  around(start: number, end: number): { before: string; words: string; after: string } {
    const first = lastUpTo(this.#begins, start - this.#start);
    const last = lastUpTo(this.#begins, end - this.#start - 1);
    return {
      before: this.#slice(this.#walk(first, -1), first),
      words: this.#slice(first, last + 1),
      after: this.#slice(last + 1, this.#walk(last + 1, 1)),
    };
  }

  /** The segment at which so many words lie between it and `from`. */
  #walk(from: number, by: 1 | -1): number {
    let number = from;
    for (let words = 0; words < WORDS; number += by) {
      const next = by > 0 ? number : number - 1;
      if (next < this.#whole.from || next >= this.#whole.to) break;
      if (this.#isWord[next]) words += 1;
    }
    return number;
  }

  #slice(from: number, to: number): string {
    const at = (number: number): number => this.#begins[number] ?? this.#text.length;
    return spaced(this.#text.slice(at(from), at(to))).trim();
  }
}

/** The position of the last of ascending numbers that is not above `limit`, or 0. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

function remembered(ask: (words: string) => boolean): (words: string) => boolean {
  const known = new Map<string, boolean>();
  return (words) => {
    const answer = known.get(words) ?? ask(words);
    known.set(words, answer);
    return answer;
  };
}

/** White space as a browser compares it. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ');

/** A hyphen, a comma and an ampersand would be read as part of the directive. */
function encode(text: string): string {
  return encodeURIComponent(wellFormed(text)).replaceAll('-', '%2D');
}
