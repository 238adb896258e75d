/** The flat array in which mentions travel from the wasm module to whoever asked for them, and its reading. */
import type { Engine, EngineInfo, EngineMention, Reading } from './engine.js';
import { problem, type NamelightError } from './errors.js';
import type {
  Confidence,
  Conflict,
  EntityDetails,
  Form,
  Gazetteer,
  LoadOptions,
  PackSource,
} from './types.js';

/** The words for the numbers in the array, as the module that made it has them. */
export interface Names {
  forms: Form[];
  confidences: Confidence[];
  rules: string[];
}

/** What an engine found, not yet read. */
export interface Flat {
  words: Uint32Array;
  names: Names;
  /** Those of the mentions and their candidates, each once. */
  readonly entities: EntityDetails[];
}

/** An engine that gives its mentions unread as well, so that another thread may read them. */
export abstract class FlatEngine implements Engine {
  /** The mentions of a text, unread. */
  abstract flat(text: string, date: string | undefined, withEntities: boolean): Promise<Flat>;
  /** What is loaded. */
  abstract info(): Promise<EngineInfo>;
  abstract entity(id: string, date?: string): Promise<EntityDetails | undefined>;
  abstract load(source: PackSource | Gazetteer, options?: LoadOptions): Promise<void>;
  abstract conflicts(first: number): Promise<Conflict[]>;
  abstract dispose(): void;

  async annotate(text: string, date?: string): Promise<EngineMention[]> {
    return decode(await this.flat(text, date, false));
  }

  async read(text: string, date?: string): Promise<Reading> {
    const flat = await this.flat(text, date, true);
    return {
      mentions: decode(flat),
      get entities() {
        return flat.entities;
      },
    };
  }
}

/**
 * Reads `[count, stride, …mentions, …candidates]`. A mention's words: start, end, entity, form,
 * confidence, rule, position of its first candidate, number of candidates, whether it is a place; a candidate's:
 * entity, rule.
 */
function decode({ words, names: { forms, confidences, rules } }: Flat): EngineMention[] {
  const at = (position: number): number => words[position] ?? 0;
  const mentions: EngineMention[] = [];
  const stride = at(1);
  for (let mention = 2; mentions.length < at(0); mention += stride) {
    const candidates: EngineMention['candidates'] = [];
    const first = at(mention + 6);
    for (let candidate = first; candidate < first + 2 * at(mention + 7); candidate += 2) {
      candidates.push({ entity: at(candidate), why: rules[at(candidate + 1)] ?? '' });
    }
    mentions.push({
      start: at(mention),
      end: at(mention + 1),
      entity: at(mention + 2),
      kind: at(mention + 8) === 1 ? 'place' : 'actor',
      form: forms[at(mention + 3)] ?? 'name',
      confidence: confidences[at(mention + 4)] ?? 'ambiguous',
      why: rules[at(mention + 5)] ?? '',
      candidates,
    });
  }
  return mentions;
}

/** The indexes of the entities of all mentions and candidates in an array, each once. */
export function entitiesIn(words: Uint32Array): Set<number> {
  const [count = 0, stride = 0] = words;
  const end = 2 + count * stride;
  return new Set(words.filter((_, at) => (at < end ? (at - 4) % stride : (at - end) % 2) === 0));
}

/** What every call of an engine that was disposed fails with, wherever the engine ran. */
export const disposed = (): NamelightError => problem('disposed', 'the engine was disposed');
