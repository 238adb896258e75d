/**
 * The view of a page: which mentions and entities are there, and which mention is current. Cards and lists
 * listen to its events; it knows none of them.
 */
import { castOf } from './cast.js';
import type { EngineInfo } from './engine.js';
import { Listened } from './listened.js';
import { observe } from './observer.js';
import type { Painted, Painter } from './painter.js';
import type { PageReader } from './reader.js';
import { scrollToRange } from './scroll.js';
import type { EntityDetails, Mention } from './types.js';
import type { CastMember, Selection, SelectOptions, Timing, View } from './view.js';

export class PageView extends Listened implements View {
  current: number | null = null;
  date: string | undefined;
  readonly #reader: PageReader;
  readonly #painter: Painter;
  /** Both are made when first asked for. */
  #mentions: readonly Mention[] | undefined;
  #entities: readonly CastMember[] | undefined;
  /** Where `next` goes on from, kept when no mention is current. */
  #cursor = -1;

  /** The view of what was just read as of `date`. */
  constructor(reader: PageReader, painter: Painter, date: string | undefined, observes: boolean) {
    super();
    this.#reader = reader;
    this.#painter = painter;
    if (reader.painter !== painter) {
      reader.painter = painter;
      reader.place();
    }
    this.date = date;
    reader.signal.addEventListener('abort', () => this.#end());
    if (observes) observe(reader, painter, () => this.#update(true));
  }

  get root(): Element {
    return this.#reader.root;
  }

  get info(): EngineInfo {
    return this.#reader.info;
  }

  get count(): number {
    return this.#reader.shown.length;
  }

  get mentions(): readonly Mention[] {
    return (this.#mentions ??= this.#reader.shown.map(({ mention }) => mention()));
  }

  get entities(): readonly CastMember[] {
    return (this.#entities ??= castOf(this.mentions, (id) => this.entity(id)));
  }

  get text(): string {
    return this.#reader.last?.text ?? '';
  }

  get timing(): Timing {
    return this.#reader.timing;
  }

  get muted(): readonly { id: string; name: string }[] {
    return [...this.#reader.muted].map(([id, name]) => ({ id, name }));
  }

  next(): Mention | undefined {
    return this.#step(1);
  }

  previous(): Mention | undefined {
    return this.#step(-1);
  }

  select(index: number | null, options: SelectOptions = {}): void {
    if (this.#reader.signal.aborted) return;
    this.#painter.ensure();
    const range = index === null ? undefined : this.rangeOf(index);
    this.current = range ? index : null;
    if (this.current !== null) this.#cursor = this.current;
    this.#mark();
    if (range && options.scroll) scrollToRange(range);
    const detail: Selection = { ...options, index: this.current };
    this.dispatchEvent(new CustomEvent('select', { detail }));
  }

  async mute(id: string, muted = true): Promise<void> {
    if (muted) this.#reader.muted.set(id, this.entity(id)?.name ?? id);
    else this.#reader.muted.delete(id);
    await this.#update(false);
  }

  async asOf(date?: string): Promise<void> {
    this.date = date;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    this.#reader.mapper.drop();
    this.#reader.last = undefined;
    await this.#update(false);
  }

  entity(id: string): EntityDetails | undefined {
    return this.#reader.last?.facts().entities.get(id);
  }

  rangeOf(index: number): StaticRange | undefined {
    return this.#painter.rangeOf(index);
  }

  mentionAt(x: number, y: number): number | undefined {
    return this.#painter.numberAt(x, y);
  }

  dispose(): void {
    this.#reader.dispose();
  }

  /** Has the page read, and tells of what is there now. */
  async #update(quietly: boolean): Promise<void> {
    const { shown } = this.#reader;
    if (!(await this.#reader.read(this.date))) return;
    const before = this.current === null ? undefined : shown[this.current];
    this.#mentions = this.#entities = undefined;
    this.dispatchEvent(new CustomEvent('annotate', { detail: this.timing }));
    if (before) this.#keep(before, quietly);
  }

  /** Makes the mention that was current so again, or none where it is gone. Quietly: if that says nothing new. */
  #keep({ mention, place }: Painted, quietly: boolean): void {
    const { startContainer, startOffset } = place;
    const index = this.#reader.shown.findIndex((shown) => {
      const here = shown.place.startContainer === startContainer && shown.place.startOffset === startOffset;
      return here || shown.mention().start === mention().start;
    });
    const same = index === this.current && this.mentions[index]?.entity === mention().entity;
    if (quietly && same) this.#mark();
    else this.select(index < 0 ? null : index);
  }

  #mark(): void {
    this.#reader.unseen(() => this.#painter.mark(this.current));
  }

  #step(by: 1 | -1): Mention | undefined {
    const { count } = this;
    if (count === 0) return undefined;
    const from = this.#cursor < 0 && by < 0 ? 0 : this.#cursor;
    const index = (from + by + count) % count;
    this.select(index, { scroll: true });
    return this.mentions[index];
  }

  #end(): void {
    this.current = null;
    this.dispatchEvent(new CustomEvent<Selection>('select', { detail: { index: null } }));
    this.dispatchEvent(new Event('dispose'));
  }
}
