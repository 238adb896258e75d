/** The worker's side of an engine in a worker. Its first message says where the wasm module is; then it serves. */
import { serveEngine } from './port-server.js';
import type { WebPort } from './port.js';
import { WasmEngine } from './wasm-engine.js';
import { startWasm, type WasmSource } from './wasm-module.js';

const scope = globalThis as unknown as WebPort;

scope.addEventListener('message', begin);

function begin(event: Event): void {
  scope.removeEventListener('message', begin);
  const { wasm } = (event as MessageEvent<{ wasm: WasmSource }>).data;
  serveEngine(Promise.resolve(new WasmEngine(startWasm(wasm))), scope);
}
