/**
 * Text like a day's news: articles of the sentences in `benches/news.txt`, each with a cast of its own of places,
 * people and bodies. Of these some are in the smallest gazetteer, some in the larger ones only, and some in none.
 */
import { chance } from './chance.mjs';

const LENGTH = 1_000_000;

const ARTICLE = { paragraphs: 12, sentences: 3 };

/** How many of each kind an article is about. */
const CAST = { place: 6, person: 5, body: 4 };

/** Of a hundred in a cast, how many are taken from each of the pools: from the smallest gazetteer to none. */
const FAME = [40, 25, 20, 15];

const PLACES = ['country', 'region', 'admin', 'city', 'district', 'site', 'water'];

/** `pools`: lists of `{ text, type }`, best known first. */
export function writeNews(sentences, pools) {
  const random = chance(7);
  const known = pools.map((pool) =>
    Object.fromEntries(Object.keys(CAST).map((kind) => [kind, pool.filter((name) => kindOf(name) === kind)])),
  );
  const articles = [];
  for (let length = 0; length < LENGTH; length += articles.at(-1).length) {
    articles.push(article());
  }
  return articles.join('');

  function article() {
    const cast = Object.fromEntries(
      Object.entries(CAST).map(([kind, count]) => [kind, Array.from({ length: count }, () => member(kind))]),
    );
    const introduced = new Set();
    const paragraph = () =>
      Array.from({ length: ARTICLE.sentences }, () => random.pick(sentences))
        .join(' ')
        .replace(/\{(\w+)\}/g, (_, kind) => called(random.pick(cast[kind]), kind, introduced));
    return Array.from({ length: ARTICLE.paragraphs }, () => `${paragraph()}\n\n`).join('');
  }

  function member(kind) {
    let draw = random.below(100);
    const pool = FAME.findIndex((share) => (draw -= share) < 0);
    return random.pick(known[pool][kind]).text;
  }

  /** People are called by their last name from the second time on, as often as not. */
  function called(name, kind, introduced) {
    const isNew = !introduced.has(name);
    introduced.add(name);
    return kind !== 'person' || isNew || random.below(2) ? name : name.split(' ').at(-1);
  }
}

function kindOf({ type }) {
  if (type === 'person') return 'person';
  return PLACES.includes(type) ? 'place' : 'body';
}
