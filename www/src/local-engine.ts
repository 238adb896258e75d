/** An engine in this thread, with the module and the pack that ship beside the package unless others are given. */
import { basePackAddress, wasmAddress } from './assets.js';
import type { FlatEngine } from './flat.js';
import type { Gazetteer, LoadOptions, PackSource } from './types.js';
import { WasmEngine, type Open } from './wasm-engine.js';
import { startWasm, type WasmSource } from './wasm-module.js';

export interface LocalEngineOptions extends LoadOptions {
  /** What to load first; the base pack that ships in the package when left out. */
  pack?: PackSource | Gazetteer;
  wasm?: WasmSource;
}

/** Starts an engine in this thread. The wasm module and the pack are fetched side by side. */
export function createLocalEngine(options: LocalEngineOptions = {}): Promise<FlatEngine> {
  return startEngine(options, options.wasm ?? wasmAddress());
}

/** Starts an engine with a module that may still be on its way; `open` asks for addresses. */
export async function startEngine(
  { pack = basePackAddress(), ...options }: LocalEngineOptions,
  wasm: WasmSource | Promise<WasmSource>,
  open?: Open,
): Promise<FlatEngine> {
  const engine = new WasmEngine(startWasm(wasm), open);
  await engine.load(pack, options).catch((cause: unknown) => {
    engine.dispose();
    throw cause;
  });
  return engine;
}
