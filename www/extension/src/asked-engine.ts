/**
 * The engine with a question that only readers ask: who or what could this be? Somebody who looks up "Biden" gives
 * nothing but the name, and a short form needs more than that in an article.
 */
import type { Engine as WasmModule } from '../../generated/namelight.js';
import { entitiesIn } from '../../src/flat.js';
import type { EntityDetails } from '../../src/types.js';
import { WasmEngine } from '../../src/wasm-engine.js';

export class AskedEngine extends WasmEngine {
  /** What a text names comes first, then what its other surface forms could name. Capitals may be missing. */
  async named(text: string): Promise<EntityDetails[]> {
    const { wasm } = await this.ready();
    for (const written of spellings(text)) {
      const indexes = [...namedIn(wasm, written)];
      if (indexes.length > 0) return indexes.map((index) => wasm.entity(index) as EntityDetails);
    }
    return [];
  }
}

/** As it stands; else as names are written, and as abbreviations are. */
const spellings = (text: string): string[] => [
  text,
  text.replaceAll(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, (letter) => letter.toUpperCase()),
  text.toUpperCase(),
];

/** The indexes of the entities, each once. A surface form within a longer name that was found says nothing. */
function namedIn(wasm: WasmModule, text: string): Set<number> {
  const mentions = wasm.annotate(text);
  const found = records(mentions);
  const isWithin = ({ start, end }: Found): boolean =>
    found.some((name) => name.start <= start && end <= name.end && end - start < name.end - name.start);
  const others = records(wasm.candidates(text)).filter((form) => !isWithin(form));
  return new Set([...entitiesIn(mentions), ...others.map(({ entity }) => entity)]);
}

interface Found {
  start: number;
  end: number;
  entity: number;
}

/** Reads `[count, stride, …]`, of which every record begins with start, end and entity. */
function records(words: Uint32Array): Found[] {
  const [count = 0, stride = 0] = words;
  return Array.from({ length: count }, (_, number) => {
    const [start = 0, end = 0, entity = 0] = words.subarray(2 + number * stride);
    return { start, end, entity };
  });
}
