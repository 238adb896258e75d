/** Taking times in a page. */

/** Milliseconds that `work` takes, which may be asynchronous. */
export async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/**
 * Milliseconds from the start of `work` until the main thread has also laid out and painted what it
 * changed. The work begins within an animation frame, so that no waiting for the next one is counted;
 * a message posted at its end arrives when that frame has been rendered. It must not wait for a task.
 */
export async function timedWithFrame(work) {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return timed(async () => {
    await work();
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  });
}

/** Runs all ways in turn, so that a slow moment of the machine meets all of them; the first rounds do not count. */
export async function inTurn(ways, { warmUp, rounds }) {
  const samples = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const took = await way();
      if (round >= 0) samples[name].push(took);
    }
  }
  return samples;
}
