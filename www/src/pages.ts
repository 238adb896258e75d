/** The documents that the mentions of a view stand in: the page's own, and those of frames. */
import type { View } from './view.js';

/** Where the mentions begin. */
export const startsOf = (view: View): Node[] =>
  Array.from({ length: view.count }, (_, index) => view.rangeOf(index)?.startContainer ?? document);

/** Calls `listen` for the page, and for each frame's document once a mention is found in it. */
export function eachPage(view: View, signal: AbortSignal, listen: (page: Document) => void): void {
  const known = new WeakSet<Document>();
  const look = (): void => {
    const pages = startsOf(view).map((node) => node.ownerDocument ?? document);
    for (const page of new Set([document, ...pages])) {
      if (known.has(page)) continue;
      known.add(page);
      listen(page);
    }
  };
  look();
  view.addEventListener('annotate', look, { signal });
}
