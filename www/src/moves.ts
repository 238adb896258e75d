/** Tells when what stands beside a text may have to move: the page scrolls, is resized, or moves the text. */

/** Hundredths, so that a text of which a part is in sight is noticed to move as well. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

/** Calls `moved` at once, and then whenever `node` or the size of `beside` may have changed, until ended. */
export function watchMoves(node: Node, beside: Element, moved: () => void): () => void {
  const end = new AbortController();
  const options = { signal: end.signal, capture: true, passive: true };
  for (const tree of treesOf(node)) tree.addEventListener('scroll', moved, options);
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, moved, options);
  const sizes = new ResizeObserver(moved);
  sizes.observe(beside);
  const { parentElement } = node;
  if (parentElement) {
    sizes.observe(parentElement);
    watchPlace(parentElement, moved, end.signal);
  }
  moved();
  return () => {
    end.abort();
    sizes.disconnect();
  };
}

/** The trees around a node, up to the page's own document; events of scrolling do not leave theirs. */
function* treesOf(node: Node): Iterable<Node> {
  for (let at: Node | null | undefined = node; at; ) {
    const tree: Node = at.getRootNode();
    yield tree;
    at = (tree as ShadowRoot).host ?? (tree as Document).defaultView?.frameElement;
  }
}

/** Notices an element that was moved by others: it leaves the window that is laid closely around it. */
function watchPlace(element: Element, moved: () => void, signal: AbortSignal): void {
  const { ownerDocument: page } = element;
  let observer: IntersectionObserver | undefined;
  const watch = (): void => {
    observer?.disconnect();
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = page.documentElement;
    const insets = [top, clientWidth - right, clientHeight - bottom, left];
    const rootMargin = insets.map((inset) => `${-Math.floor(inset)}px`).join(' ');
    let isFirst = true;
    const note = (): void => {
      const now = element.getBoundingClientRect();
      if (!isFirst || now.left !== left || now.top !== top) {
        moved();
        watch();
      }
      isFirst = false;
    };
    observer = new IntersectionObserver(note, { root: page, rootMargin, threshold: STEPS });
    observer.observe(element);
  };
  signal.addEventListener('abort', () => observer?.disconnect());
  watch();
}
