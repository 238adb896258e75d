/**
 * Draws lines in a layer of its own in place of highlights, whose registry the page can read: for all names, as soon
 * as something of the reader's own plays a part, so that nothing a page can see depends on it. Only what is near the
 * viewport is drawn, and drawn again when the page moves.
 */
import { byNode, type EntriesByNode, type Entry } from '../../src/entries.js';
import { inSight } from '../../src/sight.js';
import type { FirstPainter, Painted, Painter } from '../../src/painter.js';
import type { Place } from '../../src/text-map.js';
import type { Tree } from '../../src/walk.js';
import { OverlayLayer, type Box } from './overlay-layer.js';
import { Sight } from './overlay-lines.js';

interface Drawn extends Box {
  number: number;
}

/** What may move text without a change of the DOM. */
const MOVES = ['scroll', 'load', 'toggle', 'close', 'transitionend', 'animationend', 'input'];

export class OverlayPainter implements FirstPainter, Painter {
  readonly #layer: OverlayLayer;
  #entries: Entry[] = [];
  #byNode: EntriesByNode | undefined;
  #drawn: Drawn[] = [];
  #marked: number | null = null;
  #end: AbortController | undefined;
  #frame = 0;
  readonly #watched = new WeakSet<Tree>();

  constructor(looks: string) {
    this.#layer = new OverlayLayer(looks);
  }

  async complete(): Promise<Painter> {
    return this;
  }

  finish(): void {}

  restore(): void {}

  origin(place: Place): Place {
    return place;
  }

  paint(painted: readonly Painted[], trees: Iterable<Tree>): void {
    this.#entries = painted.map(({ place, as }) => ({ place, as }));
    this.#byNode = undefined;
    this.#marked = null;
    this.#settle();
    this.#watch(trees);
    this.#draw();
  }

  mark(index: number | null): void {
    this.#marked = index;
    this.#plan();
  }

  forget(node: Node): Node {
    this.#byNode ??= byNode(this.#entries);
    for (const entry of this.#byNode.get(node) ?? []) entry.gone = true;
    this.#plan();
    return node;
  }

  ensure(): void {
    if (this.#entries.length > 0) this.#settle();
    this.#plan();
  }

  rangeOf(index: number): StaticRange | undefined {
    const entry = this.#entries[index];
    return entry && !entry.gone ? new StaticRange(entry.place) : undefined;
  }

  /** Each line can be pointed at between the top of its letters and the line itself. */
  numberAt(x: number, y: number): number | undefined {
    const { left, top } = this.#layer.origin();
    return this.#drawn.find((box) => {
      const [across, down] = [x - left - box.left, y - top - box.top];
      return across >= 0 && across <= box.width && down >= 0 && down <= box.height;
    })?.number;
  }

  clear(): void {
    this.#end?.abort();
    this.#end = undefined;
    cancelAnimationFrame(this.#frame);
    this.#entries = [];
    this.#drawn = [];
    this.#layer.remove();
  }

  /** What is outside of an open modal dialog lies beneath it. */
  #settle(): void {
    const dialogs = [...document.querySelectorAll('dialog:modal')];
    const holds = (dialog: Element): boolean =>
      this.#entries.some(({ place }) => dialog.contains(place.startContainer));
    this.#layer.settle(dialogs.findLast(holds) ?? document.documentElement);
  }

  /** Watches until `clear`: the trees, the sizes of the page and the viewport, and changes of the DOM. */
  #watch(trees: Iterable<Tree>): void {
    const begins = !this.#end;
    const end = (this.#end ??= new AbortController());
    const { signal } = end;
    const moved = (): void => this.#plan();
    const options = { signal, capture: true, passive: true };
    for (const tree of trees) {
      if (!begins && this.#watched.has(tree)) continue;
      this.#watched.add(tree);
      for (const type of MOVES) tree.addEventListener(type, moved, options);
    }
    if (!begins) return;
    addEventListener('resize', moved, options);
    const sizes = new ResizeObserver(moved);
    for (const element of [document.documentElement, document.body]) if (element) sizes.observe(element);
    const changes = new MutationObserver(moved);
    changes.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      changes.disconnect();
    });
    document.fonts.addEventListener('loadingdone', moved, { signal });
  }

  #plan(): void {
    if (this.#frame || !this.#end) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    this.#layer.measure();
    const [from, to] = inSight(this.#entries);
    const sight = new Sight();
    const { left, top } = this.#layer.origin();
    this.#drawn = this.#entries.slice(from, to).flatMap(({ place, as, gone }, at) => {
      const element = place.startContainer.parentElement;
      if (gone || !element || !isWhole(place)) return [];
      const light = sight.isLight(element);
      const number = from + at;
      const current = number === this.#marked;
      return sight.lines(place).map((rect) => ({
        ...{ number, as, light, current },
        ...{ left: rect.x - left, top: rect.y - top, width: rect.width, height: rect.height },
      }));
    });
    this.#layer.draw(this.#drawn);
  }
}

/** The page may have shortened a text since it was read. */
const isWhole = ({ startContainer, startOffset, endContainer, endOffset }: Place): boolean =>
  startContainer.isConnected &&
  endContainer.isConnected &&
  startOffset <= startContainer.length &&
  endOffset <= endContainer.length;
