/** The bytes that a page fetches for a way of finding names, compressed with brotli. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ROOT } from './input.mjs';

/** What is the benchmark's own: it is fetched, too, and does not count. */
const OWN = /^(www\/bench\/|target\/bench\/(ways\/(namelight|candidates|floor)|walk)\.js|target\/bench\/.*\.txt)/;

/** Compressed already. */
const COMPRESSED = /\.nlpack$/;

const known = new Map();

/** `{ code, names }` of the files that a page has fetched, `names` being what the way is made from. */
export function shipped(paths, names) {
  const code = paths.map((path) => path.replace(/^\//, '')).filter((path) => path !== names && !OWN.test(path));
  return { code: code.reduce((sum, path) => sum + sizeOf(path), 0), names: sizeOf(names) };
}

function sizeOf(path) {
  if (!known.has(path)) {
    const bytes = readFileSync(join(ROOT, path));
    known.set(path, COMPRESSED.test(path) ? bytes.length : brotliCompressSync(bytes).length);
  }
  return known.get(path);
}
