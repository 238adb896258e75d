/**
 * The package in Node: as elsewhere, but files are read from the disk, which Node's `fetch` does not do. Only the
 * engine is of use without a DOM: `annotate`, `entity`, `load`.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { wasmAddress } from './assets.js';
import {
  createHighlighter as createFrom,
  type Engine,
  type Highlighter,
  type HighlighterOptions,
  type WasmSource,
} from './index.js';
import { startEngine } from './local-engine.js';

export type * from './index.js';

/** As in a browser; addresses may be `file:` addresses as well. */
export function createHighlighter({ engine, ...options }: HighlighterOptions = {}): Highlighter {
  return createFrom({ ...options, engine: engine ?? nodeEngine(options) });
}

const nodeEngine = ({ wasm = wasmAddress(), ...options }: HighlighterOptions): Promise<Engine> =>
  startEngine(options, moduleAt(wasm), open);

async function moduleAt(wasm: WasmSource): Promise<WasmSource> {
  const file = typeof wasm === 'string' || wasm instanceof URL ? fileOf(wasm) : undefined;
  return file ? readFile(file) : wasm;
}

/** Asks for an address, of a file as of another; a file comes in pieces too. */
async function open(address: string | Request, signal: AbortSignal): Promise<Response> {
  const file = typeof address === 'string' ? fileOf(address) : undefined;
  if (!file) return fetch(address, { signal });
  const { size } = await stat(file);
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(body, { headers: { 'content-length': String(size) } });
}

function fileOf(address: string | URL): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'file:' ? url : undefined;
}
