/** The start of the wasm module: fetched, compiled and instantiated once for all engines of a page. */
import { initSync } from '../generated/namelight.js';
import { problem } from './errors.js';

/** Where the wasm module comes from when it is not to be fetched from beside the package. */
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

let started: Promise<void> | undefined;

/** Starts the module unless that was done before; a failed start may be tried again. */
export function startWasm(source: WasmSource | Promise<WasmSource>): Promise<void> {
  started ??= instantiate(source).catch((cause: unknown) => {
    started = undefined;
    throw cause;
  });
  return started;
}

async function instantiate(source: WasmSource | Promise<WasmSource>): Promise<void> {
  if (typeof WebAssembly !== 'object') {
    throw problem('wasm-missing', 'this browser does not run WebAssembly');
  }
  try {
    initSync({ module: await compile(await source) });
  } catch (cause) {
    // What cannot be fetched, or not to its end, fails with a TypeError; WebAssembly has errors of its own.
    if (cause instanceof TypeError) {
      throw problem('wasm-unreachable', `the engine could not be fetched: ${cause.message}`, cause);
    }
    const hint = "a content security policy needs 'wasm-unsafe-eval' in script-src";
    throw problem('wasm-refused', `the engine could not be compiled: ${hint}`, cause);
  }
}

/** Compiles the module, streaming where it is served as WebAssembly. */
async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new TypeError(`HTTP status ${response.status}`);
  // Compiled while it comes, which browsers do only to what is served as WebAssembly.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
