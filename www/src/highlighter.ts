/** The façade: one engine, any number of texts and views. */
import { annotationOf } from './describe.js';
import type { Engine, EngineInfo } from './engine.js';
import type { LocalEngineOptions } from './local-engine.js';
import { FirstHighlights, hasHighlights } from './first-highlights.js';
import { PageStyles } from './highlight-styles.js';
import type { FirstPainter } from './painter.js';
import { PageReader } from './reader.js';
import type { Strings } from './strings.js';
import type {
  Conflict,
  EntityDetails,
  Gazetteer,
  LoadOptions,
  Mention,
  PackSource,
} from './types.js';
import type { View } from './view.js';

export interface HighlighterOptions extends LocalEngineOptions {
  /** An engine to use instead of one in this thread; the highlighter disposes it. */
  engine?: Engine | Promise<Engine>;
  /** True runs the engine in a worker, where a policy and the page's origin allow one. */
  worker?: boolean;
  /** Replaces the wording of the card. */
  strings?: Partial<Strings>;
}

/** How one root is lit. */
export interface HighlightOptions {
  /** The day the text was written, `YYYY-MM-DD`; the pack's `checked` day when left out. */
  date?: string;
  /** False leaves out the card, and with it the download of its code. */
  card?: boolean;
  /**
   * How names are shown: with highlights, which leave the page's DOM alone, or wrapped in elements. When left
   * out, with highlights where the browser has them and no `links` are asked for.
   */
  painter?: 'highlight' | 'wrap';
  /** Makes each name that is certain a link to read on, for which names are wrapped. */
  links?: boolean;
  /** False leaves names as they were found when the page changes, until `view.refresh()`. */
  observe?: boolean;
  /** Disposes the view. */
  signal?: AbortSignal;
}

/** One engine with all that it has loaded, for any number of texts and roots. */
export interface Highlighter {
  /** What is loaded, once it is; rejects with the reason when the engine could not start. */
  readonly ready: Promise<EngineInfo>;
  /** The mentions in a text, in order and disjoint; roles are those of `date`. */
  annotate(text: string, options?: { date?: string }): Promise<Mention[]>;
  /** Paints the names under `root`; the view says what was found. */
  highlight(root: Element, options?: HighlightOptions): Promise<View>;
  /** All that is known of an entity, with its role on `date`; undefined where nothing has the id. */
  entity(id: string, options?: { date?: string }): Promise<EntityDetails | undefined>;
  /**
   * Lays a pack or a gazetteer over what is loaded and repaints all views. Where it fails, what was
   * loaded stays.
   */
  load(packOrGazetteer: PackSource | Gazetteer, options?: LoadOptions): Promise<void>;
  /**
   * Where what was loaded meets what lies beneath it, from number `first` on; the lowest is 0, and
   * without `first` only that is spared.
   */
  conflicts(first?: number): Promise<Conflict[]>;
  /** Disposes every view and ends the engine. */
  dispose(): void;
}

/** Makes a highlighter and starts its engine; without options, with the base pack of the package. */
export function createHighlighter(options: HighlighterOptions = {}): Highlighter {
  return new LocalHighlighter(options);
}

class LocalHighlighter implements Highlighter {
  readonly ready: Promise<EngineInfo>;
  readonly #engine: Promise<Engine>;
  readonly #strings: Partial<Strings>;
  readonly #views = new Set<View>();
  readonly #end = new AbortController();
  #loads = 0;

  constructor({ engine, worker = false, strings = {}, ...options }: HighlighterOptions) {
    this.#engine = Promise.resolve(engine ?? startEngine(options, worker));
    this.#strings = strings;
    this.ready = this.#engine.then((started) => started.info());
    // Whoever calls a method learns of a failed start there; `ready` need not be watched as well.
    this.ready.catch(() => undefined);
  }

  async annotate(text: string, { date }: { date?: string } = {}): Promise<Mention[]> {
    return annotationOf(await (await this.#engine).read(text, date), text).mentions;
  }

  async highlight(root: Element, options: HighlightOptions = {}): Promise<View> {
    const { date, card = true, observe = true, signal } = options;
    const engine = await this.#engine;
    const first = await painterFor(root, options);
    const reader = new PageReader(engine, first, root);
    const end = (): void => reader.dispose();
    this.#end.signal.addEventListener('abort', end, { signal: reader.signal });
    signal?.addEventListener('abort', end, { signal: reader.signal });
    try {
      signal?.throwIfAborted();
      const loads = this.#loads;
      await reader.read(date);
      const { PageView } = await import('./live.js');
      const painter = await first.complete((work) => reader.unseen(work));
      const view = new PageView(reader, painter, date, observe);
      this.#views.add(view);
      view.addEventListener('dispose', () => this.#views.delete(view));
      if (loads !== this.#loads) await view.refresh();
      if (card) {
        const { attachCard } = await import('./card.js');
        if (!reader.signal.aborted) attachCard(view, this.#strings);
      }
      signal?.throwIfAborted();
      return view;
    } catch (cause) {
      end();
      throw cause;
    }
  }

  async entity(id: string, { date }: { date?: string } = {}): Promise<EntityDetails | undefined> {
    return (await this.#engine).entity(id, date);
  }

  async load(packOrGazetteer: PackSource | Gazetteer, options?: LoadOptions): Promise<void> {
    await (await this.#engine).load(packOrGazetteer, options);
    this.#loads += 1;
    await Promise.all([...this.#views].map((view) => view.refresh()));
  }

  async conflicts(first = 1): Promise<Conflict[]> {
    return (await this.#engine).conflicts(first);
  }

  dispose(): void {
    this.#end.abort();
    this.#engine.then(
      (engine) => engine.dispose(),
      () => undefined,
    );
  }
}

/** Wrapping is a file of its own, as few pages need it. */
async function painterFor(
  root: Element,
  { links = false, painter = links || !hasHighlights() ? 'wrap' : 'highlight' }: HighlightOptions,
): Promise<FirstPainter> {
  if (painter === 'highlight') return new FirstHighlights();
  const { WrappingPainter } = await import('./wrapping-painter.js');
  return new WrappingPainter(root, links, PageStyles);
}

/** The engine's code is a file of its own, so that whoever brings an engine does not load it. */
async function startEngine(options: LocalEngineOptions, worker: boolean): Promise<Engine> {
  if (worker) return (await import('./worker-engine.js')).createWorkerEngine(options);
  return (await import('./local-engine.js')).createLocalEngine(options);
}
