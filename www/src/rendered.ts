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
function shownIn({ assignedSlot, parentNode }: Text | Element): Element | null {
  const isTree = parentNode?.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
  return assignedSlot ?? ((isTree ? (parentNode as ShadowRoot).host : parentNode) as Element | null);
}

function isShown(element: Element): boolean {
  const { visibility, contentVisibility } = getComputedStyle(element);
  const closed = element.localName === 'details' && !(element as HTMLDetailsElement).open;
  return visibility === 'visible' && contentVisibility !== 'hidden' && !closed && hasBox(element);
}

/** An element without a box of its own is shown where its parent is. */
function hasBox(element: Element): boolean {
  if (getComputedStyle(element).display === 'contents') {
    const parent = shownIn(element);
    return parent !== null && hasBox(parent);
  }
  const { ownerDocument } = element;
  const frame = ownerDocument === document ? null : ownerDocument.defaultView?.frameElement;
  return element.checkVisibility() && (!frame || hasBox(frame));
}
