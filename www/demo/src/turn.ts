/** Gives the page its turn between two pieces of work, so that none of them keeps the reader waiting. */

/** Waits until what was changed has been laid out and shown; in a page that is not shown, for one turn. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    if (document.hidden) port2.postMessage(null);
    else requestAnimationFrame(() => port2.postMessage(null));
  });
}
