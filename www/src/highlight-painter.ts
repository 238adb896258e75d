/**
 * Paints with the CSS Custom Highlight API once the first names are lit. The registry is shared with the page and
 * with other views: a painter adds and removes its own ranges only, and only names that begin with `namelight-`.
 * Ranges are static: live ones slow every later change of the page.
 *
 * What is in sight is painted at once, the rest in idle moments; what stays is left as it is. Whenever the page
 * changes, browsers look at every range again, some four microseconds each. So while a page never rests, only
 * what is near is lit, and the rest once it does; in a page with very many names, only what has come near.
 */
import { byNode, renewed, type EntriesByNode, type Entry } from './entries.js';
import { AT_ONCE } from './first-highlights.js';
import type { PageStyles } from './highlight-styles.js';
import { rangeAt } from './hit-test.js';
import { inIdleMoments } from './idle.js';
import type { Painted, Painter } from './painter.js';
import { registerAgain } from './registry.js';
import type { SharedHighlights } from './shared-highlights.js';
import { areNear, inSight } from './sight.js';
import type { Place } from './text-map.js';
import type { Tree } from './walk.js';

/** So many are painted in each idle moment. */
const FEW = 400;
/** More are never lit by themselves: browsers would take longer over all of them than a page may be held up. */
const MOST = 8000;
/** Milliseconds without a change that are rest. */
const CALM = 2000;

export class HighlightPainter implements Painter {
  readonly #highlights: SharedHighlights;
  readonly #styles: PageStyles;
  #entries: Entry[];
  #marked: StaticRange | undefined;
  /** Ends what is done in idle moments. */
  #stop: (() => void) | undefined;
  /** When it was painted last. */
  #painted = performance.now();
  /** True while what is far away is not lit. */
  #spares = false;
  /** Both are made when first asked for. */
  #numbers: Map<AbstractRange, number> | undefined;
  #byNode: EntriesByNode | undefined;

  constructor(highlights: SharedHighlights, styles: PageStyles, entries: Entry[]) {
    this.#highlights = highlights;
    this.#styles = styles;
    this.#entries = entries;
  }

  restore(): void {}

  origin(place: Place): Place {
    return place;
  }

  paint(painted: readonly Painted[], trees: Iterable<Tree>): void {
    const now = performance.now();
    this.#spares = painted.length > AT_ONCE && (painted.length > MOST || now - this.#painted < CALM);
    this.#painted = now;
    // Measured first, while the page is laid out.
    const isNear = this.#spares && painted.length <= MOST ? areNear(painted) : undefined;
    const sight = painted.length > AT_ONCE ? inSight(painted) : [];
    this.#styles.adopt(trees);
    this.mark(null);
    this.#stop?.();
    const before = this.#entries;
    this.#entries = renewed(this.#nodes(), painted);
    const kept = new Set(this.#entries);
    for (const entry of before) if (!kept.has(entry)) this.#remove(entry);
    this.#numbers = this.#byNode = undefined;
    if (isNear) {
      this.#entries.forEach((entry, number) => this.#highlights[isNear[number] ? 'light' : 'putOut'](entry));
    } else {
      this.#light(...sight);
    }
    this.#lightRest();
  }

  mark(index: number | null): void {
    if (this.#marked) this.#highlights.remove(this.#marked, 'current');
    this.#marked = index === null ? undefined : this.rangeOf(index);
    if (this.#marked) this.#highlights.add(this.#marked, 'current');
  }

  forget(node: Node): Node {
    for (const entry of this.#nodes().get(node) ?? []) {
      if (entry.range && entry.range === this.#marked) this.mark(null);
      this.#remove(entry);
    }
    return node;
  }

  ensure(): void {
    this.#styles.ensure();
    const marked = { as: 'current' as const, ...(this.#marked && { range: this.#marked }) };
    registerAgain(this.#highlights.used, [...this.#entries, marked]);
    if (this.#spares) this.#light(...inSight(this.#entries));
  }

  finish(): void {
    this.#light();
  }

  rangeOf(index: number): StaticRange | undefined {
    const entry = this.#entries[index];
    return entry && !entry.gone ? (entry.range ??= new StaticRange(entry.place)) : undefined;
  }

  numberAt(x: number, y: number): number | undefined {
    this.#numbers ??= new Map(
      this.#entries.map((entry, number) => [(entry.range ??= new StaticRange(entry.place)), number]),
    );
    return rangeAt(x, y, this.#numbers, this.#styles.trees);
  }

  clear(): void {
    this.paint([], []);
    this.#styles.clear();
  }

  #light(from = 0, to?: number): void {
    for (const entry of this.#entries.slice(from, to)) this.#highlights.light(entry);
  }

  /** Lights a few in each idle moment: what is in sight, then all from the top on. */
  #lightRest(): void {
    const { length } = this.#entries;
    if (length <= AT_ONCE && !this.#spares) return;
    let next = -FEW;
    const step = (): boolean => {
      this.#spares = length > MOST;
      if (next < 0) this.#light(...inSight(this.#entries));
      else this.#light(next, next + FEW);
      next += FEW;
      return next < length && !this.#spares;
    };
    this.#stop = inIdleMoments(step, this.#spares ? CALM : 0);
  }

  #remove(entry: Entry): void {
    entry.gone = true;
    this.#highlights.putOut(entry);
  }

  #nodes(): EntriesByNode {
    return (this.#byNode ??= byNode(this.#entries));
  }
}
