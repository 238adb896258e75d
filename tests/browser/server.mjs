/**
 * Serves what ships, and the tests' own small pages, to the browser under test:
 * `/site/demo/` the built demo page on a sub-path, `/package/` the built package,
 * `/cases/` the cases, `/seeds/` the seed article, `/pages/` the pages beside this file;
 * `/cut/` the built package as a connection gives it that breaks midway.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = {
  '/site/demo/': 'dist/demo',
  '/package/': 'dist/package',
  '/cut/': 'dist/package',
  '/cases/': 'tests/cases',
  '/seeds/': 'seeds',
  '/pages/': 'tests/browser/pages',
};
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.nlpack': 'application/octet-stream',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

function fileFor(path) {
  const prefix = Object.keys(FOLDERS).find((folder) => path.startsWith(folder));
  if (!prefix) return undefined;
  const within = normalize(decodeURIComponent(path.slice(prefix.length)) || 'index.html');
  const file = join(root, FOLDERS[prefix], within);
  return !within.startsWith('..') && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

createServer((request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  const file = fileFor(path);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const { size } = statSync(file);
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': 'no-store',
    // As hosts of packages have it: the package may be taken from another origin.
    ...(path.startsWith('/package/') && { 'access-control-allow-origin': '*' }),
  });
  if (path.startsWith('/cut/')) {
    const half = createReadStream(file, { end: size >> 1 });
    half.on('end', () => response.destroy()).pipe(response, { end: false });
  } else {
    createReadStream(file).pipe(response);
  }
}).listen(Number(process.env.PORT), '127.0.0.1');
