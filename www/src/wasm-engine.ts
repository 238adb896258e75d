/** The engine in this thread: the wasm module's own, behind the asynchronous interface. */
import {
  confidenceNames,
  Engine as WasmModule,
  formNames,
  ruleNames,
} from '../generated/namelight.js';
import type { EngineInfo } from './engine.js';
import { disposed, entitiesIn, FlatEngine, type Flat, type Names } from './flat.js';
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

interface Running {
  wasm: WasmModule;
  names: Names;
}

export class WasmEngine extends FlatEngine {
  readonly #running: Promise<Running>;
  readonly #open: Open;
  readonly #end = new AbortController();
  /** Once nothing is being loaded. */
  #idle: Promise<unknown> = Promise.resolve();

  /** Knows nothing yet. Calls wait for `started`, the start of the module, and fail where that does. */
  constructor(
    started: Promise<void>,
    open: Open = (address, signal) => fetch(address, { signal }),
  ) {
    super();
    this.#open = open;
    this.#running = started.then(() => ({ wasm: new WasmModule(), names: readNames() }));
    // Whoever calls a method learns of a failed start there.
    this.#running.catch(() => undefined);
  }

  async info(): Promise<EngineInfo> {
    const { title, checked, entityCount, nameCount } = (await this.ready()).wasm;
    return { title, checked, entityCount, nameCount };
  }

  /** The entities are made when first asked for. */
  async flat(text: string, date: string | undefined): Promise<Flat> {
    const { wasm, names } = await this.ready();
    const words = wasm.annotate(text, date);
    const end = this.#end.signal;
    let made: EntityDetails[] | undefined;
    return {
      words,
      names,
      get entities() {
        if (!made && end.aborted) throw disposed();
        return (made ??= [...entitiesIn(words)].map((index) => entity(wasm, index, date)));
      },
    };
  }

  async entity(id: string, date?: string): Promise<EntityDetails | undefined> {
    const { wasm } = await this.ready();
    const index = wasm.indexOf(id);
    return index === undefined ? undefined : entity(wasm, index, date);
  }

  /** What has an address is asked for at once, also while the module is still on its way. */
  load(source: PackSource | Gazetteer, options: LoadOptions = {}): Promise<void> {
    const loading = this.#load(source, options).catch((cause: unknown) => {
      throw this.#end.signal.aborted ? disposed() : cause;
    });
    this.#idle = Promise.allSettled([this.#idle, loading]);
    return loading;
  }

  async conflicts(first: number): Promise<Conflict[]> {
    return (await this.ready()).wasm.conflicts(first) as Conflict[];
  }

  /** The memory is given back once no loading is under way in it. */
  dispose(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#idle
      .then(() => this.#running)
      .then(
        ({ wasm }) => wasm.free(),
        () => undefined,
      );
  }

  /**
   * The module, once it runs.
   * @internal
   */
  protected async ready(): Promise<Running> {
    const running = await this.#running;
    if (this.#end.signal.aborted) throw disposed();
    return running;
  }

  /** What cannot be fetched, the wasm module asks for again, and says what is wrong. */
  async #load(
    source: PackSource | Gazetteer,
    { onProgress, signal }: LoadOptions,
  ): Promise<void> {
    const end = this.#end.signal;
    const either = signal ? AbortSignal.any([signal, end]) : end;
    const pack = packOf(source);
    const asked = typeof pack === 'string' || pack instanceof Request;
    const begun = asked ? this.#open(pack, either).catch(() => pack) : pack;
    const { wasm } = await this.ready();
    if (begun === undefined) wasm.load(source);
    else await wasm.loadPack(await begun, onProgress, either);
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
    [Request, Response, Uint8Array].some((pack) => source instanceof pack);
  return isPack ? (source as string | Request | Response | Uint8Array) : undefined;
}

const entity = (wasm: WasmModule, index: number, date: string | undefined): EntityDetails =>
  wasm.entity(index, date) as EntityDetails;

const readNames = (): Names => ({
  forms: formNames() as Form[],
  confidences: confidenceNames() as Confidence[],
  rules: ruleNames(),
});
