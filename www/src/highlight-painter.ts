/**
 * Paints with the CSS Custom Highlight API, which leaves the page's DOM alone. The registry is shared
 * with the page and with other views: a painter adds and removes its own ranges only, and only names that
 * begin with `namelight-`. Ranges are static: live ones slow every later change of the page.
 */
import { problem } from './errors.js';
import { adoptHighlightStyles } from './highlight-styles.js';
import { rangeAt } from './hit-test.js';
import type { HighlightClass, Painted, Painter } from './painter.js';

const PRIORITY: Record<HighlightClass, number> = { actor: 1, place: 1, ambiguous: 1, current: 2 };

interface Entry {
  readonly range: StaticRange;
  readonly as: HighlightClass;
}

export class HighlightPainter implements Painter {
  readonly #root: Element;
  readonly #removeStyles: () => void;
  /** The highlights that hold ranges of this painter. */
  readonly #used = new Map<HighlightClass, Highlight>();
  #entries: Entry[] = [];
  #marked: StaticRange | undefined;
  /** Made when first asked for. */
  #numbers: Map<AbstractRange, number> | undefined;
  #byNode: Map<Node, Entry[]> | undefined;

  constructor(root: Element) {
    if (typeof Highlight !== 'function' || !('highlights' in CSS)) {
      throw problem('highlights-missing', 'this browser has no CSS Custom Highlight API');
    }
    this.#root = root;
    this.#removeStyles = adoptHighlightStyles(root);
  }

  restore(): void {}

  paint(painted: readonly Painted[]): void {
    this.#empty();
    this.#entries = painted.map(({ place, as }) => ({ range: new StaticRange(place), as }));
    for (const { range, as } of this.#entries) this.#highlight(as).add(range);
  }

  mark(index: number | null): void {
    if (this.#marked) this.#remove(this.#marked, 'current');
    this.#marked = index === null ? undefined : this.rangeOf(index);
    if (this.#marked) this.#highlight('current').add(this.#marked);
  }

  forget(node: Node): void {
    this.#byNode ??= byNode(this.#entries);
    for (const { range, as } of this.#byNode.get(node) ?? []) this.#used.get(as)?.delete(range);
    if (this.#marked?.startContainer === node || this.#marked?.endContainer === node) this.mark(null);
  }

  ensure(): void {
    for (const [as, used] of this.#used) {
      const name = highlightName(as);
      const registered = CSS.highlights.get(name);
      if (!registered) CSS.highlights.set(name, used);
    }
  }

  rangeOf(index: number): StaticRange | undefined {
    return this.#entries[index]?.range;
  }

  numberAt(x: number, y: number): number | undefined {
    this.#numbers ??= new Map(this.#entries.map(({ range }, number) => [range, number]));
    return rangeAt(x, y, this.#numbers, this.#root.getRootNode());
  }

  clear(): void {
    this.#empty();
    this.#removeStyles();
  }

  #empty(): void {
    this.mark(null);
    for (const { range, as } of this.#entries) this.#remove(range, as);
    this.#entries = [];
    this.#numbers = undefined;
    this.#byNode = undefined;
  }

  /** The registered highlight of a class, registered now if it is the first. */
  #highlight(as: HighlightClass): Highlight {
    const name = highlightName(as);
    let highlight = CSS.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = PRIORITY[as];
      CSS.highlights.set(name, highlight);
    }
    this.#used.set(as, highlight);
    return highlight;
  }

  #remove(range: StaticRange, as: HighlightClass): void {
    const highlight = this.#used.get(as);
    highlight?.delete(range);
    if (highlight?.size !== 0) return;
    this.#used.delete(as);
    const name = highlightName(as);
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }
}

const highlightName = (as: HighlightClass): string => `namelight-${as}`;

/** The entries that begin or end in a text node. */
function byNode(entries: readonly Entry[]): Map<Node, Entry[]> {
  const map = new Map<Node, Entry[]>();
  for (const entry of entries) {
    for (const node of new Set([entry.range.startContainer, entry.range.endContainer])) {
      const list = map.get(node);
      if (list) list.push(entry);
      else map.set(node, [entry]);
    }
  }
  return map;
}
