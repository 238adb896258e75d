/** The engine in this thread: the wasm module's own, behind the asynchronous interface. */
import { Engine as WasmEngine } from '../generated/namelight.js';
import { basePackAddress } from './assets.js';
import type { Engine, EngineInfo, EngineMention } from './engine.js';
import { problem } from './errors.js';
import { decode, readNames } from './flat.js';
import type { Conflict, EntityDetails, Gazetteer, PackSource } from './types.js';
import { startWasm, type WasmSource } from './wasm-module.js';

export interface LocalEngineOptions {
  /** What to load first; the base pack that ships in the package when left out. */
  pack?: PackSource | Gazetteer;
  wasm?: WasmSource;
  /** Told of the pack's bytes as they come; `totalBytes` is 0 where the server does not say. */
  onProgress?: (loadedBytes: number, totalBytes: number) => void;
  /** Ends the loading with an error of the code `aborted`, whose `cause` is the signal's reason. */
  signal?: AbortSignal;
}

/** Starts an engine in this thread. The wasm module and the pack are fetched side by side. */
export async function createLocalEngine(options: LocalEngineOptions = {}): Promise<Engine> {
  const { wasm, pack = basePackAddress(), onProgress, signal } = options;
  const begun = begin(pack, signal);
  let engine: WasmEngine | undefined;
  try {
    await startWasm(wasm);
    signal?.throwIfAborted();
    engine = new WasmEngine();
    await load(engine, await begun, onProgress, signal);
    return new LocalEngine(engine);
  } catch (cause) {
    engine?.free();
    throw signal?.aborted ? problem('aborted', 'loading was stopped', signal.reason) : cause;
  }
}

/** A pack as the wasm module takes it, or undefined for a gazetteer. */
function packOf(
  source: PackSource | Gazetteer,
): string | Request | Response | Uint8Array | undefined {
  if (source instanceof URL) return source.href;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  const isPack =
    typeof source === 'string' ||
    source instanceof Request ||
    source instanceof Response ||
    source instanceof Uint8Array;
  return isPack ? source : undefined;
}

/** Asks for what has an address. Where that fails, the wasm module asks again and says what is wrong. */
async function begin(
  source: PackSource | Gazetteer,
  signal: AbortSignal | undefined,
): Promise<PackSource | Gazetteer> {
  const pack = packOf(source);
  if (typeof pack !== 'string' && !(pack instanceof Request)) return source;
  return fetch(pack, signal && { signal }).catch(() => source);
}

/** Lays a pack or a gazetteer over what is loaded. */
async function load(
  engine: WasmEngine,
  source: PackSource | Gazetteer,
  onProgress: LocalEngineOptions['onProgress'] | null = null,
  signal: AbortSignal | null = null,
): Promise<void> {
  const pack = packOf(source);
  if (pack === undefined) engine.load(source);
  else await engine.loadPack(pack, onProgress, signal);
}

class LocalEngine implements Engine {
  readonly #wasm: WasmEngine;
  readonly #names = readNames();

  constructor(wasm: WasmEngine) {
    this.#wasm = wasm;
  }

  async info(): Promise<EngineInfo> {
    const { title, checked, entityCount, nameCount } = this.#wasm;
    return { title, checked, entityCount, nameCount };
  }

  async annotate(text: string, date?: string): Promise<EngineMention[]> {
    return decode(this.#wasm.annotate(text, date), this.#names);
  }

  async entities(indexes: readonly number[], date?: string): Promise<EntityDetails[]> {
    return indexes.map((index) => this.#wasm.entity(index, date) as EntityDetails);
  }

  async indexOf(id: string): Promise<number | undefined> {
    return this.#wasm.indexOf(id);
  }

  async load(source: PackSource | Gazetteer): Promise<void> {
    await load(this.#wasm, source);
  }

  async conflicts(first: number): Promise<Conflict[]> {
    return this.#wasm.conflicts(first) as Conflict[];
  }

  dispose(): void {
    this.#wasm.free();
  }
}
