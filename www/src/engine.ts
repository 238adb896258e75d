/** The one asynchronous interface behind which an engine runs, wherever that is. */
import type {
  Confidence,
  Conflict,
  EntityDetails,
  Form,
  Gazetteer,
  LoadOptions,
  PackSource,
} from './types.js';

/** A mention as engines give it: entities are indexes, valid until the next `load`. */
export interface EngineMention {
  start: number;
  end: number;
  entity: number;
  form: Form;
  confidence: Confidence;
  why: string;
  candidates: { entity: number; why: string }[];
}

/** What an engine has loaded. `checked` is the day on which the pack's facts were checked. */
export interface EngineInfo {
  title: string;
  checked: string;
  entityCount: number;
  nameCount: number;
}

/** A running engine. Every failure is an `Error` with a `code`; searching itself never fails. */
export interface Engine {
  info(): Promise<EngineInfo>;
  /** Mentions in order and disjoint. Without a date the text is read at the pack's `checked` day. */
  annotate(text: string, date?: string): Promise<EngineMention[]>;
  /** Details in the order of `indexes`, roles resolved at `date`. */
  entities(indexes: readonly number[], date?: string): Promise<EntityDetails[]>;
  indexOf(id: string): Promise<number | undefined>;
  /** Lays a pack or a gazetteer over what is loaded. Where it fails, what was loaded stays. */
  load(source: PackSource | Gazetteer, options?: LoadOptions): Promise<void>;
  /** The conflicts of what was loaded from number `first` on, each with all that lies beneath it. */
  conflicts(first: number): Promise<Conflict[]>;
  dispose(): void;
}
