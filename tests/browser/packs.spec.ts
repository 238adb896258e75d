/** Packs as they come: whole with progress, or not at all with an error that says why. */
import { test as plain, type Page } from '@playwright/test';
import { PACKAGE, expect, test } from './support.js';

const PACK = '/package/base.nlpack';

/** What is wrong with the bytes, and the code of the error. */
const DAMAGES = ['cut short', 'cut within its header', 'empty', 'a picture', 'newer', 'one byte changed'] as const;
const CODES: Record<(typeof DAMAGES)[number], string> = {
  'cut short': 'damaged-pack',
  'cut within its header': 'damaged-pack',
  empty: 'not-a-pack',
  'a picture': 'not-a-pack',
  newer: 'newer-pack',
  'one byte changed': 'damaged-pack',
};

interface Outcome {
  isError: boolean;
  code: unknown;
  message: string;
}

for (const damage of DAMAGES) {
  test(`a pack that is ${damage} is refused, and what was loaded stays`, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const { outcome, stays } = await page.evaluate(
      async ({ address, pack, damage }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        const whole = new Uint8Array(await (await fetch(pack)).arrayBuffer());
        const changed = (position: number, value: number): Uint8Array => {
          const bytes = whole.slice();
          bytes[position] = value;
          return bytes;
        };
        const middle = whole.length >> 1;
        const bytes = {
          'cut short': () => whole.slice(0, middle),
          'cut within its header': () => whole.slice(0, 9),
          empty: () => new Uint8Array(),
          'a picture': () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
          newer: () => changed(4, 9),
          'one byte changed': () => changed(middle, (whole[middle] ?? 0) ^ 0x10),
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
        return { outcome, stays: (await finds()) === before };
      },
      { address: PACKAGE, pack: PACK, damage },
    );
    expect(outcome).toMatchObject({ isError: true, code: CODES[damage] });
    expect(outcome.message).toContain('pack');
    expect(stays).toBe(true);
  });
}

/** Starts a highlighter with the pack of an address and gives the error it fails with. */
const failureOf = (page: Page, pack: string): Promise<Outcome> =>
  page.evaluate(
    async ({ address, pack }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      return createHighlighter({ pack }).ready.then(
        () => ({ isError: false, code: '', message: 'accepted' }),
        (error: Error & { code: unknown }) => ({
          isError: error instanceof Error,
          code: error.code,
          message: error.message,
        }),
      );
    },
    { address: PACKAGE, pack },
  );

plain('a pack that is not there is an error with its address and status', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const failure = await failureOf(page, '/package/none.nlpack');
  expect(failure).toMatchObject({ isError: true, code: 'fetch' });
  expect(failure.message).toMatch(/\/package\/none\.nlpack.*404/);
});

plain('a server that does not answer is an error', async ({ page }) => {
  await page.goto('/pages/blank.html');
  await page.route('**/none.nlpack', (route) => route.abort());
  expect(await failureOf(page, '/package/none.nlpack')).toMatchObject({ isError: true, code: 'fetch' });
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

test('a signal ends the loading midway, and the rest is not read', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const outcome = await page.evaluate(
    async ({ address, pack }) => {
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
      const steps: number[] = [];
      const onProgress = (loaded: number) => {
        steps.push(loaded);
        if (steps.length === 3) controller.abort('enough');
      };
      const { signal } = controller;
      const code = await createHighlighter({ pack: new Response(body), onProgress, signal }).ready.then(
        () => 'none',
        (error: Error & { code: unknown }) => error.code,
      );
      return { code, cancelled, steps };
    },
    { address: PACKAGE, pack: PACK },
  );
  expect(outcome).toEqual({ code: 'aborted', cancelled: 'enough', steps: [1000, 2000, 3000] });
});
