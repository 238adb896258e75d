/** Getting ready, once, in a page and a process that have done nothing before. */
import { articleRoot, show } from './article.js';
import { expressionOf, plainExpressionOf } from './expression.js';
import { timed, timedWithFrame } from './time.js';

const PACKAGE = '/dist/package/';

const bytesOf = async (file) => (await fetch(PACKAGE + file)).arrayBuffer();

/**
 * The package: module and pack from bytes to ready and to the first mentions, the pack alone, and the first
 * page. The engine runs the code that the browser compiles first, which is not yet optimised.
 */
export async function namelight({ article, longArticle, date }) {
  const { createHighlighter } = await import(`${PACKAGE}index.js`);
  // The highlighter loads it on demand: here it has arrived.
  await import(`${PACKAGE}local-engine.js`);
  const [wasm, pack] = await Promise.all([bytesOf('namelight_bg.wasm'), bytesOf('base.nlpack')]);
  let highlighter;
  const ready = await timed(() => {
    highlighter = createHighlighter({ wasm, pack });
    return highlighter.ready;
  });
  const first = await timed(() => highlighter.annotate(article, { date }));
  const packOnly = await timed(() => createHighlighter({ pack }).ready);
  const root = articleRoot(longArticle);
  await show(root);
  const page = await timedWithFrame(() => highlighter.highlight(root, { date, card: false }));
  return { ready, first: ready + first, packOnly, page };
}

/** The regular expressions from the names to the first matches. */
export async function tuned({ article, names }) {
  return timed(() => [...article.matchAll(expressionOf(names))]);
}

export async function plain({ article, names }) {
  return timed(() => [...article.matchAll(plainExpressionOf(names))]);
}
