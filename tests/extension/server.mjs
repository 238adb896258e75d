/**
 * Serves pages to the extension under test, all with a strict policy unless they say otherwise: `/article` the seed
 * article, `/long` a hundred kilobytes of it, and the pages beside this file. The same under any host name.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const SEED = readFileSync(at('../../seeds/000_815b1df0a53870d3.txt'), 'utf8');
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src *; base-uri 'none'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraphs = SEED.split('\n').filter((line) => line.trim() !== '');
const body = paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('\n');
const articleOf = (times) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>The seed article</title>
<meta property="article:published_time" content="2024-12-01T08:00:00Z">
</head>
<body><article id="article">${body.repeat(times)}</article></body>
</html>`;

function contentFor(path) {
  if (path.startsWith('/article')) return ['.html', articleOf(1)];
  if (path === '/long') return ['.html', articleOf(Math.ceil(100_000 / SEED.length))];
  const file = join(at('pages'), normalize(decodeURIComponent(path)));
  const isPage = file.startsWith(at('pages')) && existsSync(file) && extname(file) !== '';
  return isPage ? [extname(file), readFileSync(file)] : undefined;
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const content = contentFor(pathname);
  if (!content) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[content[0]] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    ...(!searchParams.has('open') && { 'content-security-policy': STRICT }),
  });
  response.end(content[1]);
}).listen(Number(process.env.PORT));
