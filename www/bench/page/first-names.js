/** When the first names of a page are lit: the package lights those in sight, and leaves the rest to idle moments. */

/** Lights a root with a highlighter and calls `painted` when the first names are; gives the view. */
export async function light(highlighter, root, options, painted) {
  CSS.highlights.set = function (...given) {
    painted();
    return HighlightRegistry.prototype.set.apply(this, given);
  };
  try {
    return await highlighter.highlight(root, { card: false, ...options });
  } finally {
    delete CSS.highlights.set;
  }
}

/** When the rest of a view's names are lit as well. */
export async function allLit(view) {
  while (litNow() < view.mentions.length) await new Promise((resolve) => requestIdleCallback(resolve));
}

export const litNow = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
