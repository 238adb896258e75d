/** What the comparison is made on: gazetteers of all sizes, texts, and what is to be found. */
import { paragraphs } from './input.mjs';
import { SIZES, inventNames } from './names.mjs';
import { expectations } from './reference.mjs';
import { writeGazetteers } from './gazetteers.mjs';
import { writeNews } from './news.mjs';

/** The texts by name, and the gazetteers with what is expected of each text. */
export function gatherComparison({ longArticle, fewNames }) {
  const sentences = paragraphs('benches/news.txt');
  const common = wordsInLowerCase([longArticle, fewNames, ...sentences]);
  const { names, unknown } = inventNames(common);
  const [small, middle] = SIZES;
  const pools = [names.slice(0, small), names.slice(small, middle), names.slice(middle), unknown];
  const texts = { article: longArticle, prose: fewNames, news: writeNews(sentences, pools) };
  const gazetteers = writeGazetteers(names, SIZES).map((gazetteer) => ({
    ...gazetteer,
    expected: mapValues(texts, (text) => expectations(text, gazetteer.names)),
  }));
  return { gazetteers, texts };
}

const wordsInLowerCase = (texts) => new Set(texts.join('\n').match(/(?<![\p{L}\p{M}])\p{Ll}+/gu));

export const mapValues = (object, map) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
