/**
 * What a page does around a matcher, shared by all that only find: it joins the text nodes, leaving out what is no
 * prose, and paints static ranges as one highlight.
 */

const LEFT_OUT = new Set(['SCRIPT', 'STYLE', 'TEXTAREA', 'CODE', 'PRE']);

const STYLES = '::highlight(found) { text-decoration: underline solid #a3341f 2px; text-underline-offset: 0.2em; }';

/** Finds with `find`, which gives spans `[start, end]`, and paints them; gives how many. */
export function lightSpans(root, find) {
  const { nodes, starts, text } = join(root);
  const ranges = find(text).map(([start, end]) => {
    const first = at(starts, start);
    const last = starts[first + 1] >= end ? first : at(starts, end - 1);
    return new StaticRange({
      startContainer: nodes[first],
      startOffset: start - starts[first],
      endContainer: nodes[last],
      endOffset: end - starts[last],
    });
  });
  adopt();
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set('found', highlight);
  return ranges.length;
}

function join(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  const starts = [];
  const parts = [];
  let length = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (LEFT_OUT.has(node.parentNode.nodeName)) continue;
    const { data } = node;
    nodes.push(node);
    starts.push(length);
    parts.push(data);
    length += data.length;
  }
  return { nodes, starts, text: parts.join('') };
}

/** The last of `starts` that is at or before `offset`. */
function at(starts, offset) {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function adopt() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets = [sheet];
}
