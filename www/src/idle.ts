/** Work that can wait for moments in which the page has nothing to do. */

/** Does `step` in idle moments, from `after` milliseconds on, for as long as it returns true; the function returned ends that. */
export function inIdleMoments(step: () => boolean, after = 0): () => void {
  // Safari has no idle callbacks.
  const idle = typeof requestIdleCallback === 'function';
  let handle = 0;
  const plan = (): void => {
    handle = idle ? requestIdleCallback(run) : window.setTimeout(run);
  };
  const run = (): void => {
    if (step()) plan();
  };
  const timer = after > 0 ? setTimeout(plan, after) : undefined;
  if (!timer) plan();
  return () => {
    clearTimeout(timer);
    if (idle) cancelIdleCallback(handle);
    else clearTimeout(handle);
  };
}
