/** The floor: the package's walk and what it paints at first, known beforehand. */
import { createHighlighter } from '/dist/package/index.js';
import { knownOf, lightKnown } from '/www/bench/page/floor-paint.js';

export const reads = 'pack';

let highlighter;
let known;

export async function build(pack) {
  highlighter = createHighlighter({ pack });
  await highlighter.ready;
}

/** Finds out what is to be painted on a page. */
export async function before(template) {
  known = await knownOf(highlighter, template);
}

export function light(root) {
  lightKnown(root, known);
  return known.first;
}
