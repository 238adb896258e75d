/** The words around a mention: what proves it, and what finds it again in a text that has changed. */
import type { Mention } from '../types.js';

/** A mention's own words with what stands before and after them in the same block. */
export interface Quote {
  prefix: string;
  exact: string;
  suffix: string;
}

/** UTF-16 code units of context on each side. */
const CONTEXT = 32;

/** What ends a block, and what stands in a line for something that is not text. */
const BOUNDARY = /[\u2029\ufffc]|\n[^\S\n]*\n/g;

export function quote(text: string, { start, end }: Pick<Mention, 'start' | 'end'>): Quote {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return {
    prefix: unsplitStart(before.slice(lastBoundaryEnd(before))),
    exact: text.slice(start, end),
    suffix: unsplitEnd(after.slice(0, firstBoundary(after))),
  };
}

/** A mention with its context on one line, for people; an ellipsis stands where the block goes on. */
export function quotation(text: string, mention: Pick<Mention, 'start' | 'end'>): string {
  const { prefix, exact, suffix } = quote(text, mention);
  const cut = (context: string): string => (context.length < CONTEXT - 1 ? '' : '…');
  return `${cut(prefix)}${prefix}${exact}${suffix}${cut(suffix)}`.replace(/\s+/g, ' ').trim();
}

function lastBoundaryEnd(text: string): number {
  const last = [...text.matchAll(BOUNDARY)].at(-1);
  return last ? last.index + last[0].length : 0;
}

function firstBoundary(text: string): number {
  const found = text.search(BOUNDARY);
  return found < 0 ? text.length : found;
}

const unsplitStart = (text: string): string => text.replace(/^[\udc00-\udfff]/, '');
const unsplitEnd = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');

/**
 * Turns UTF-16 offsets into numbers of code points; asked in ascending order it reads the text once.
 * An unpaired surrogate counts as one.
 */
export function codePointCounter(text: string): (offset: number) => number {
  let at = 0;
  let count = 0;
  return (offset) => {
    if (offset < at) at = count = 0;
    while (at < offset) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      count += 1;
    }
    return count;
  };
}
