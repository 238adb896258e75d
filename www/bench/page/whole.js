/**
 * Lighting up a whole page, again and again: walk, search, paint and the frame. Beside the package stand the
 * floor (the package's own walk, and its ranges known beforehand), a bare walk with the same ranges, the
 * expression with the Highlight API, and mark.js with the expression. Each has an article of its own, so that
 * none meets what another left.
 */
import { createHighlighter } from '/dist/package/index.js';
import { mapText } from '/target/bench/text-map.js';
import { articleRoot, show, textNodes } from './article.js';
import { expressionOf } from './expression.js';
import { inTurn, timedWithFrame } from './time.js';

const ROUNDS = { warmUp: 8, rounds: 20 };

/** Milliseconds of each way, and of the parts of ours. */
export async function whole({ longArticle, date, names }) {
  const highlighter = createHighlighter();
  const expression = expressionOf(names);
  const root = articleRoot(longArticle);
  await show(root);
  const { mentions, sheets } = await lit(highlighter, root, date);
  const parts = [];

  /** Each paints its article and returns how to take that away again. */
  const ways = {
    namelight: async (own) => {
      const view = await highlighter.highlight(own, { date, card: false });
      parts.push(view.timing);
      return () => view.dispose();
    },
    floor: (own, known) => {
      mapText(own);
      return paint(known, sheets);
    },
    bare: (own, known) => {
      textNodes(own)
        .map((node) => node.data)
        .join('');
      return paint(known, sheets);
    },
    expression: (own) => paint(matches(own, expression), sheets),
    mark: (own) => {
      const mark = new globalThis.Mark(own);
      mark.markRegExp(expression);
      return () => mark.unmark();
    },
  };

  const prepared = Object.entries(ways).map(([name, way]) => [name, onItsOwn(way)]);
  const samples = await inTurn(Object.fromEntries(prepared), ROUNDS);
  return {
    samples,
    parts: parts.slice(-ROUNDS.rounds),
    nodes: textNodes(root).length,
    found: mentions.length,
    matched: matches(root, expression).length,
  };

  function onItsOwn(way) {
    const own = articleRoot(longArticle);
    const map = mapText(own);
    const known = mentions.map(({ start, end, as }) => ({ ...map.place(start, end), as }));
    return async () => {
      await show(own);
      let undo;
      const took = await timedWithFrame(async () => {
        undo = await way(own, known);
      });
      undo();
      return took;
    };
  }
}

/** What the package finds in the article, as spans of its haystack, and the style sheets it brings. */
async function lit(highlighter, root, date) {
  const view = await highlighter.highlight(root, { date, card: false });
  const sheets = [...document.adoptedStyleSheets];
  const mentions = view.mentions.map(({ start, end, kind, confidence }) => ({
    start,
    end,
    as: `namelight-${confidence === 'ambiguous' ? confidence : kind}`,
  }));
  view.dispose();
  return { mentions, sheets };
}

function paint(places, sheets) {
  document.adoptedStyleSheets = sheets;
  for (const place of places) {
    let highlight = CSS.highlights.get(place.as);
    if (!highlight) CSS.highlights.set(place.as, (highlight = new Highlight()));
    highlight.add(new StaticRange(place));
  }
  return () => {
    CSS.highlights.clear();
    document.adoptedStyleSheets = [];
  };
}

/** Where the expression matches in the joined text of an article, as places for static ranges. */
function matches(root, expression) {
  const nodes = textNodes(root);
  const starts = [];
  let length = 0;
  for (const node of nodes) {
    starts.push(length);
    length += node.data.length;
  }
  let number = 0;
  const at = (offset) => {
    while (number + 1 < nodes.length && starts[number + 1] <= offset) number += 1;
    return number;
  };
  return [...nodes.map((node) => node.data).join('').matchAll(expression)].map((match) => {
    const first = at(match.index);
    const end = match.index + match[0].length;
    const last = at(end - 1);
    return {
      as: 'namelight-actor',
      startContainer: nodes[first],
      startOffset: match.index - starts[first],
      endContainer: nodes[last],
      endOffset: end - starts[last],
    };
  });
}
