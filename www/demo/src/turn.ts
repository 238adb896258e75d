/** Gives the page its turn between two pieces of work, so that none of them keeps the reader waiting. */

/** Milliseconds of work after which the page has its turn. */
export const SLICE = 16;

export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Does `work` with each of `things`, in as many turns as it takes; false when the signal was aborted meanwhile. */
export async function inTurns<T>(
  things: Iterable<T>,
  work: (thing: T) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let until = performance.now() + SLICE;
  for (const thing of things) {
    if (performance.now() > until) {
      await turn();
      if (signal.aborted) return false;
      until = performance.now() + SLICE;
    }
    work(thing);
  }
  return !signal.aborted;
}
