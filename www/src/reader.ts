/**
 * Reads a page and paints what is named there: the walk, the engine, the painter. It knows where every
 * mention stands; which one is current, and who wants to know, is the view's.
 */
import { annotate, type Annotation } from './describe.js';
import type { Engine, EngineInfo } from './engine.js';
import { classOf, type Painted, type Painting } from './painter.js';
import { isRendered, type Rendered } from './rendered.js';
import { SLICE, TextMapper, turn, type Place } from './text-map.js';
import type { Timing } from './view.js';

/** What an engine said of a text. */
interface Reading extends Annotation {
  text: string;
  date: string | undefined;
}

export class PageReader {
  readonly root: Element;
  readonly mapper: TextMapper;
  painter: Painting;
  /** Does what may change the page, so that no observer takes it for a change of the page. */
  unseen = (work: () => void): void => work();
  info: EngineInfo = { title: '', checked: '', entityCount: 0, nameCount: 0 };
  /** What was read last; undefined where the engine has to be asked again. */
  last: Reading | undefined;
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
    const reading = same ? last : { ...(await annotate(this.#engine, text, date)), text, date };
    const info = await this.#engine.info();
    const annotated = performance.now();
    if (annotated - mapped > SLICE) await turn();
    if (round !== this.#round || this.signal.aborted) return false;

    this.info = info;
    this.last = reading;
    this.found = reading.mentions.flatMap((mention) => {
      const read = map.place(mention.start, mention.end);
      if (!read || this.#isStale(read) || this.muted.has(mention.entity)) return [];
      const place = this.painter.origin(read);
      return this.#isStale(place) ? [] : [{ mention, place, as: classOf(mention) }];
    });
    const known: Rendered = new Map();
    this.shown = this.found.filter(({ place }) => isRendered(place.startContainer, known));
    this.unseen(() => this.painter.paint(this.shown, this.mapper.trees));
    this.timing = {
      walk: mapped - begun,
      annotate: annotated - mapped,
      paint: performance.now() - annotated,
    };
    return true;
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
  }

  #isStale({ startContainer, endContainer }: Place): boolean {
    return this.stale.has(startContainer) || this.stale.has(endContainer);
  }
}
