/**
 * Draws what is shown of the results: the chart of `README.md`, for light and dark pages, and the tables of
 * `docs/speed.md`. By itself, draws again what was measured last.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chart, SCHEMES } from './chart.mjs';
import { ROOT } from './input.mjs';
import { RESULTS } from './results.mjs';
import { tables } from './tables.mjs';

const DOCUMENT = 'docs/speed.md';
const DRAWN = /(?<=<!-- drawn by `npm run bench:draw` -->\n)[^]*(?=<!-- until here -->)/;

export function draw() {
  const results = JSON.parse(readFileSync(join(ROOT, RESULTS), 'utf8'));
  for (const scheme of SCHEMES) {
    writeFileSync(join(ROOT, dirname(RESULTS), `pages-${scheme}.svg`), chart(results, scheme));
  }
  const text = readFileSync(join(ROOT, DOCUMENT), 'utf8');
  if (!DRAWN.test(text)) throw new Error(`${DOCUMENT} does not say where the tables go`);
  writeFileSync(join(ROOT, DOCUMENT), text.replace(DRAWN, () => `\n${tables(results)}\n\n`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) draw();
