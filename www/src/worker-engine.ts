/** An engine in a worker of its own: nothing but the reading of what it finds is done in this thread. */
import { basePackAddress, wasmAddress } from './assets.js';
import type { Engine } from './engine.js';
import { problem, type NamelightError } from './errors.js';
import type { LocalEngineOptions } from './local-engine.js';
import { connectEngine } from './port-client.js';
import type { WebPort } from './port.js';
import type { WasmSource } from './wasm-module.js';

export interface WorkerEngineOptions extends LocalEngineOptions {
  /** The worker to run in, made of the package's `worker.js`; the engine ends it. */
  worker?: Worker;
}

/**
 * Starts an engine in a worker, which fetches and compiles the module and fetches the pack by itself. Disposing
 * the engine ends the worker.
 */
export async function createWorkerEngine({
  pack = basePackAddress(),
  wasm = wasmAddress(),
  worker = startWorker(),
  ...options
}: WorkerEngineOptions = {}): Promise<Engine> {
  const engine = connectEngine(portOf(worker));
  try {
    worker.postMessage({ wasm: await sendable(wasm) });
    await engine.load(pack, options);
  } catch (cause) {
    engine.dispose();
    throw (cause as NamelightError).code === 'engine-gone' ? refused(cause) : cause;
  }
  return engine;
}

/** A port whose closing ends the worker. */
const portOf = (worker: Worker): WebPort => ({
  postMessage: (message, transfer) => worker.postMessage(message, transfer),
  addEventListener: (type, listener) => worker.addEventListener(type, listener),
  removeEventListener: (type, listener) => worker.removeEventListener(type, listener),
  close: () => worker.terminate(),
});

/** Written as bundlers look for it. */
function startWorker(): Worker {
  try {
    return new Worker(new URL('./worker.js', import.meta.url), {
      type: 'module',
      name: 'namelight',
    });
  } catch (cause) {
    throw refused(cause);
  }
}

/** The module as a worker takes it; an address is meant from here. */
async function sendable(wasm: WasmSource): Promise<WasmSource> {
  if (wasm instanceof Response) {
    if (wasm.ok) return wasm.arrayBuffer();
    throw problem('wasm-unreachable', `the engine could not be fetched: HTTP status ${wasm.status}`);
  }
  return typeof wasm === 'string' || wasm instanceof URL ? new Request(wasm).url : wasm;
}

function refused(cause: unknown): Error {
  const hint =
    "its file must be reachable at the page's own origin, and a content security policy needs 'self' in worker-src";
  return problem('worker-refused', `the engine's worker could not be started: ${hint}`, cause);
}
