/**
 * Watches a page and has read again what changed, before the next frame where it can. Never so
 * often that it takes more than a small share of the time, whatever the page does.
 */
import type { Painter } from './painter.js';
import type { PageReader } from './reader.js';
import type { Section, Tree } from './walk.js';

/** After work of one millisecond, so many pass before the next; but never more than `LONGEST`. */
const REST = 50;
const LONGEST = 1000;

/** So many changed nodes are told apart; beyond, the page is read as a whole. */
const MANY = 2000;

/** What may show or hide text, and what keeps it from being read. */
const STYLES = new Set<string | null>(['class', 'hidden', 'open', 'style']);
const ATTRIBUTES = ['class', 'hidden', 'open', 'style', 'contenteditable', 'data-namelight'];

/** In what readers do, pages may take away what is painted, and nothing tells of that. */
const USES = ['scroll', 'pointerover', 'pointerup', 'keyup', 'input', 'focusin'];

const CHANGES: MutationObserverInit = {
  attributeFilter: ATTRIBUTES,
  characterData: true,
  childList: true,
  subtree: true,
};

/** Watches until the reader is disposed; `update` has it read. */
export function observe(reader: PageReader, painter: Painter, update: () => Promise<void>): void {
  new PageObserver(reader, painter, update).start();
}

class PageObserver {
  readonly #reader: PageReader;
  readonly #painter: Painter;
  readonly #update: () => Promise<void>;
  readonly #mutations = new MutationObserver((records) => this.#note(records));
  readonly #sizes = new ResizeObserver(() => this.#plan());
  readonly #watched = new WeakSet<Tree | Element>();
  /** Whose text or children changed since the last work began. */
  #changed = new Set<Node>();
  #restyled = new Set<Element>();
  #planned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  /** The frame in which it is seen whether all is still painted. */
  #looking = 0;
  /** When there may be work again. */
  #next = 0;

  constructor(reader: PageReader, painter: Painter, update: () => Promise<void>) {
    this.#reader = reader;
    this.#painter = painter;
    this.#update = update;
  }

  start(): void {
    const { root } = this.#reader;
    this.#reader.signal.addEventListener('abort', () => this.#stop());
    this.#reader.unseen = (work) => this.#unseen(work);
    for (let above = root.parentElement; above; above = above.parentElement) {
      this.#mutations.observe(above, { attributeFilter: ATTRIBUTES });
    }
    const { signal } = this.#reader;
    window.addEventListener('beforeprint', () => this.#painter.finish(), { signal });
    this.#watch();
    // Nobody has watched since the first walk.
    this.#changed.add(root);
    this.#reader.mapper.drop();
    this.#plan();
  }

  /** Watches the trees in which there is text, and what hides names. */
  #watch(): void {
    const { mapper, root, found, shown } = this.#reader;
    const options = { signal: this.#reader.signal, capture: true, passive: true };
    for (const tree of mapper.trees) {
      if (this.#watched.has(tree)) continue;
      this.#watched.add(tree);
      this.#mutations.observe(tree === root.getRootNode() ? root : tree, CHANGES);
      tree.addEventListener('slotchange', ({ target }) => this.#change(target as Element), options);
      // A frame shows another document.
      tree.addEventListener('load', ({ target }) => this.#load(target as Element), options);
      for (const type of USES) tree.addEventListener(type, () => this.#look(), options);
    }
    const rendered = new Set(shown);
    const hidden = found.filter((one) => !rendered.has(one));
    for (const element of [root, ...hidden.map(({ place }) => hiding(place.startContainer))]) {
      if (!element || this.#watched.has(element)) continue;
      this.#watched.add(element);
      this.#sizes.observe(element);
    }
  }

  /** Once in a frame, after the page has done its part. */
  #look(): void {
    this.#looking ||= requestAnimationFrame(() => {
      this.#looking = 0;
      this.#painter.ensure();
    });
  }

  #load(target: Element): void {
    if (target.localName === 'iframe' && this.#reader.root.contains(target)) this.#change(target);
  }

  #change(target: Node): void {
    this.#changed.add(target);
    this.#plan();
  }

  /** Comes before the browser paints what changed. */
  #note(records: readonly MutationRecord[]): void {
    for (const { type, target, attributeName } of records) {
      const restyled = type === 'attributes' && STYLES.has(attributeName);
      if (restyled) this.#restyled.add(target as Element);
      else this.#changed.add(type === 'characterData' ? this.#forget(target) : target);
    }
    this.#mutations.takeRecords();
    this.#plan();
  }

  #forget(node: Node): Node {
    this.#reader.stale.add(node);
    return this.#painter.forget(node);
  }

  /** What is done here is no change of the page. */
  #unseen(work: () => void): void {
    const records = this.#mutations.takeRecords();
    if (records.length > 0) this.#note(records);
    work();
    this.#mutations.takeRecords();
  }

  #plan(): void {
    if (this.#planned || this.#reader.signal.aborted) return;
    this.#planned = true;
    // A page that is not shown has no frames.
    const frame = (): void => {
      this.#frame = requestAnimationFrame(() => void this.#work());
    };
    const rest = this.#next - performance.now();
    if (rest <= 0) frame();
    else this.#timer = setTimeout(frame, rest);
  }

  async #work(): Promise<void> {
    const begun = performance.now();
    try {
      await this.#read();
      if (!this.#reader.signal.aborted) this.#watch();
    } catch (cause) {
      reportError(cause);
    }
    const ended = performance.now();
    this.#next = ended + Math.min(REST * (ended - begun), LONGEST);
    this.#planned = false;
    if (this.#changed.size + this.#restyled.size > 0) this.#plan();
  }

  async #read(): Promise<void> {
    const { mapper } = this.#reader;
    const changed = this.#changed;
    const restyled = this.#restyled;
    this.#changed = new Set();
    this.#restyled = new Set();
    this.#painter.ensure();
    for (const element of restyled) if (isRestyled(element, mapper.sectionOf(element))) changed.add(element);
    if (changed.size > MANY) mapper.drop();
    else mapper.drop(withParents(changed));
    // Reading finds out by itself what is shown and what is hidden now.
    if (changed.size === 0) {
      if (!this.#reader.hasTurned()) return;
      mapper.drop();
    }
    await this.#update();
  }

  #stop(): void {
    this.#mutations.disconnect();
    this.#sizes.disconnect();
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#looking);
  }
}

/** The nodes and all that they are shown in. */
function withParents(nodes: Iterable<Node>): Set<Node> {
  const all = new Set<Node>();
  for (const node of nodes) {
    for (let at: Node | undefined = node; at && !all.has(at); at = parentOf(at)) all.add(at);
  }
  return all;
}

/** What a node is shown in: its slot, its parent, the host of its tree, or the frame of its document. */
export function parentOf(node: Node): Node | undefined {
  const { assignedSlot } = node as Element;
  const { host } = node as ShadowRoot;
  const { defaultView } = node as Document;
  return assignedSlot ?? node.parentNode ?? host ?? defaultView?.frameElement ?? undefined;
}

/** True when an element is no longer what it was when its text was read; inline ones are read again. */
function isRestyled(element: Element, section: Section | undefined): boolean {
  if (!section) return true;
  const { display, whiteSpace } = getComputedStyle(element);
  return display !== section.display || whiteSpace !== section.whiteSpace;
}

/** The outermost element of those that hide a text. */
function hiding(node: Text): Element | undefined {
  let found: Element | undefined;
  for (let at = parentOf(node); at; at = parentOf(at)) {
    if ('checkVisibility' in at && !(at as Element).checkVisibility()) found = at as Element;
  }
  return found;
}
