/**
 * Paints by wrapping names in elements, for browsers that have no highlights and for pages that want real
 * links. It changes the page's DOM, with which a framework that owns the DOM may break: highlights are the
 * default for that reason. From one painting to the next it leaves alone what stays the same.
 */
import type { PageStyles } from './highlight-styles.js';
import type { Painted, Painter } from './painter.js';
import type { Place } from './text-map.js';
import type { Tree } from './walk.js';
import { WrapperLooks } from './wrapping-painter-looks.js';
import { CutTexts, type Plan } from './wrapping-painter-texts.js';

const CURRENT = 'namelight-current';

/** So many names are wrapped at once, as each costs the page new nodes and their layout. */
const FEW = 200;

export class WrappingPainter implements Painter {
  readonly #tree: Tree;
  readonly #links: boolean;
  readonly #styles: PageStyles;
  readonly #texts = new CutTexts();
  #places: readonly Place[] = [];
  /** The wrappers of each mention, and the mention of each wrapper. */
  #wrappers: HTMLElement[][] = [];
  readonly #numbers = new Map<Element, number>();
  #current: number | null = null;
  /** What is still to be wrapped, and what ends that. */
  #rest: Plan[] = [];
  #stop: (() => void) | undefined;
  /** Does a step in idle moments for as long as something is left; gives what ends that. */
  #later: ((step: () => void) => () => void) | undefined;

  /** The class of the styles is handed over: it is in a file with the core. */
  constructor(root: Element, links: boolean, Styles: typeof PageStyles) {
    this.#styles = new Styles((as) => `.namelight-${as}`, '.namelight{background:none;color:inherit}');
    this.#tree = root.getRootNode() as Tree;
    this.#links = links;
  }

  async complete(unseen: (work: () => void) => void): Promise<void> {
    const { inIdleMoments } = await import('./live.js');
    this.#later = (step) => inIdleMoments(() => (unseen(step), this.#rest.length > 0));
    this.#wrapRest();
  }

  /** What is intact can be read as it is: `origin` leads back from it. */
  restore(): void {
    this.#texts.settle();
  }

  origin({ startContainer, startOffset, endContainer, endOffset }: Place): Place {
    const start = this.#texts.originOf(startContainer, startOffset);
    const end = this.#texts.originOf(endContainer, endOffset);
    return place(start.node, start.offset, end.node, end.offset);
  }

  paint(painted: readonly Painted[], trees: Iterable<Tree>): void {
    this.#stop?.();
    this.mark(null);
    this.#texts.settle();
    this.#places = painted.map((mention) => mention.place);
    this.#wrappers = painted.map(() => []);
    this.#numbers.clear();
    const plans = this.#plansFor(painted);
    this.#texts.keep(plans);
    this.#rest = [...plans.values()].filter((plan) => !this.#number(plan));
    this.#wrapSome();
    this.#wrapRest();
    this.#styles.adopt(trees);
  }

  mark(index: number | null): void {
    const wrappers = (): readonly HTMLElement[] => this.#wrappers[this.#current ?? -1] ?? [];
    for (const wrapper of wrappers()) wrapper.classList.remove(CURRENT);
    this.#current = index;
    for (const wrapper of wrappers()) wrapper.classList.add(CURRENT);
  }

  forget(node: Node): Node {
    return node.nodeType === Node.TEXT_NODE ? this.#texts.forget(node as Text) : node;
  }

  ensure(): void {
    this.#styles.ensure();
  }

  rangeOf(index: number): StaticRange | undefined {
    const found = this.#places[index];
    if (!found) return undefined;
    const { startContainer, startOffset, endContainer, endOffset } = found;
    const start = this.#texts.locate({ node: startContainer, offset: startOffset }, false);
    const end = this.#texts.locate({ node: endContainer, offset: endOffset }, true);
    return new StaticRange(place(start.node, start.offset, end.node, end.offset));
  }

  numberAt(x: number, y: number): number | undefined {
    for (let at = elementAt(this.#tree, x, y); at; at = at.parentElement) {
      const number = this.#numbers.get(at);
      if (number !== undefined) return number;
    }
    return undefined;
  }

  clear(): void {
    this.paint([], []);
    this.#styles.clear();
  }

  /** All that is asked of the page's styles is asked before anything changes. */
  #plansFor(painted: readonly Painted[]): Map<Text, Plan> {
    const looks = new WrapperLooks(this.#links);
    const plans = new Map<Text, Plan>();
    painted.forEach((mention, number) => {
      let first = true;
      for (const { node, whole, start, end } of this.#texts.partsOf(mention.place)) {
        const look = looks.of({ node, whole, start, end }, mention, first);
        if (!look) continue;
        first = false;
        const plan = plans.get(node) ?? { node, whole, cuts: [] };
        plan.cuts.push({ ...look, start, end, number });
        plans.set(node, plan);
      }
    });
    return plans;
  }

  /** Wraps the first names of those that are left, in the order of the page. */
  #wrapSome(): void {
    let count = 0;
    const next = this.#rest.findIndex(({ cuts }) => (count += cuts.length) > FEW);
    const some = this.#rest.splice(0, next < 0 ? this.#rest.length : Math.max(next, 1));
    this.#texts.cut(some);
    for (const plan of some) this.#number(plan);
  }

  /** Wraps what is left a few at a time, in idle moments. */
  #wrapRest(): void {
    if (this.#rest.length > 0) this.#stop = this.#later?.(() => this.#wrapSome());
  }

  /** Notes which wrappers are whose; false where there are none yet. */
  #number({ node, cuts }: Plan): boolean {
    const wrappers = this.#texts.wrappersIn(node);
    wrappers.forEach((wrapper, at) => {
      const number = cuts[at]?.number;
      if (number === undefined) return;
      this.#numbers.set(wrapper, number);
      this.#wrappers[number]?.push(wrapper);
      if (number === this.#current) wrapper.classList.add(CURRENT);
    });
    return wrappers.length > 0;
  }
}

function place(startContainer: Text, startOffset: number, endContainer: Text, endOffset: number): Place {
  return { startContainer, startOffset, endContainer, endOffset };
}

/** The element at a point, also within open shadow roots. */
function elementAt(tree: Tree, x: number, y: number): Element | null {
  const found = tree.elementFromPoint(x, y);
  const inner = found?.shadowRoot;
  return inner && inner !== tree ? elementAt(inner, x, y) : found;
}
