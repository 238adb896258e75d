/** Taking times in a page. */

/** Milliseconds that `work` takes, which may be asynchronous. */
export async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/**
 * Milliseconds from the start of `work` until the main thread has also laid out and painted what it changed until it
 * ended, or until it called what it is given. The work begins within an animation frame, so that no waiting for the
 * next one is counted, unless it waits for a task itself.
 */
export async function timedWithFrame(work) {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  let rendered = false;
  const thisFrame = afterRendering().then(() => (rendered = true));
  const begun = performance.now();
  let end;
  const painted = () => {
    const frame = rendered ? new Promise(requestAnimationFrame).then(afterRendering) : thisFrame;
    end ??= frame.then(() => performance.now());
  };
  await work(painted);
  painted();
  return (await end) - begun;
}

/** Within an animation frame: when it has been rendered, as a message posted in it arrives no sooner. */
function afterRendering() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
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

/** Samples of `work`, which gives its milliseconds, until there are enough or it has taken long enough. */
export async function sampled(work, { rounds, allowance }) {
  const samples = [];
  const end = performance.now() + allowance;
  do samples.push(await work());
  while (samples.length < rounds && performance.now() < end);
  return samples;
}
