/** Namelight's fold and search alone: the wasm module with its glue as they are. */
import start, { Engine } from '/www/generated/namelight.js';

export const reads = 'pack';

export const finds = 'cased';

let memory;

/** Fetches and starts the module, as the peers' code is loaded before they are measured. */
export async function prepare() {
  ({ memory } = await start({ module_or_path: '/www/generated/namelight_bg.wasm' }));
}

/** Bytes that are kept outside of JavaScript's heap. The module's memory never shrinks, so this is its peak, too. */
export const outside = () => memory.buffer.byteLength;

export async function build(pack) {
  const engine = new Engine();
  await engine.loadPack(pack);
  return (text) => engine.candidates(text);
}

/** The distinct spans of a flat array `[count, stride, start, end, …]`. */
export function spans(flat) {
  const [count, stride] = flat;
  const found = new Map();
  for (let at = 2; at < 2 + count * stride; at += stride) {
    const span = [flat[at], flat[at + 1]];
    found.set(`${span}`, span);
  }
  return [...found.values()];
}
