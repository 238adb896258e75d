/** The engine in a worker: what a policy must allow, what it leaves to the page's thread, and its end. */
import { test as plain } from '@playwright/test';
import { PACKAGE, expect, test } from './support.js';

const given = { address: PACKAGE, worker: '/package/worker-engine.js' };
const FOUND = ['bashar-al-assad', 'aleppo'];

/** Runs in the page: lights up its article with a card, and says what was found. */
async function highlighted({ address, worker }: { address: string; worker: boolean }) {
  const { createHighlighter } = (await import(address)) as typeof import('namelight');
  const highlighter = createHighlighter({ worker });
  const view = await highlighter.highlight(document.getElementById('root') as HTMLElement);
  view.next();
  return { highlighter, found: view.mentions.map(({ entity }) => entity) };
}

test('two engines in a page have a worker each, and disposing ends it', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const engines = await page.evaluateHandle(async ({ worker }) => {
    const { createWorkerEngine } = (await import(
      worker
    )) as typeof import('namelight/worker-engine');
    return Promise.all(
      ['Lom', 'Sela'].map((name) =>
        createWorkerEngine({
          pack: { entities: [{ id: name.toLowerCase(), type: 'city', name }] },
        }),
      ),
    );
  }, given);
  const found = await engines.evaluate((all) =>
    Promise.all(all.map(async (engine) => (await engine.read('Lom, Sela')).entities[0]?.id)),
  );
  expect(found).toEqual(['lom', 'sela']);
  expect(page.workers()).toHaveLength(2);
  for (const left of [1, 0]) {
    await engines.evaluate((all) => all.shift()?.dispose());
    await expect.poll(() => page.workers().length).toBe(left);
  }
});

test('a highlighter that is stopped while its worker starts leaves none', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const worker = page.waitForEvent('worker');
  const code = await page.evaluate(async ({ address }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const controller = new AbortController();
    const highlighter = createHighlighter({
      worker: true,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    return highlighter.ready.catch(({ code }: { code: string }) => code);
  }, given);
  expect(code).toBe('aborted');
  await worker;
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a module as bytes, compiled, and as a response is taken', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const counts = await page.evaluate(async ({ worker }) => {
    const { createWorkerEngine } = (await import(
      worker
    )) as typeof import('namelight/worker-engine');
    const address = '/package/namelight_bg.wasm';
    const bytes = async () => (await fetch(address)).arrayBuffer();
    const sources = [address, await fetch(address), await bytes(), await WebAssembly.compile(await bytes())];
    const pack = { entities: [{ id: 'lom', type: 'city', name: 'Lom' }] };
    return Promise.all(
      sources.map(async (wasm) => {
        const engine = await createWorkerEngine({ wasm, pack });
        const { length } = await engine.annotate('In Lom.');
        engine.dispose();
        return length;
      }),
    );
  }, given);
  expect(counts).toEqual([1, 1, 1, 1]);
});

for (const worker of [false, true]) {
  const where = worker ? 'a worker' : 'this thread';
  const file = worker ? 'strict-worker' : 'strict-wasm';

  test(`${file}.html allows what ${where} needs, and the card as well`, async ({ page }) => {
    await page.goto(`/pages/${file}.html`);
    const { found } = await page.evaluate(highlighted, { address: PACKAGE, worker });
    expect(found).toEqual(FOUND);
    await expect(page.locator('namelight-card .card')).toHaveCount(1);
  });
}

plain('a policy without workers is a clear error, and leaves none', async ({ page }) => {
  await page.goto('/pages/strict-wasm.html');
  const failure = await page.evaluate(async ({ address }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    return createHighlighter({ worker: true }).ready.then(
      () => ({ code: 'none', message: '' }),
      ({ code, message }: { code: string; message: string }) => ({ code, message }),
    );
  }, given);
  expect(failure).toEqual({
    code: 'worker-refused',
    message: expect.stringContaining('worker-src'),
  });
  expect(page.workers()).toHaveLength(0);
});

plain('a worker that is not there is a clear error', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const code = await page.evaluate(async ({ worker }) => {
    const { createWorkerEngine } = (await import(
      worker
    )) as typeof import('namelight/worker-engine');
    const none = new Worker('/none.js', { type: 'module' });
    return createWorkerEngine({ worker: none }).then(
      () => 'none',
      ({ code }: { code: string }) => code,
    );
  }, given);
  expect(code).toBe('worker-refused');
});

test('getting ready in a worker is no task over 50 ms in this thread', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const { before, count } = await page.evaluate(async ({ address }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const tasks: PerformanceEntry[] = [];
    let seen = (): unknown => undefined;
    const observer = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries());
      seen();
    });
    observer.observe({ type: 'longtask' });
    const highlighter = createHighlighter({ worker: true });
    const { entityCount: count } = await highlighter.ready;
    highlighter.dispose();
    const ready = performance.now();
    await new Promise((resolve) => setTimeout(resolve));
    // A long task of our own, of which the browser tells after all that were before.
    const own = performance.now();
    while (performance.now() < own + 100);
    const isOwn = ({ startTime, duration }: PerformanceEntry) => startTime + duration >= own + 99;
    await new Promise<void>((resolve) => {
      seen = () => tasks.some(isOwn) && resolve();
    });
    const before = tasks.filter(({ startTime }) => startTime < ready);
    return { before: before.map(({ duration }) => duration), count };
  }, given);
  expect(count).toBeGreaterThan(100);
  expect(before).toEqual([]);
});
