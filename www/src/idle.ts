/** Work that can wait for moments in which the page has nothing to do. */

/** Does `step` in idle moments for as long as it returns true; the function returned ends that. */
export function inIdleMoments(step: () => boolean): () => void {
  // Safari has no idle callbacks.
  const idle = typeof requestIdleCallback === 'function';
  let handle: number;
  const plan = (): void => {
    handle = idle ? requestIdleCallback(run) : window.setTimeout(run);
  };
  const run = (): void => {
    if (step()) plan();
  };
  plan();
  return () => (idle ? cancelIdleCallback(handle) : clearTimeout(handle));
}
