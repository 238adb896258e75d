/** Packs as they come: whole with progress, or not at all with an error that says why. */
import { test as plain, type Page } from '@playwright/test';
import { PACKAGE, expect, test } from './support.js';

const PACK = '/package/base.nlpack';

/** What is wrong with the bytes, and the code of the error. */
const DAMAGES = {
  'cut short': 'damaged-pack',
  'cut within its header': 'damaged-pack',
  empty: 'not-a-pack',
  'a picture': 'not-a-pack',
  newer: 'newer-pack',
  'of an older version': 'newer-pack',
  'one byte changed': 'damaged-pack',
  'one byte too long': 'damaged-pack',
  'compressed in an unknown way': 'damaged-pack',
  'of an incredible length': 'damaged-pack',
  'longer than its header says': 'damaged-pack',
  'shorter than its header says': 'damaged-pack',
  'something else behind a header': 'damaged-pack',
  'a hundred bytes that claim a gigabyte': 'damaged-pack',
  '16 megabytes that claim to be a thousand bytes': 'damaged-pack',
} as const;
type Damage = keyof typeof DAMAGES;

interface Outcome {
  isError: boolean;
  code: unknown;
  message: string;
  /** Whether what was loaded before is found as before. */
  stays: boolean;
}

/** Runs in the page: damages the pack and loads it over what is loaded. */
async function loadDamaged({ address, pack, damage }: { address: string; pack: string; damage: Damage }) {
  const { createHighlighter } = (await import(address)) as typeof import('namelight');
  const whole = new Uint8Array(await (await fetch(pack)).arrayBuffer());
  const changed = (position: number, value: number): Uint8Array => {
    const bytes = whole.slice();
    bytes[position] = value;
    return bytes;
  };
  const at = (position: number): number => whole[position] ?? 0;
  const withLength = (change: number): Uint8Array => {
    const bytes = whole.slice();
    const header = new DataView(bytes.buffer);
    header.setUint32(8, header.getUint32(8, true) + change, true);
    return bytes;
  };
  const middle = whole.length >> 1;
  const around = async (content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
    const packed = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'));
    const body = new Uint8Array(await new Response(packed).arrayBuffer());
    const bytes = new Uint8Array(16 + body.length);
    bytes.set(whole.slice(0, 8));
    const header = new DataView(bytes.buffer);
    header.setUint32(8, 1000, true);
    header.setUint32(12, body.length, true);
    bytes.set(body, 16);
    return bytes;
  };
  const bytes = await {
    'cut short': () => whole.slice(0, middle),
    'cut within its header': () => whole.slice(0, 9),
    empty: () => new Uint8Array(),
    'a picture': () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    newer: () => changed(4, at(4) + 1),
    'of an older version': () => changed(4, at(4) - 1),
    'one byte changed': () => changed(middle, at(middle) ^ 0x10),
    'one byte too long': () => new Uint8Array([...whole, 0]),
    'compressed in an unknown way': () => changed(6, 7),
    'of an incredible length': () => changed(11, 0xff),
    'longer than its header says': () => withLength(-1),
    'shorter than its header says': () => withLength(1),
    'something else behind a header': () => around(new Uint8Array(1000).fill(0xfd)),
    'a hundred bytes that claim a gigabyte': () => {
      const bytes = whole.slice(0, 100);
      const header = new DataView(bytes.buffer);
      header.setUint32(8, 2 ** 30, true);
      header.setUint32(12, bytes.length - 16, true);
      return bytes;
    },
    '16 megabytes that claim to be a thousand bytes': () => around(new Uint8Array(2 ** 24)),
  }[damage]();
  const highlighter = createHighlighter();
  const finds = async () => JSON.stringify(await highlighter.annotate('Assad left Aleppo.'));
  const before = await finds();
  const outcome = await highlighter.load(bytes).then(
    () => ({ isError: false, code: '', message: 'accepted' }),
    (error: Error & { code: unknown }) => ({
      isError: error instanceof Error,
      code: error.code,
      message: error.message,
    }),
  );
  return { ...outcome, stays: (await finds()) === before };
}

for (const damage of Object.keys(DAMAGES) as Damage[]) {
  test(`a pack that is ${damage} is refused, and what was loaded stays`, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const outcome = await page.evaluate(loadDamaged, { address: PACKAGE, pack: PACK, damage });
    expect(outcome).toMatchObject({ isError: true, code: DAMAGES[damage], stays: true });
    expect(outcome.message).toContain('pack');
  });
}

/** Starts a highlighter, loads the pack of an address over it, and gives the error that this fails with. */
const failureOf = (page: Page, pack: string): Promise<Outcome> =>
  page.evaluate(
    async ({ address, pack }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const highlighter = createHighlighter();
      const finds = async () => JSON.stringify(await highlighter.annotate('Assad left Aleppo.'));
      const before = await finds();
      const outcomeOf = (loading: Promise<unknown>) =>
        loading.then(
          () => ({ isError: false, code: '', message: 'accepted' }),
          (error: Error & { code: unknown }) => ({
            isError: error instanceof Error,
            code: error.code,
            message: error.message,
          }),
        );
      const outcome = await outcomeOf(highlighter.load(pack));
      const first = await outcomeOf(createHighlighter({ pack }).ready);
      if (JSON.stringify(first) !== JSON.stringify(outcome)) throw new Error(`first: ${first.message}`);
      return { ...outcome, stays: (await finds()) === before };
    },
    { address: PACKAGE, pack },
  );

plain('a pack that is not there is an error with its address and status', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const failure = await failureOf(page, '/package/none.nlpack');
  expect(failure).toMatchObject({ isError: true, code: 'fetch', stays: true });
  expect(failure.message).toMatch(/\/package\/none\.nlpack.*404/);
});

plain('a server that does not answer is an error', async ({ page }) => {
  await page.goto('/pages/blank.html');
  await page.route('**/none.nlpack', (route) => route.abort());
  const failure = await failureOf(page, '/package/none.nlpack');
  expect(failure).toMatchObject({ isError: true, code: 'fetch', stays: true });
  expect(failure.message).toContain('nothing answers');
});

plain('a connection that breaks midway is an error', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const failure = await failureOf(page, '/cut/base.nlpack');
  expect(failure).toMatchObject({ isError: true, code: 'fetch', stays: true });
  expect(failure.message).toContain('the connection broke');
});

test('a response that somebody reads is an error', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const codes = await page.evaluate(
    async ({ address, pack }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const highlighter = createHighlighter();
      const codeOf = (response: Response) =>
        highlighter.load(response).then(
          () => 'none',
          (error: Error & { code: unknown }) => error.code,
        );
      const locked = await fetch(pack);
      locked.body?.getReader();
      const empty = new Response(null, { status: 200 });
      return [await codeOf(locked), await codeOf(empty)];
    },
    { address: PACKAGE, pack: PACK },
  );
  expect(codes).toEqual(['fetch', 'fetch']);
});

test('every source of a pack is taken, also later', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const counts = await page.evaluate(
    async ({ address, pack }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const response = () => fetch(pack);
      const sources = [
        pack,
        new URL(pack, location.href),
        new Request(pack),
        await response(),
        await (await response()).arrayBuffer(),
        new Uint8Array(await (await response()).arrayBuffer()),
      ];
      const counts = [];
      for (const source of sources) {
        const highlighter = createHighlighter({ pack: { entities: [] } });
        const steps: number[] = [];
        await highlighter.load(source, { onProgress: (loaded) => steps.push(loaded) });
        const mentions = await highlighter.annotate('Assad left Aleppo.');
        counts.push([mentions.length, steps.length > 0]);
        highlighter.dispose();
      }
      return counts;
    },
    { address: PACKAGE, pack: PACK },
  );
  expect(counts).toEqual([[2, true], [2, true], [2, true], [2, true], [2, false], [2, false]]);
});

test('progress is reported up to the whole length, and no more is asked for than once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/pages/blank.html');
  const { steps, length } = await page.evaluate(
    async ({ address, pack }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const { length } = new Uint8Array(await (await fetch(pack)).arrayBuffer());
      const steps: [number, number][] = [];
      const onProgress = (loaded: number, total: number) => steps.push([loaded, total]);
      await createHighlighter({ onProgress }).ready;
      return { steps, length };
    },
    { address: PACKAGE, pack: PACK },
  );
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.map(([loaded]) => loaded)).toEqual(steps.map(([loaded]) => loaded).toSorted((a, b) => a - b));
  expect(steps.at(-1)).toEqual([length, length]);
  expect(steps.every(([, total]) => total === length)).toBe(true);
  // Once by the test itself, once by the package.
  expect(asked.filter((path) => path === PACK)).toHaveLength(2);
});

test('the pack is asked for while the engine is still on its way', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const arrive = new Promise<() => void>((resolve) => {
    void page.route('**/*.wasm', (route) => resolve(() => void route.continue()));
  });
  const pack = page.waitForRequest(`**${PACK}`);
  const count = page.evaluate(async (address) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    return (await createHighlighter().ready).entityCount;
  }, PACKAGE);
  const letArrive = await arrive;
  await pack;
  letArrive();
  expect(await count).toBeGreaterThan(100);
});

test('a signal ends the loading before the server has answered', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const asked = new Promise<void>((resolve) => {
    void page.route('**/held.nlpack', () => resolve());
  });
  await page.evaluate(async (address) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const controller = new AbortController();
    const { ready } = createHighlighter({ pack: '/held.nlpack', signal: controller.signal });
    Object.assign(window, { controller, ready });
  }, PACKAGE);
  await asked;
  const failure = await page.evaluate(async () => {
    const { controller, ready } = window as unknown as {
      controller: AbortController;
      ready: Promise<unknown>;
    };
    controller.abort('enough');
    return ready.then(
      () => undefined,
      (error: Error & { code: unknown }) => [error instanceof Error, error.code, error.cause],
    );
  });
  expect(failure).toEqual([true, 'aborted', 'enough']);
});

/** Runs in the page: loads a pack whose bytes come by the thousand, and stops after the third. */
async function stopMidway({ address, pack, later }: { address: string; pack: string; later: boolean }) {
  const { createHighlighter } = (await import(address)) as typeof import('namelight');
  const bytes = new Uint8Array(await (await fetch(pack)).arrayBuffer());
  let position = 0;
  let cancelled: unknown;
  const body = new ReadableStream({
    type: 'bytes',
    pull: (stream) => {
      stream.enqueue(bytes.slice(position, (position += 1000)));
    },
    cancel: (reason: unknown) => {
      cancelled = reason;
    },
  });
  const controller = new AbortController();
  const { signal } = controller;
  const steps: number[] = [];
  const onProgress = (loaded: number) => {
    steps.push(loaded);
    if (steps.length === 3) controller.abort('enough');
  };
  const response = new Response(body);
  const own = { id: 'lom', type: 'city', name: 'Lom' };
  const highlighter = createHighlighter(
    later ? { pack: { entities: [own] } } : { pack: response, onProgress, signal },
  );
  const loading = later ? highlighter.load(response, { onProgress, signal }) : highlighter.ready;
  const outcome = await loading.then(
    () => ['none'],
    (error: Error & { code: unknown }) => [error instanceof Error, error.code, error.cause],
  );
  const found = later ? (await highlighter.annotate('Lom, Aleppo')).map(({ entity }) => entity) : [];
  return { outcome, cancelled, steps, found };
}

for (const later of [false, true]) {
  const which = later ? 'a further pack' : 'the first pack';
  test(`a signal ends the loading of ${which} midway, and the rest is not read`, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const stopped = await page.evaluate(stopMidway, { address: PACKAGE, pack: PACK, later });
    expect(stopped).toEqual({
      outcome: [true, 'aborted', 'enough'],
      cancelled: 'enough',
      steps: [1000, 2000, 3000],
      found: later ? ['lom'] : [],
    });
  });
}
