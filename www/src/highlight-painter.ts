/**
 * Paints with the CSS Custom Highlight API, which leaves the page's DOM alone. The registry is shared
 * with the page and with other views: a painter adds and removes its own ranges only, and only names that
 * begin with `namelight-`. Ranges are static: live ones slow every later change of the page.
 *
 * What is in sight is painted at once, the rest in idle moments; what stays is left as it is.
 */
import type { EntriesByNode, Entry } from './entries.js';
import { problem } from './errors.js';
import { PageStyles } from './highlight-styles.js';
import type { Painted, Painter } from './painter.js';
import { SharedHighlights } from './shared-highlights.js';
import type { Place } from './text-map.js';
import type { Tree } from './walk.js';

type Tools = typeof import('./live.js');

/** So many are painted at once: all, or the first, where it cannot be known yet which are in sight. */
const FEW = 400;

export const hasHighlights = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS;

export class HighlightPainter implements Painter {
  readonly #highlights = new SharedHighlights();
  readonly #styles: PageStyles;
  #entries: Entry[] = [];
  #marked: StaticRange | undefined;
  #tools: Tools | undefined;
  #stop: (() => void) | undefined;
  /** Both are made when first asked for. */
  #numbers: Map<AbstractRange, number> | undefined;
  #byNode: EntriesByNode | undefined;

  /** `looks` are further rules for the highlights. */
  constructor(looks = '') {
    this.#styles = new PageStyles((as) => `::highlight(namelight-${as})`, looks);
    if (!hasHighlights()) {
      throw problem('highlights-missing', 'this browser has no CSS Custom Highlight API');
    }
  }

  async complete(): Promise<void> {
    this.#tools = await import('./live.js');
    this.#lightRest();
  }

  restore(): void {}

  origin(place: Place): Place {
    return place;
  }

  paint(painted: readonly Painted[], trees: Iterable<Tree>): void {
    // Measured first, while the page is laid out.
    const sight = this.#tools && painted.length > FEW ? this.#tools.inSight(painted) : [0, FEW];
    this.#styles.adopt(trees);
    this.mark(null);
    this.#stop?.();
    const before = this.#entries;
    this.#entries = this.#tools
      ? this.#tools.renewed(this.#nodes(this.#tools), painted)
      : painted.map(({ place, as }) => ({ place, as }));
    const kept = new Set(this.#entries);
    for (const entry of before) if (!kept.has(entry)) this.#remove(entry);
    this.#numbers = this.#byNode = undefined;
    for (const entry of this.#entries.slice(...sight)) this.#light(entry);
    this.#lightRest();
  }

  mark(index: number | null): void {
    if (this.#marked) this.#highlights.remove(this.#marked, 'current');
    this.#marked = index === null ? undefined : this.rangeOf(index);
    if (this.#marked) this.#highlights.add(this.#marked, 'current');
  }

  forget(node: Node): Node {
    const nodes = this.#tools && this.#nodes(this.#tools);
    for (const entry of nodes?.get(node) ?? []) {
      if (entry.range && entry.range === this.#marked) this.mark(null);
      this.#remove(entry);
    }
    return node;
  }

  ensure(): void {
    this.#styles.ensure();
    const marked = { as: 'current' as const, ...(this.#marked && { range: this.#marked }) };
    this.#tools?.registerAgain(this.#highlights.used, [...this.#entries, marked]);
  }

  rangeOf(index: number): StaticRange | undefined {
    const entry = this.#entries[index];
    return entry && !entry.gone ? (entry.range ??= new StaticRange(entry.place)) : undefined;
  }

  numberAt(x: number, y: number): number | undefined {
    this.#numbers ??= new Map(
      this.#entries.map((entry, number) => [(entry.range ??= new StaticRange(entry.place)), number]),
    );
    return this.#tools?.rangeAt(x, y, this.#numbers, this.#styles.trees);
  }

  clear(): void {
    this.paint([], []);
    this.#styles.clear();
  }

  #light(entry: Entry): void {
    if (entry.gone) return;
    this.#highlights.add((entry.range ??= new StaticRange(entry.place)), entry.as);
  }

  /** Lights a few in each idle moment: what is in sight, then all from the top on. */
  #lightRest(): void {
    const tools = this.#tools;
    const entries = this.#entries;
    if (!tools || entries.length <= FEW) return;
    let next = -FEW;
    this.#stop = tools.inIdleMoments(() => {
      const few = next < 0 ? tools.inSight(entries) : [next, next + FEW];
      for (const entry of entries.slice(...few)) this.#light(entry);
      next += FEW;
      return next < entries.length;
    });
  }

  #remove(entry: Entry): void {
    entry.gone = true;
    if (entry.range) this.#highlights.remove(entry.range, entry.as);
  }

  #nodes(tools: Tools): EntriesByNode {
    return (this.#byNode ??= tools.byNode(this.#entries));
  }
}
