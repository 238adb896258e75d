/** Who is named together: in the same sentence, or at least in the same paragraph. */
import type { Mention } from '../src/types.js';
import type { Member } from './members.js';

/** Two members, the more mentioned first, with where they are named together. */
export interface Pair {
  a: Member;
  b: Member;
  /** How many sentences name both. */
  sentences: number;
  /** How many paragraphs name both, in one sentence or not. */
  paragraphs: number;
  /** The position of the mention with which the first of these sentences or paragraphs begins to name both. */
  first: number;
}

const BLOCK = '\u2029';

/**
 * The pairs among `members`, those named together most before the others. `text` has its paragraphs separated by U+2029;
 * where there is but one, only its sentences count.
 */
export function pairsOf(
  members: readonly Member[],
  mentions: readonly Mention[],
  text: string,
  locale: string,
): Pair[] {
  const sentences = togetherIn(members, mentions, sentencesOf(text, locale));
  const blocks = blocksOf(text);
  const paragraphs = blocks.length > 1 ? togetherIn(members, mentions, blocks) : sentences;
  return [...paragraphs]
    .map(([key, { a, b, count, first }]) => {
      const within = sentences.get(key);
      return { a, b, paragraphs: count, sentences: within?.count ?? 0, first: within?.first ?? first };
    })
    .sort((one, other) => strength(other) - strength(one));
}

/** A sentence in common says more than a paragraph. */
export const strength = ({ sentences, paragraphs }: Pair): number => sentences + paragraphs / 2;

interface Together {
  a: Member;
  b: Member;
  count: number;
  first: number;
}

/** `starts` are where the parts of the text begin, in order. */
function togetherIn(
  members: readonly Member[],
  mentions: readonly Mention[],
  starts: readonly number[],
): Map<string, Together> {
  const parts = new Map<number, Map<Member, number>>();
  for (const member of members) {
    for (const position of member.mentions) {
      const mention = mentions[position];
      if (!mention) continue;
      const part = starts.findLastIndex((start) => start <= mention.start);
      const named = parts.get(part) ?? new Map<Member, number>();
      if (!named.has(member)) named.set(member, position);
      parts.set(part, named);
    }
  }
  const found = new Map<string, Together>();
  for (const [, named] of [...parts].sort(([one], [other]) => one - other)) {
    const all = [...named].sort(([one], [other]) => members.indexOf(one) - members.indexOf(other));
    all.forEach(([a, atA], number) => {
      for (const [b, atB] of all.slice(number + 1)) {
        const key = `${a.entity.id} ${b.entity.id}`;
        const before = found.get(key);
        if (before) before.count += 1;
        else found.set(key, { a, b, count: 1, first: Math.min(atA, atB) });
      }
    });
  }
  return found;
}

function blocksOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf(BLOCK); at !== -1; at = text.indexOf(BLOCK, at + 1)) starts.push(at + 1);
  return starts;
}

function sentencesOf(text: string, locale: string): number[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ index }) => index);
}
