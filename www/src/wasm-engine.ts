/** The engine in this thread: the wasm module's own, behind the asynchronous interface. */
import {
  confidenceNames,
  Engine as WasmModule,
  formNames,
  ruleNames,
} from '../generated/namelight.js';
import type { EngineInfo } from './engine.js';
import { disposed } from './errors.js';
import { entitiesIn, FlatEngine, type Flat, type Names } from './flat.js';
import type {
  Confidence,
  Conflict,
  EntityDetails,
  Form,
  Gazetteer,
  LoadOptions,
  PackSource,
} from './types.js';

/** Asks for what stands at an address. */
export type Open = (address: string | Request, signal: AbortSignal) => Promise<Response>;

const open: Open = (address, signal) => fetch(address, { signal });

interface Running {
  wasm: WasmModule;
  names: Names;
}

export class WasmEngine extends FlatEngine {
  readonly #running: Promise<Running>;
  readonly #open: Open;
  readonly #end = new AbortController();
  readonly #loads = new Set<Promise<void>>();

  /** Knows nothing yet. Calls wait for `started`, the start of the module, and fail where that does. */
  constructor(started: Promise<void>, opened: Open = open) {
    super();
    this.#open = opened;
    this.#running = started.then(() => ({ wasm: new WasmModule(), names: readNames() }));
    // Whoever calls a method learns of a failed start there.
    this.#running.catch(() => undefined);
  }

  async info(): Promise<EngineInfo> {
    const { title, checked, entityCount, nameCount } = await this.#wasm();
    return { title, checked, entityCount, nameCount };
  }

  async flat(text: string, date: string | undefined, withEntities: boolean): Promise<Flat> {
    const wasm = await this.#wasm();
    const { names } = await this.#running;
    const words = wasm.annotate(text, date);
    const indexes = withEntities ? [...entitiesIn(words)] : [];
    return { words, names, entities: indexes.map((index) => entity(wasm, index, date)) };
  }

  async entity(id: string, date?: string): Promise<EntityDetails | undefined> {
    const wasm = await this.#wasm();
    const index = wasm.indexOf(id);
    return index === undefined ? undefined : entity(wasm, index, date);
  }

  /** What has an address is asked for at once, also while the module is still on its way. */
  async load(source: PackSource | Gazetteer, options: LoadOptions = {}): Promise<void> {
    if (this.#end.signal.aborted) throw disposed();
    const loading = this.#load(source, options);
    this.#loads.add(loading);
    try {
      await loading;
    } catch (cause) {
      throw this.#end.signal.aborted ? disposed() : cause;
    } finally {
      this.#loads.delete(loading);
    }
  }

  async conflicts(first: number): Promise<Conflict[]> {
    return (await this.#wasm()).conflicts(first) as Conflict[];
  }

  /** The memory is given back once no loading is under way in it. */
  dispose(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    Promise.allSettled(this.#loads)
      .then(() => this.#running)
      .then(
        ({ wasm }) => wasm.free(),
        () => undefined,
      );
  }

  async #wasm(): Promise<WasmModule> {
    const { wasm } = await this.#running;
    if (this.#end.signal.aborted) throw disposed();
    return wasm;
  }

  async #load(
    source: PackSource | Gazetteer,
    { onProgress, signal }: LoadOptions,
  ): Promise<void> {
    const either = AbortSignal.any(signal ? [signal, this.#end.signal] : [this.#end.signal]);
    const begun = this.#begin(source, either);
    const wasm = await this.#wasm();
    const pack = packOf(await begun);
    if (pack === undefined) wasm.load(source);
    else await wasm.loadPack(pack, onProgress, either);
  }

  /** Asks for what has an address. Where that fails, the wasm module asks again and says what is wrong. */
  async #begin(
    source: PackSource | Gazetteer,
    signal: AbortSignal,
  ): Promise<PackSource | Gazetteer> {
    const pack = packOf(source);
    if (typeof pack !== 'string' && !(pack instanceof Request)) return source;
    return this.#open(pack, signal).catch(() => source);
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

const entity = (wasm: WasmModule, index: number, date: string | undefined): EntityDetails =>
  wasm.entity(index, date) as EntityDetails;

const readNames = (): Names => ({
  forms: formNames() as Form[],
  confidences: confidenceNames() as Confidence[],
  rules: ruleNames(),
});
