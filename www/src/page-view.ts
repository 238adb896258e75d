/**
 * The view of a page: finds, maps and paints the mentions in one root. It owns what it painted and
 * takes it away on `dispose`. Cards and lists listen to its events; it knows none of them.
 */
import { annotate, type Annotation } from './describe.js';
import type { Engine, EngineInfo } from './engine.js';
import { adoptHighlightStyles } from './highlight-styles.js';
import { liveRange, rangeAt } from './hit-test.js';
import { classOf, Painter, type Painted } from './painter.js';
import { scrollToRange } from './scroll.js';
import { mapText } from './text-map.js';
import type { EntityDetails, Mention } from './types.js';
import type { CastMember, Selection, SelectOptions, Timing, View } from './view.js';

export class PageView extends EventTarget implements View {
  readonly root: Element;
  readonly #engine: Engine;
  readonly #painter = new Painter();
  readonly #removeStyles: () => void;
  #info: EngineInfo = { title: '', checked: '', entityCount: 0, nameCount: 0 };
  #date: string | undefined;
  #text = '';
  #mentions: Mention[] = [];
  #known: Annotation['entities'] = new Map();
  #ranges: StaticRange[] = [];
  #numbers = new Map<AbstractRange, number>();
  #entities: CastMember[] = [];
  #timing: Timing = { walk: 0, annotate: 0, paint: 0 };
  #current: number | null = null;
  /** Where `next` goes on from, kept when no mention is current. */
  #cursor = -1;
  #round = 0;
  #disposed = false;

  constructor(engine: Engine, root: Element, date: string | undefined) {
    super();
    this.#engine = engine;
    this.root = root;
    this.#date = date;
    this.#removeStyles = adoptHighlightStyles(root);
  }

  get info(): EngineInfo {
    return this.#info;
  }

  get text(): string {
    return this.#text;
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
    if (this.#disposed) return;
    const range = index === null ? undefined : this.#ranges[index];
    this.#current = range && index !== null ? index : null;
    if (this.#current !== null) this.#cursor = this.#current;
    this.#painter.mark(range);
    if (range && options.scroll) scrollToRange(liveRange(range));
    const detail: Selection = { ...options, index: this.#current };
    this.dispatchEvent(new CustomEvent('select', { detail }));
  }

  async asOf(date?: string): Promise<void> {
    this.#date = date;
    await this.refresh();
  }

  /** When several run at once, the last one started is the one that paints. */
  async refresh(): Promise<void> {
    const round = ++this.#round;
    const begun = performance.now();
    const map = mapText(this.root);
    const mapped = performance.now();
    const { mentions, entities } = await annotate(this.#engine, map.text, this.#date);
    const info = await this.#engine.info();
    const annotated = performance.now();
    if (round !== this.#round || this.#disposed) return;

    const kept = this.#current === null ? undefined : this.#mentions[this.#current]?.start;
    this.#info = info;
    this.#text = map.text;
    this.#mentions = [];
    this.#known = entities;
    this.#ranges = [];
    const painted: Painted[] = [];
    for (const mention of mentions) {
      const place = map.place(mention.start, mention.end);
      if (!place) continue;
      this.#mentions.push(mention);
      const range = new StaticRange(place);
      this.#ranges.push(range);
      painted.push({ range, as: classOf(mention) });
    }
    this.#numbers = new Map(this.#ranges.map((range, number) => [range, number]));
    this.#entities = castOf(this.#mentions, entities);
    this.#painter.paint(painted);
    this.#timing = {
      walk: mapped - begun,
      annotate: annotated - mapped,
      paint: performance.now() - annotated,
    };
    this.dispatchEvent(new CustomEvent('annotate', { detail: this.#timing }));
    if (kept !== undefined) this.#keep(kept);
  }

  /** Makes the mention at an offset current again, or none where it is gone. */
  #keep(start: number): void {
    const index = this.#mentions.findIndex((mention) => mention.start === start);
    this.select(index < 0 ? null : index);
  }

  entity(id: string): EntityDetails | undefined {
    return this.#known.get(id);
  }

  rangeOf(index: number): StaticRange | undefined {
    return this.#ranges[index];
  }

  mentionAt(x: number, y: number): number | undefined {
    return rangeAt(x, y, this.#numbers, this.root.getRootNode());
  }

  dispose(): void {
    if (this.#disposed) return;
    this.select(null);
    this.#disposed = true;
    this.#painter.clear();
    this.#removeStyles();
    this.dispatchEvent(new Event('dispose'));
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

/** The entities in the order of their first mention; what the text leaves open counts for none. */
function castOf(mentions: readonly Mention[], entities: Annotation['entities']): CastMember[] {
  const cast = new Map<string, CastMember>();
  mentions.forEach(({ confidence, entity: id }, number) => {
    const entity = entities.get(id);
    if (confidence === 'ambiguous' || !entity) return;
    const member = cast.get(id);
    if (member) member.mentions.push(number);
    else cast.set(id, { entity, mentions: [number] });
  });
  return [...cast.values()];
}
