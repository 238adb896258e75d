/** Which painted range lies under a point of the viewport. */

import type { Tree } from './walk.js';

/** `highlightsFromPoint` is not in every browser that paints highlights. */
interface PointedRegistry {
  highlightsFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots?: ShadowRoot[] },
  ) => { ranges: AbstractRange[] }[];
}

/** The number of the range at a point, or undefined. `numbers` knows all ranges that count. */
export function rangeAt(
  x: number,
  y: number,
  numbers: ReadonlyMap<AbstractRange, number>,
  trees: Iterable<Tree>,
): number | undefined {
  const all = new Set(trees);
  const frame = frameAt(x, y, all);
  const tree = frame?.contentDocument ?? document;
  const origin = originOf(tree);
  return rangeIn(tree, x - origin.x, y - origin.y, numbers, all);
}

/** Where the viewport of a document begins in that of the page: elsewhere where it is shown in a frame. */
export function originOf(tree: Document | null): { x: number; y: number } {
  const frame = tree === document ? null : tree?.defaultView?.frameElement;
  if (!frame) return { x: 0, y: 0 };
  const outer = originOf(frame.ownerDocument);
  const { left, top } = frame.getBoundingClientRect();
  return { x: outer.x + left + frame.clientLeft, y: outer.y + top + frame.clientTop };
}

/** The frame at a point, if its document is one of the trees. */
function frameAt(x: number, y: number, trees: ReadonlySet<Tree>): HTMLIFrameElement | undefined {
  let element = document.elementFromPoint(x, y);
  for (let root = element?.shadowRoot; root && trees.has(root); root = element?.shadowRoot) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  const { contentDocument } = (element ?? {}) as Partial<HTMLIFrameElement>;
  return contentDocument && trees.has(contentDocument) ? (element as HTMLIFrameElement) : undefined;
}

function rangeIn(
  page: Document,
  x: number,
  y: number,
  numbers: ReadonlyMap<AbstractRange, number>,
  trees: ReadonlySet<Tree>,
): number | undefined {
  const shadowRoots = [...trees].filter((tree) => tree instanceof ShadowRoot);
  const { CSS: css } = (page.defaultView ?? window) as typeof globalThis & Window;
  const registry = css.highlights as PointedRegistry;
  if (registry.highlightsFromPoint) {
    const found = registry.highlightsFromPoint(x, y, { shadowRoots });
    const ranges = found.flatMap((highlight) => highlight.ranges);
    return ranges.map((range) => numbers.get(range)).find((number) => number !== undefined);
  }
  const caret = page.caretPositionFromPoint(x, y, { shadowRoots });
  if (!caret) return undefined;
  for (const [range, number] of numbers) {
    if (holds(range, caret.offsetNode, caret.offset) && covers(range, x, y)) return number;
  }
  return undefined;
}

function holds(range: AbstractRange, node: Node, offset: number): boolean {
  if (range.startContainer.getRootNode() !== node.getRootNode()) return false;
  return liveRange(range).comparePoint(node, offset) === 0;
}

/** The caret falls on the nearest letter, however far: what was painted decides. */
function covers(range: AbstractRange, x: number, y: number): boolean {
  return [...liveRange(range).getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

/**
 * A live copy of a range in text, for measuring; where the text is shorter by now, it ends with it. Keep it no
 * longer than needed: live ranges cost the page.
 */
export function liveRange({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: Omit<AbstractRange, 'collapsed'>): Range {
  const range = (startContainer.ownerDocument ?? document).createRange();
  range.setStart(startContainer, Math.min(startOffset, (startContainer as Text).length));
  range.setEnd(endContainer, Math.min(endOffset, (endContainer as Text).length));
  return range;
}

/** Where a range is in the viewport of the page, also when it is in a frame. */
export function rectOf(range: AbstractRange): DOMRect {
  const { x, y, width, height } = liveRange(range).getBoundingClientRect();
  const origin = originOf(range.startContainer.ownerDocument);
  return new DOMRect(x + origin.x, y + origin.y, width, height);
}
