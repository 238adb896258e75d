/** An engine behind a port: many users, one that may go away, and messages from anybody. */
import { ENGINES, type Engines } from './engines.js';
import { expect, test } from './support.js';

const given = { engines: ENGINES, address: '/package/engine.js' };
const GONE = ['engine-gone', expect.stringContaining('connect again')];

test.beforeEach(async ({ page }) => {
  await page.goto('/pages/blank.html');
  await page.evaluate(async ({ engines, address }) => {
    const { extensionPorts } = (await import(engines)) as Engines;
    const { createLocalEngine, connectEngine, serveEngine } = (await import(
      address
    )) as typeof import('namelight/engine');
    Object.assign(window, {
      extensionPorts,
      connectEngine,
      serveEngine,
      city: (name: string) => ({ entities: [{ id: name.toLowerCase(), type: 'city', name }] }),
      engineOf: (pack: { entities: object[] }) => createLocalEngine({ pack }),
      failure: (call: Promise<unknown>) =>
        call.then(
          () => ['none'],
          ({ code, message }: { code: string; message: string }) => [code, message],
        ),
    });
  }, given);
});

type Shared = typeof import('namelight/engine') &
  Engines & {
    city(name: string): { entities: object[] };
    engineOf(pack: { entities: object[] }): ReturnType<
      typeof import('namelight/engine').createLocalEngine
    >;
    failure(call: Promise<unknown>): Promise<string[]>;
  };
declare global {
  interface Window extends Shared {}
}

test('many users share an engine, and each sees what another loads', async ({ page }) => {
  const told = await page.evaluate(async () => {
    const engine = window.engineOf(window.city('Lom'));
    const users = [1, 2, 3].map(() => {
      const { port1, port2 } = new MessageChannel();
      window.serveEngine(engine, port1);
      return window.connectEngine(port2);
    });
    const counts = () =>
      Promise.all(users.map(async (user) => (await user.annotate('Lom, Sela')).length));
    const before = await counts();
    await users[0]?.load(window.city('Sela'));
    const after = await counts();
    users[0]?.dispose();
    const left = await users[1]?.annotate('Lom, Sela');
    return { before, after, left: left?.length, own: (await (await engine).info()).entityCount };
  });
  expect(told).toEqual({ before: [1, 1, 1], after: [2, 2, 2], left: 2, own: 2 });
});

test('a hundred calls at once find their own answers', async ({ page }) => {
  const wrong = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    window.serveEngine(window.engineOf(window.city('Lom')), port1);
    const user = window.connectEngine(port2);
    const counts = await Promise.all(
      Array.from({ length: 100 }, async (_, count) => {
        const mentions = await user.annotate('Lom. '.repeat(count));
        return mentions.length - count;
      }),
    );
    return counts.filter((difference) => difference !== 0);
  });
  expect(wrong).toEqual([]);
});

test('a port that closes ends what is pending and all that follows', async ({ page }) => {
  const told = await page.evaluate(async () => {
    const told = [];
    const never = new Promise<never>(() => undefined);
    for (const ports of [
      () => {
        const { port1, port2 } = new MessageChannel();
        return [port1, port2] as const;
      },
      () => window.extensionPorts((message) => message),
    ]) {
      const [served, used] = ports();
      const serving = window.serveEngine(never, served);
      const user = window.connectEngine(used);
      const pending = [window.failure(user.info()), window.failure(user.annotate('Lom'))];
      serving.dispose();
      told.push(await pending[0], await pending[1], await window.failure(user.info()));
    }
    return told;
  });
  expect(told).toEqual(Array.from({ length: 6 }, () => GONE));
});

test('an extension port that broke without a word is found out by the next call', async ({ page }) => {
  const told = await page.evaluate(async () => {
    const [, used] = window.extensionPorts((message) => message);
    const user = window.connectEngine(used);
    used.disconnect();
    return window.failure(user.info());
  });
  expect(told).toEqual(GONE);
});

test('an engine that went away is reached anew, and asked again', async ({ page }) => {
  const told = await page.evaluate(async () => {
    let opened = 0;
    let serving = { dispose: () => undefined as void };
    const never = new Promise<never>(() => undefined);
    // All that is under way between the two ends has come by then.
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    const user = window.connectEngine(() => {
      opened += 1;
      const [served, used] = window.extensionPorts((message) => structuredClone(message));
      // The second one is evicted while it starts.
      serving = window.serveEngine(opened === 2 ? never : window.engineOf(window.city('Lom')), served);
      return used;
    });
    const unopened = opened;
    const first = await user.read('In Lom.');
    serving.dispose();
    await turn();
    const again = user.read('In Lom.');
    await turn();
    const evicted = opened;
    serving.dispose();
    const same = JSON.stringify(await again) === JSON.stringify(first);
    const loading = window.failure(user.load(new Response(null, { status: 404 })));
    return { unopened, first: first.mentions.length, evicted, same, opened, load: (await loading)[0] };
  });
  expect(told).toEqual({ unopened: 0, first: 1, evicted: 2, same: true, opened: 3, load: 'fetch' });
});

test('an engine that cannot be reached anew is gone', async ({ page }) => {
  const told = await page.evaluate(() =>
    window.failure(
      window
        .connectEngine(() => {
          throw new Error('Extension context invalidated.');
        })
        .info(),
    ),
  );
  expect(told).toEqual(GONE);
});

test('a user that went away ends the loading that it asked for', async ({ page }) => {
  const asked = new Promise<void>((resolve) => {
    void page.route('**/held.nlpack', () => resolve());
  });
  const leave = await page.evaluateHandle(async () => {
    const engine = await window.engineOf(window.city('Lom'));
    const { port1, port2 } = new MessageChannel();
    let ended: unknown;
    const load = engine.load.bind(engine);
    engine.load = (source, options) => {
      ended = window.failure(load(source, options));
      return ended as Promise<never>;
    };
    window.serveEngine(engine, port1);
    const user = window.connectEngine(port2);
    const told = window.failure(user.load('/held.nlpack'));
    return async () => {
      user.dispose();
      return [(await told)[0], ((await ended) as string[])[0]];
    };
  });
  await asked;
  expect(await leave.evaluate((end) => end())).toEqual(['disposed', 'aborted']);
});

test('who may only ask loads nothing', async ({ page }) => {
  const told = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    window.serveEngine(window.engineOf(window.city('Lom')), port1, { readOnly: true });
    const user = window.connectEngine(port2);
    const failures = [
      (await window.failure(user.load(window.city('Sela'))))[0],
      (await window.failure(user.load('/package/base.nlpack')))[0],
    ];
    return { failures, count: (await user.annotate('Lom, Sela, Aleppo')).length };
  });
  expect(told).toEqual({ failures: ['read-only', 'read-only'], count: 1 });
});

test('messages of others change nothing', async ({ page }) => {
  const told = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    window.serveEngine(window.engineOf(window.city('Lom')), port1);
    const answers: unknown[] = [];
    port2.addEventListener('message', ({ data }: MessageEvent<unknown>) => answers.push(data));
    port2.start();
    const strange = [
      undefined, null, 1, 'flat', [], {}, { number: '1' }, { call: { call: 'info' } },
      { number: 91 }, { number: 92, call: null }, { number: 93, call: { call: 'dispose' } },
      { number: 94, call: { call: 'constructor' } }, { number: 95, call: { call: 'flat', text: 7 } },
      { number: 96, call: { call: 'load', source: {} } }, { number: 97, abort: true },
    ];
    for (const message of strange) port2.postMessage(message);
    const user = window.connectEngine(port2);
    const found = (await user.annotate('Lom')).length;
    return { found, answers: answers.slice(0, -1) };
  });
  const refused = { code: 'bad-message', message: expect.stringContaining('does not know') };
  expect(told).toEqual({
    found: 1,
    answers: [91, 92, 93, 94, 95, 96].map((number) => ({ number, error: refused })),
  });
});

test('what cannot be sent is an error, and the engine goes on', async ({ page }) => {
  const told = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    window.serveEngine(window.engineOf(window.city('Lom')), port1);
    const user = window.connectEngine(port2);
    const [code] = await window.failure(user.load({ entities: [{ id: () => undefined }] }));
    return { code, found: (await user.annotate('Lom')).length };
  });
  expect(told).toEqual({ code: 'not-cloneable', found: 1 });
});
