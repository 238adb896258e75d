/** What the comparison is made on: gazetteers of all sizes, texts and pages, and what is to be found. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraphs, ROOT } from './input.mjs';
import { SIZES, inventNames } from './names.mjs';
import { expectations } from './reference.mjs';
import { writeGazetteers } from './gazetteers.mjs';
import { writeNews } from './news.mjs';

/** The pages by name: so much of the news is on each. */
const PAGES = { '8 KB': 8_000, '100 KB': 100_000, '1 MB': 1_000_000 };

/**
 * The gazetteers of `sizes`, with what is expected of each text; and the texts by name, those of the `pages` among
 * them: `{ path, bytes }`.
 */
export function gatherComparison({ longArticle, fewNames }, { sizes = SIZES, pages = Object.keys(PAGES) } = {}) {
  const sentences = paragraphs('benches/news.txt');
  const common = wordsInLowerCase([longArticle, fewNames, ...sentences]);
  const { names, unknown } = inventNames(common);
  const [small, middle] = SIZES;
  const pools = [names.slice(0, small), names.slice(small, middle), names.slice(middle), unknown];
  const news = writeNews(sentences, pools);
  const contents = {
    prose: fewNames,
    ...Object.fromEntries(pages.map((page) => [page, beginningOf(news, PAGES[page])])),
  };
  const gazetteers = writeGazetteers(names, sizes).map((gazetteer) => ({
    ...gazetteer,
    expected: mapValues(contents, (text) => expectations(text, gazetteer.names)),
  }));
  return { gazetteers, pages, texts: mapValues(contents, writeText) };
}

/** Whole paragraphs. */
const beginningOf = (text, length) =>
  text.length <= length ? text : text.slice(0, text.indexOf('\n\n', length - 400));

function writeText(text, name) {
  const path = `target/bench/${name.replace(' ', '-')}.txt`;
  mkdirSync(join(ROOT, 'target/bench'), { recursive: true });
  writeFileSync(join(ROOT, path), text);
  return { path, bytes: Buffer.byteLength(text) };
}

const wordsInLowerCase = (texts) => new Set(texts.join('\n').match(/(?<![\p{L}\p{M}])\p{Ll}+/gu));

export const mapValues = (object, map) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
