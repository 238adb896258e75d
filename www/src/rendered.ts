/** Whether text is shown: on the screen or to be scrolled to, however far. */

/** What is known of elements; good for as long as nothing of the page changes. */
export type Rendered = Map<Element, boolean>;

export function isRendered(node: Text, known: Rendered): boolean {
  const element = shownIn(node);
  if (!element) return false;
  let rendered = known.get(element);
  if (rendered === undefined) known.set(element, (rendered = isShown(element)));
  return rendered;
}

/** The element in which a node is shown: its slot, its parent or the host of its tree. */
export function shownIn({ assignedSlot, parentNode }: Text | Element): Element | null {
  const isTree = parentNode?.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
  return assignedSlot ?? ((isTree ? (parentNode as ShadowRoot).host : parentNode) as Element | null);
}

function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true }) && !isShownWithoutBox(element)) return false;
  const closed = element.localName === 'details' && !(element as HTMLDetailsElement).open;
  // What an element says of its contents, it does not say of itself.
  if (closed || getComputedStyle(element).contentVisibility === 'hidden') return false;
  const { ownerDocument } = element;
  const frame = ownerDocument === document ? null : ownerDocument.defaultView?.frameElement;
  return !frame || isShown(frame);
}

/** An element without a box of its own is shown where its parent is. */
function isShownWithoutBox(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  const parent = shownIn(element);
  return display === 'contents' && visibility === 'visible' && parent !== null && isShown(parent);
}
