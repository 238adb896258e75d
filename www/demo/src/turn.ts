/** Gives the page its turn between two pieces of work, so that none of them keeps the reader waiting. */

/** Milliseconds of work after which the page has its turn: far less than a task may take, for the browser adds its own. */
const SHARE = 8;

/** Waits until what was changed has been laid out and shown; in a page that is not shown, for one turn. */
export async function frame(): Promise<void> {
  if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(resolve));
  await turn();
}

/** What is to be awaited between two small pieces of long work: it waits for one turn whenever there was work enough. */
export function turns(): () => Promise<void> | undefined {
  let end = performance.now() + SHARE;
  const next = async (): Promise<void> => {
    await turn();
    end = performance.now() + SHARE;
  };
  return () => (performance.now() < end ? undefined : next());
}

/** Waits until the browser has done what waits longest: input, for one. */
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
