/**
 * The floor of lighting a page: the package's own walk with its own rules of what is skipped, and its own ranges, known
 * beforehand. There is no matching in it, and no mapping of what was found to the page.
 */
import { flatten, Walk } from '/target/bench/walk.js';
import { show } from './article.js';
import { light, litNow } from './first-names.js';

/**
 * What the package paints of copies of a root, as the numbers of text nodes with offsets; how much of it at `first`;
 * and its style sheets.
 */
export async function knownOf(highlighter, template, date) {
  const root = template.cloneNode(true);
  await show(root);
  let first;
  const view = await light(highlighter, root, { date }, () => {
    // Others follow in the same task.
    queueMicrotask(() => (first ??= litNow()));
  });
  const numbers = new Map(walked(root).nodes.map((node, number) => [node, number]));
  const places = view.mentions.map(({ kind, confidence }, index) => {
    const { startContainer, startOffset, endContainer, endOffset } = view.rangeOf(index);
    return {
      ...{ start: numbers.get(startContainer), startOffset },
      ...{ end: numbers.get(endContainer), endOffset },
      as: `namelight-${confidence === 'ambiguous' ? confidence : kind}`,
    };
  });
  const known = { places, first, sheets: [...document.adoptedStyleSheets] };
  view.dispose();
  return known;
}

/** Walks and paints so many of what is known; gives how to take that away. */
export function lightKnown(root, { places, first, sheets }, count = first) {
  const { nodes } = walked(root);
  document.adoptedStyleSheets = sheets;
  for (const { start, startOffset, end, endOffset, as } of places.slice(0, count)) {
    let highlight = CSS.highlights.get(as);
    if (!highlight) CSS.highlights.set(as, (highlight = new Highlight()));
    const place = { startContainer: nodes[start], startOffset, endContainer: nodes[end], endOffset };
    highlight.add(new StaticRange(place));
  }
  return clear;
}

export function clear() {
  CSS.highlights.clear();
  document.adoptedStyleSheets = [];
}

/** The haystack, and the text nodes in it. */
function walked(root) {
  const walk = new Walk(root, new WeakMap(), new Set());
  walk.run(Infinity);
  const nodes = [];
  collect(walk.section, nodes);
  return { text: flatten(walk.section).text, nodes };
}

function collect({ items }, nodes) {
  for (const item of items) {
    if (item instanceof Text) nodes.push(item);
    else if (item) collect(item, nodes);
  }
}
