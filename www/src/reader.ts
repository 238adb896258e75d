/**
 * Reads a page and paints what is named there: the walk, the engine, the painter. It knows where every
 * mention stands; which one is current, and who wants to know, is the view's.
 */
import { annotationOf, type Annotation } from './describe.js';
import type { Engine, EngineInfo, EngineMention } from './engine.js';
import { classOf, type Painted, type Painting } from './painter.js';
import { isRendered, type Rendered } from './rendered.js';
import { SLICE, TextMapper, turn, type Place, type TextMap } from './text-map.js';
import type { Mention } from './types.js';
import type { Timing } from './view.js';

/** What an engine found in a text, and all that it knows of that, made when first asked for. */
interface Read {
  text: string;
  map: TextMap;
  date: string | undefined;
  mentions: readonly EngineMention[];
  facts: () => Annotation;
}

const NONE: Annotation = { mentions: [], entities: new Map() };

export class PageReader {
  readonly root: Element;
  readonly mapper: TextMapper;
  painter: Painting;
  /** Does what may change the page, so that no observer takes it for a change of the page. */
  unseen = (work: () => void): void => work();
  info: EngineInfo = { title: '', checked: '', entityCount: 0, nameCount: 0 };
  /** What was read last; undefined where the engine has to be asked again. */
  last: Read | undefined;
  /** Where the mentions are, those in hidden text too; and those that are rendered. */
  found: readonly Painted[] = [];
  shown: readonly Painted[] = [];
  /** The names of the entities that are hidden on this page, by id. */
  readonly muted = new Map<string, string>();
  timing: Timing = { walk: 0, annotate: 0, paint: 0 };
  readonly #engine: Engine;
  readonly #end = new AbortController();
  /** Nodes whose text has changed since the last walk began: nothing is painted there until they are read again. */
  readonly stale = new Set<Node>();
  #round = 0;

  constructor(engine: Engine, painter: Painting, root: Element) {
    this.#engine = engine;
    this.painter = painter;
    this.root = root;
    this.mapper = new TextMapper(root);
  }

  /** Aborted when the names are no longer to be painted. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /**
   * Reads again what the mapper dropped, asks the engine if the text is another, and paints. False where
   * another reading has begun meanwhile: when several run at once, the last one started is the one that paints.
   */
  async read(date: string | undefined): Promise<boolean> {
    const round = ++this.#round;
    const begun = performance.now();
    this.stale.clear();
    this.unseen(() => this.painter.restore());
    const map = await this.mapper.map();
    const { text } = map;
    const mapped = performance.now();
    const { last } = this;
    const same = last?.text === text && last.date === date;
    const reading = same ? last : await this.#ask(text, date);
    const info = await this.#engine.info();
    const annotated = performance.now();
    if (annotated - mapped > SLICE) await turn();
    if (round !== this.#round || this.signal.aborted) return false;

    this.info = info;
    this.last = { ...reading, map };
    this.timing = { walk: mapped - begun, annotate: annotated - mapped, paint: 0 };
    this.place();
    return true;
  }

  /** Paints what was read last, where it is shown; as much of it as the painter takes. */
  place(): void {
    const { last, painter } = this;
    if (this.signal.aborted || !last) return;
    const begun = performance.now();
    const known: Rendered = new Map();
    const all: Painted[] = [];
    const shown: Painted[] = [];
    last.mentions.some((found, number) => {
      const read = last.map.place(found.start, found.end);
      const mention = (): Mention => last.facts().mentions[number] as Mention;
      if (!read || this.#isStale(read) || (this.muted.size > 0 && this.muted.has(mention().entity))) {
        return false;
      }
      const place = painter.origin(read);
      if (this.#isStale(place)) return false;
      const one = { mention, place, as: classOf(found) };
      all.push(one);
      return isRendered(place.startContainer, known) && shown.push(one) === painter.most;
    });
    this.found = all;
    this.shown = shown;
    this.unseen(() => painter.paint(shown, this.mapper.trees));
    this.timing.paint += performance.now() - begun;
  }

  /** True when text that names something was shown, or hidden, since it was read. */
  hasTurned(): boolean {
    const known: Rendered = new Map();
    const shown = new Set(this.shown);
    return this.found.some((one) => isRendered(one.place.startContainer, known) !== shown.has(one));
  }

  /** Takes away all that was painted. */
  dispose(): void {
    if (this.signal.aborted) return;
    this.#end.abort();
    this.painter.clear();
    this.found = this.shown = [];
  }

  async #ask(text: string, date: string | undefined): Promise<Omit<Read, 'map'>> {
    const reading = await this.#engine.read(text, date);
    let made: Annotation | undefined;
    // The engine may be gone with the view.
    const facts = (): Annotation => (made ??= this.signal.aborted ? NONE : annotationOf(reading, text));
    return { text, date, mentions: reading.mentions, facts };
  }

  #isStale({ startContainer, endContainer }: Place): boolean {
    return this.stale.has(startContainer) || this.stale.has(endContainer);
  }
}
