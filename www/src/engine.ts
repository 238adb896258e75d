/** The one asynchronous interface behind which an engine runs, wherever that is. */
import type {
  Confidence,
  Conflict,
  EntityDetails,
  Form,
  Gazetteer,
  Kind,
  LoadOptions,
  PackSource,
} from './types.js';

/** A mention as engines give it: entities are indexes, valid until the next `load`. */
export interface EngineMention {
  start: number;
  end: number;
  entity: number;
  kind: Kind;
  form: Form;
  confidence: Confidence;
  why: string;
  candidates: { entity: number; why: string }[];
}

/** The mentions of a text with every entity that they name or could name, each once. */
export interface Reading {
  readonly mentions: EngineMention[];
  /** Engines may make them when they are first asked for; names can be lit before. */
  readonly entities: EntityDetails[];
}

/** What an engine has loaded. `checked` is the day on which the pack's facts were checked. */
export interface EngineInfo {
  title: string;
  checked: string;
  entityCount: number;
  nameCount: number;
}

/**
 * A running engine. Every failure is an `Error` with a `code`; searching itself never fails. Each call stands
 * alone: nothing of its answer need be handed back, so that an engine may be started anew between two calls.
 */
export interface Engine {
  /** What is loaded. */
  info(): Promise<EngineInfo>;
  /** Mentions in order and disjoint. Without a date the text is read at the pack's `checked` day. */
  annotate(text: string, date?: string): Promise<EngineMention[]>;
  /** Mentions and what is known of their entities, roles resolved at `date`, in one step. */
  read(text: string, date?: string): Promise<Reading>;
  /** What is known of the entity with an id, its role resolved at `date`. */
  entity(id: string, date?: string): Promise<EntityDetails | undefined>;
  /** Lays a pack or a gazetteer over what is loaded. Where it fails, what was loaded stays. */
  load(source: PackSource | Gazetteer, options?: LoadOptions): Promise<void>;
  /** The conflicts of what was loaded from number `first` on, each with all that lies beneath it. */
  conflicts(first: number): Promise<Conflict[]>;
  /** Ends the engine, and what is under way with an error of the code `disposed`. */
  dispose(): void;
}
