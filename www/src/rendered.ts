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

/** The element in which text is shown: its slot, its parent or the host of its tree. */
export function shownIn({ assignedSlot, parentNode }: Text): Element | null {
  return assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : (parentNode as Element | null));
}

function isShown(element: Element): boolean {
  const { ownerDocument } = element;
  const frame = ownerDocument.defaultView?.frameElement;
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    getComputedStyle(element).contentVisibility !== 'hidden' &&
    (!frame || ownerDocument === document || isShown(frame))
  );
}
