/**
 * The package with its wasm module inside the code, the entry `namelight/inline`, for bundlers that copy no files.
 * The pack still has an address, or is given.
 */
import module from 'namelight:module';
import {
  createHighlighter as createFrom,
  type Engine,
  type Highlighter,
  type HighlighterOptions,
} from './index.js';
import { startEngine } from './local-engine.js';

export type * from './index.js';

/** As in the main entry, but the wasm module is here already; without `pack`, the base pack is fetched. */
export function createHighlighter({ engine, ...options }: HighlighterOptions = {}): Highlighter {
  return createFrom({ ...options, engine: engine ?? inlineEngine(options) });
}

const inlineEngine = (options: HighlighterOptions): Promise<Engine> =>
  startEngine(options, options.wasm ?? unpacked());

/** The module's bytes: they stand here as gzip in base64, which is smaller. */
async function unpacked(): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(module), (character) => character.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(bytes).arrayBuffer();
}
