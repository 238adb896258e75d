/** What a view is: the mentions in one root, painted, with at most one of them current. */
import type { EngineInfo } from './engine.js';
import type { EntityDetails, Mention } from './types.js';

/**
 * An entity on the page, with the positions in `view.mentions` at which it is mentioned. Mentions that the
 * text leaves open are in `view.mentions` only.
 */
export interface CastMember {
  entity: EntityDetails;
  mentions: number[];
}

/** Milliseconds that the last annotation took, by step. */
export interface Timing {
  walk: number;
  annotate: number;
  paint: number;
}

/** Why and how a mention becomes current. */
export interface SelectOptions {
  /** Bring it into view. */
  scroll?: boolean;
  /** Move the keyboard focus to it. */
  focus?: boolean;
  /** It is current only while the pointer rests on it. */
  passing?: boolean;
}

export interface Selection extends SelectOptions {
  /** The position in `view.mentions`, or null when none is current. */
  index: number | null;
}

/** What a view tells of, by the name to listen for. */
export interface ViewEvents {
  /** The mentions were found and painted anew. */
  annotate: CustomEvent<Timing>;
  select: CustomEvent<Selection>;
  dispose: Event;
}

/** The mentions in one root as they are painted; it ends with `dispose`. */
export interface View extends EventTarget {
  readonly root: Element;
  readonly info: EngineInfo;
  /** The text under the root, blocks separated by U+2029, as it was last read; mentions count its UTF-16 code units. */
  readonly text: string;
  /** How many mentions there are, known before anything is made of them. */
  readonly count: number;
  /** Made, as the entities are, when first asked for. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly CastMember[];
  readonly timing: Timing;
  /** The date at which roles are read, or undefined for the pack's `checked` day. */
  readonly date: string | undefined;
  /** The position of the current mention, or null. */
  readonly current: number | null;
  /** Makes the following or preceding mention current and brings it into view. */
  next(): Mention | undefined;
  /** The same, backwards. */
  previous(): Mention | undefined;
  /** Makes the mention at a position of `mentions` current, or none. */
  select(index: number | null, options?: SelectOptions): void;
  /** Reads the page as of another date; without one, as of the pack's `checked` day. */
  asOf(date?: string): Promise<void>;
  /** Finds and paints the mentions anew, for instance after the page has changed. */
  refresh(): Promise<void>;
  /** Entities that the reader has hidden on this page. */
  readonly muted: readonly { id: string; name: string }[];
  /** Hides an entity on this page and nowhere else, or with false shows it again. */
  mute(id: string, muted?: boolean): Promise<void>;
  /** An entity that a mention stands for, or could stand for. */
  entity(id: string): EntityDetails | undefined;
  /** Where the mention at a position of `mentions` stands in the page. */
  rangeOf(index: number): StaticRange | undefined;
  /** The mention painted at a point of the viewport. */
  mentionAt(x: number, y: number): number | undefined;
  addEventListener<K extends keyof ViewEvents>(
    type: K,
    listener: (event: ViewEvents[K]) => void,
    options?: AddEventListenerOptions | boolean,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
  /** Leaves the page as it was. */
  dispose(): void;
}
