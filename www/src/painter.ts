/**
 * Paints ranges with the CSS Custom Highlight API, which leaves the page's DOM alone. The registry is
 * shared with the page and with other views: a painter adds and removes its own ranges only, and only
 * names that begin with `namelight-`.
 */
import { problem } from './errors.js';
import type { Mention } from './types.js';

export type HighlightClass = 'actor' | 'place' | 'ambiguous' | 'current';

/** Static ranges: live ones slow every later change of the page. */
export interface Painted {
  range: StaticRange;
  as: HighlightClass;
}

const PRIORITY: Record<HighlightClass, number> = { actor: 1, place: 1, ambiguous: 1, current: 2 };

/** The class in which a mention is painted. */
export const classOf = ({ confidence, kind }: Mention): HighlightClass =>
  confidence === 'ambiguous' ? 'ambiguous' : kind;

const highlightName = (as: HighlightClass): string => `namelight-${as}`;

export class Painter {
  #painted: Painted[] = [];
  #current: StaticRange | undefined;

  constructor() {
    if (typeof Highlight !== 'function' || !('highlights' in CSS)) {
      throw problem('highlights-missing', 'this browser has no CSS Custom Highlight API');
    }
  }

  /** Replaces all that this painter has painted, the current range too. */
  paint(painted: Painted[]): void {
    this.clear();
    this.#painted = painted;
    for (const { range, as } of painted) shared(as).add(range);
  }

  /** Marks one range as the current one, on top of its class. */
  mark(range: StaticRange | undefined): void {
    if (this.#current) remove(this.#current, 'current');
    this.#current = range;
    if (range) shared('current').add(range);
  }

  clear(): void {
    this.mark(undefined);
    for (const { range, as } of this.#painted) remove(range, as);
    this.#painted = [];
  }
}

/** The registered highlight of a class, registered now if it is the first. */
function shared(as: HighlightClass): Highlight {
  const name = highlightName(as);
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = PRIORITY[as];
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

function remove(range: StaticRange, as: HighlightClass): void {
  const highlight = CSS.highlights.get(highlightName(as));
  highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(highlightName(as));
}
