/**
 * What the page shows at this moment: the text and its date, the mentions found in it, the gazetteers laid over the
 * base pack, and which mention is current. Every part of the page reads its snapshots and asks it for changes; none
 * of them knows another.
 */
import type {
  CastMember,
  EngineInfo,
  EntityDetails,
  Gazetteer,
  Highlighter,
  Mention,
  SelectOptions,
  Timing,
  View,
} from 'namelight';
import type { Story } from './story.js';
import { turn } from './turn.js';

/** A gazetteer of the reader's, laid over the base pack. */
export interface Overlay {
  readonly id: string;
  readonly title: string;
  readonly source: Uint8Array<ArrayBuffer> | Gazetteer;
}

/** One moment of the page; never changed, only replaced. What was not found anew is the same object as before. */
export interface PageState {
  readonly phase: 'starting' | 'read' | 'failed';
  readonly story: Story;
  /** The day as of which `mentions` and `entities` were read. */
  readonly date: string;
  /** What is loaded; undefined until it is. */
  readonly info: EngineInfo | undefined;
  /** The haystack: mentions count its UTF-16 code units. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Actors and places in the order of their first mention, with their positions in `mentions`. */
  readonly entities: readonly CastMember[];
  readonly timing: Timing | undefined;
  /** The lowest first. */
  readonly overlays: readonly Overlay[];
  /** The position of the current mention in `mentions`, or null. */
  readonly selected: number | null;
  /** What went wrong last, with the text or the engine. */
  readonly error: unknown;
}

/** Called after each change with the new state and the one before. */
export type Listener = (state: PageState, before: PageState) => void;

/** What the model needs of its page. */
export interface ModelParts {
  /** The element whose text is read. */
  root: Element;
  /** The text that is in it from the beginning. */
  story: Story;
  /** Starts an engine with the base pack, in this thread, which is soonest ready, or in a worker. */
  createHighlighter(where: { worker: boolean }): Highlighter;
}

/** Puts a text into the root; it may take several turns, and stops when the signal is aborted. */
export type Place = (signal: AbortSignal) => Promise<void> | void;

export class PageModel {
  readonly #parts: ModelParts;
  readonly #listeners = new Set<Listener>();
  #state: PageState;
  #highlighter: Highlighter;
  /** Once a long text was read, the engine stays in a worker. */
  #worker = false;
  #view: View | undefined;
  /** Ends what the last text began. */
  #reading = new AbortController();
  /** The date asked for last; several at once are one reading. */
  #wanted: string | undefined;

  constructor(parts: ModelParts) {
    this.#parts = parts;
    this.#highlighter = parts.createHighlighter({ worker: false });
    this.#state = {
      phase: 'starting',
      story: parts.story,
      date: parts.story.written,
      info: undefined,
      text: '',
      mentions: [],
      entities: [],
      timing: undefined,
      overlays: [],
      selected: null,
      error: undefined,
    };
  }

  get state(): PageState {
    return this.#state;
  }

  /** The highlighter with all overlays; another one after one was taken away or replaced, and from the first long text on. */
  get highlighter(): Highlighter {
    return this.#highlighter;
  }

  /** The view of the text; another one for each text. */
  get view(): View | undefined {
    return this.#view;
  }

  /** Tells of every change until it is disposed. */
  subscribe(listener: Listener): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  /** An entity of the text, its role as of the state's date. */
  entity(id: string): EntityDetails | undefined {
    return this.#view?.entity(id);
  }

  /** Reads a text, as of the day it was written unless told otherwise. Opening another one ends this. */
  async open(story: Story, place: Place = () => undefined, date = story.written): Promise<void> {
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    this.#wanted = undefined;
    this.#view?.dispose();
    this.#view = undefined;
    this.#set({ phase: 'starting', story, date, text: '', mentions: [], entities: [], selected: null, error: undefined });
    await place(signal);
    if (signal.aborted) return;
    if (!story.long || this.#worker) return this.#read(date, signal);
    this.#worker = true;
    await this.#restart(this.#state.overlays);
  }

  /** Reads the text as of another day. */
  async setDate(date: string): Promise<void> {
    const busy = this.#wanted !== undefined;
    this.#wanted = date;
    if (busy) return;
    const { signal } = this.#reading;
    while (this.#view && this.#wanted !== this.#state.date && !signal.aborted) {
      await this.#view.asOf(this.#wanted);
    }
    if (!signal.aborted) this.#wanted = undefined;
  }

  /** Makes the mention at a position of `state.mentions` current, or none. */
  select(index: number | null, options?: SelectOptions): void {
    this.#view?.select(index, options);
  }

  /**
   * Lays an overlay over all others, or in place of the one with the same id. Fails with the engine's reason where it
   * is refused; then all is as it was.
   */
  async lay(overlay: Overlay): Promise<void> {
    const { overlays } = this.#state;
    if (overlays.some(({ id }) => id === overlay.id)) {
      return this.#restart(overlays.map((other) => (other.id === overlay.id ? overlay : other)));
    }
    const highlighter = this.#highlighter;
    await highlighter.load(overlay.source);
    this.#set({ overlays: [...overlays, overlay], info: await highlighter.ready });
  }

  /** Takes an overlay away. */
  async lift(id: string): Promise<void> {
    await this.#restart(this.#state.overlays.filter((overlay) => overlay.id !== id));
  }

  /** What is loaded cannot be unloaded: an engine with the rest takes the place of the one that was. */
  async #restart(overlays: readonly Overlay[]): Promise<void> {
    const highlighter = this.#parts.createHighlighter({ worker: this.#worker });
    try {
      for (const { source } of overlays) await highlighter.load(source);
    } catch (cause) {
      highlighter.dispose();
      throw cause;
    }
    const { date } = this.#state;
    const before = this.#highlighter;
    this.#highlighter = highlighter;
    this.#set({ overlays });
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#wanted = undefined;
    await this.#read(date, this.#reading.signal);
    before.dispose();
  }

  async #read(date: string, signal: AbortSignal): Promise<void> {
    try {
      const view = await this.#highlighter.highlight(this.#parts.root, { date });
      // To tell all others of thousands of mentions is work of its own.
      if (this.#state.story.long) await turn();
      if (signal.aborted) return view.dispose();
      signal.addEventListener('abort', () => view.dispose());
      this.#view = view;
      view.addEventListener('annotate', () => this.#set(found(view)), { signal });
      view.addEventListener('select', ({ detail }) => this.#set({ selected: detail.index }), { signal });
      this.#set({ phase: 'read', ...found(view) });
    } catch (error) {
      if (!signal.aborted) this.#set({ phase: 'failed', error });
    }
  }

  #set(change: Partial<PageState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    for (const listener of [...this.#listeners]) listener(this.#state, before);
  }
}

function found({ date, info, text, mentions, entities, timing, current }: View): Partial<PageState> {
  return { ...(date ? { date } : {}), info, text, mentions, entities, timing, selected: current };
}
