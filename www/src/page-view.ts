/**
 * The view of a page: finds, maps and paints the mentions in one root. It owns what it painted and
 * takes it away on `dispose`. Cards and lists listen to its events; it knows none of them.
 */
import { castOf } from './cast.js';
import { annotate, type Annotation } from './describe.js';
import type { Engine, EngineInfo } from './engine.js';
import { classOf, type Painted, type Painter } from './painter.js';
import { isRendered, type Rendered } from './rendered.js';
import { TextMapper, type Place } from './text-map.js';
import type { EntityDetails, Mention } from './types.js';
import type { CastMember, Selection, SelectOptions, Timing, View } from './view.js';

const NOTHING: Annotation = { mentions: [], entities: new Map() };

export class PageView extends EventTarget implements View {
  readonly root: Element;
  readonly mapper: TextMapper;
  readonly painter: Painter;
  /** Does what may change the page, so that no observer takes it for a change of the page. */
  unseen = (work: () => void): void => work();
  #tools: typeof import('./live.js') | undefined;
  readonly #end = new AbortController();
  readonly #engine: Engine;
  #info: EngineInfo = { title: '', checked: '', entityCount: 0, nameCount: 0 };
  #date: string | undefined;
  /** What the engine said of the text read last; no text when it has to be asked again. */
  #last: Annotation & { text?: string } = NOTHING;
  /** Where the mentions are, those in hidden text too; and those that are rendered. */
  found: readonly Painted[] = [];
  shown: readonly Painted[] = [];
  #mentions: Mention[] = [];
  #entities: CastMember[] = [];
  #timing: Timing = { walk: 0, annotate: 0, paint: 0 };
  #current: number | null = null;
  /** Where `next` goes on from, kept when no mention is current. */
  #cursor = -1;
  /** Nodes whose text has changed since the last walk began. */
  readonly #stale = new Set<Node | undefined>();
  #round = 0;

  constructor(engine: Engine, painter: Painter, root: Element, date: string | undefined) {
    super();
    this.#engine = engine;
    this.painter = painter;
    this.root = root;
    this.mapper = new TextMapper(root);
    this.#date = date;
  }

  get info(): EngineInfo {
    return this.#info;
  }

  get mentions(): readonly Mention[] {
    return this.#mentions;
  }

  get entities(): readonly CastMember[] {
    return this.#entities;
  }

  get timing(): Timing {
    return this.#timing;
  }

  get date(): string | undefined {
    return this.#date;
  }

  get current(): number | null {
    return this.#current;
  }

  next(): Mention | undefined {
    return this.#step(1);
  }

  previous(): Mention | undefined {
    return this.#step(-1);
  }

  select(index: number | null, options: SelectOptions = {}): void {
    if (this.#end.signal.aborted) return;
    this.painter.ensure();
    const range = index === null ? undefined : this.rangeOf(index);
    this.#current = range && index !== null ? index : null;
    if (this.#current !== null) this.#cursor = this.#current;
    this.unseen(() => this.painter.mark(this.#current));
    if (range && options.scroll) this.#tools?.scrollToRange(range);
    const detail: Selection = { ...options, index: this.#current };
    this.dispatchEvent(new CustomEvent('select', { detail }));
  }

  async asOf(date?: string): Promise<void> {
    this.#date = date;
    await this.refresh();
  }

  refresh(): Promise<void> {
    this.mapper.drop();
    this.#last = NOTHING;
    return this.update();
  }

  /**
   * Reads again what the mapper dropped, and asks the engine if the text is another. When several run at
   * once, the last one started is the one that paints.
   */
  async update(): Promise<void> {
    const round = ++this.#round;
    const begun = performance.now();
    this.#stale.clear();
    this.unseen(() => this.painter.restore());
    const map = await this.mapper.map();
    const { text } = map;
    const mapped = performance.now();
    const last = this.#last;
    const found = last.text === text ? last : await annotate(this.#engine, text, this.#date);
    const info = await this.#engine.info();
    const annotated = performance.now();
    if (round !== this.#round || this.#end.signal.aborted) return;

    this.#info = info;
    this.#last = { ...found, text };
    this.found = found.mentions.flatMap((mention) => {
      const place = map.place(mention.start, mention.end);
      const stale = this.#stale.has(place?.startContainer) || this.#stale.has(place?.endContainer);
      return place && !stale ? [{ mention, place, as: classOf(mention) }] : [];
    });
    const before = this.#current === null ? undefined : this.shown[this.#current];
    this.#show();
    this.#timing = {
      walk: mapped - begun,
      annotate: annotated - mapped,
      paint: performance.now() - annotated,
    };
    this.dispatchEvent(new CustomEvent('annotate', { detail: this.#timing }));
    if (before) this.#keep(before, found === last);
  }

  /** Loads what is not needed for the first names, and watches the page from then on. */
  async complete(observes: boolean): Promise<void> {
    this.#tools = await import('./live.js');
    await this.painter.complete();
    if (observes && !this.#end.signal.aborted) this.#tools.observe(this, this.#end.signal);
  }

  /** The text of a node is no longer what was read: nothing is painted there until it is read again. */
  forget(node: Node): void {
    this.#stale.add(node);
    this.painter.forget(node);
  }

  entity(id: string): EntityDetails | undefined {
    return this.#last.entities.get(id);
  }

  rangeOf(index: number): StaticRange | undefined {
    return this.painter.rangeOf(index);
  }

  mentionAt(x: number, y: number): number | undefined {
    return this.painter.numberAt(x, y);
  }

  dispose(): void {
    if (this.#end.signal.aborted) return;
    this.select(null);
    this.#end.abort();
    this.painter.clear();
    this.dispatchEvent(new Event('dispose'));
  }

  /** Counts and paints what is rendered of what was found. */
  #show(): void {
    const known: Rendered = new Map();
    this.shown = this.found.filter(({ place }) => isRendered(place.startContainer, known));
    this.#mentions = this.shown.map(({ mention }) => mention);
    this.#entities = castOf(this.#mentions, this.#last.entities);
    this.unseen(() => this.painter.paint(this.shown, this.mapper.trees));
  }

  /** Makes the mention that was current so again, or none where it is gone. */
  #keep({ mention, place }: Painted, quietly: boolean): void {
    const index = this.shown.findIndex((shown) => {
      return isAt(shown.place, place) || (!quietly && shown.mention.start === mention.start);
    });
    if (quietly && index === this.#current) this.unseen(() => this.painter.mark(index));
    else this.select(index < 0 ? null : index);
  }

  #step(by: 1 | -1): Mention | undefined {
    const count = this.#mentions.length;
    if (count === 0) return undefined;
    const from = this.#cursor < 0 && by < 0 ? 0 : this.#cursor;
    const index = (from + by + count) % count;
    this.select(index, { scroll: true });
    return this.#mentions[index];
  }
}

function isAt(one: Place, other: Place): boolean {
  return one.startContainer === other.startContainer && one.startOffset === other.startOffset;
}
