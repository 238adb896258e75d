/** What every engine does, wherever it runs: one table, over all kinds of engine, in the browser. */
import { readdirSync } from 'node:fs';
import { ENGINES, KINDS, type Engines, type Kind } from './engines.js';
import { commandLine, expected, seed } from './expected.js';
import { PACKAGE, expect, test } from './support.js';

const folder = new URL('../cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
const others = KINDS.filter((kind) => kind !== 'local');

/** Runs in the page: what an engine and the local one find in the texts of a file of cases. */
async function compared({ engines, cases, kind }: { engines: string; cases: string; kind: Kind }) {
  interface Table {
    gazetteers?: Record<string, { entities: object[] }>;
    cases: { name: string; gazetteer: string | string[]; text: string; date?: string }[];
  }
  const { start } = (await import(engines)) as Engines;
  const table = (await (await fetch(cases)).json()) as Table;
  const started = new Map<string, Promise<Awaited<ReturnType<typeof start>>[]>>();
  const both = async (names: string[]) => {
    const [lowest = '', ...overlays] = names;
    const pack = table.gazetteers?.[lowest];
    const pair = [await start('local', pack && { pack }), await start(kind, pack && { pack })];
    for (const overlay of overlays) {
      for (const engine of pair) await engine.load(table.gazetteers?.[overlay] ?? { entities: [] });
    }
    return pair;
  };
  const differing: string[] = [];
  let mentions = 0;
  for (const { name, gazetteer, text, date } of table.cases) {
    const names = [gazetteer].flat();
    const pair = started.get(names.join()) ?? both(names);
    started.set(names.join(), pair);
    const [local, other] = await Promise.all((await pair).map((engine) => engine.read(text, date)));
    mentions += other?.mentions.length ?? 0;
    if (JSON.stringify(local) !== JSON.stringify(other)) differing.push(name);
  }
  for (const pair of started.values()) for (const engine of await pair) engine.dispose();
  return { differing, mentions };
}

for (const kind of others) {
  for (const file of cases) {
    test(`${kind}: ${file} reads as in this thread`, async ({ page }) => {
      await page.goto('/pages/blank.html');
      const given = { engines: ENGINES, cases: `/cases/${file}`, kind };
      const { differing, mentions } = await page.evaluate(compared, given);
      expect(differing).toEqual([]);
      expect(mentions).toBeGreaterThan(0);
    });
  }
}

for (const kind of KINDS) {
  test(`${kind}: the seed article as on the command line`, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const mentions = await page.evaluate(
      async ({ engines, address, kind, text, date }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        const { start } = (await import(engines)) as Engines;
        const highlighter = createHighlighter({ engine: start(kind) });
        const mentions = await highlighter.annotate(text, { date });
        highlighter.dispose();
        return mentions;
      },
      { engines: ENGINES, address: PACKAGE, kind, text: seed, date: expected.date },
    );
    expect(mentions).toEqual(commandLine(expected.date));
  });
}

/** Runs in the page: everything that an engine says, and how it fails. */
async function behaviours({ engines, kind }: { engines: string; kind: Kind }) {
  const { start } = (await import(engines)) as Engines;
  const failure = (call: Promise<unknown>) =>
    call.then(
      () => 'none',
      (error: Error & { code: string }) => ({
        isError: error instanceof Error,
        code: error.code,
        message: error.message,
        cause: error.cause,
      }),
    );
  const lom = { id: 'lom', type: 'city', name: 'Lom' };
  const engine = await start(kind, { pack: { title: 'A few', entities: [lom] } });
  const found = async (text: string) =>
    (await engine.read(text)).entities.map(({ id }) => id).toSorted();

  const info = await engine.info();
  const light = await engine.annotate('In Lom.');
  const { mentions, entities } = await engine.read('\uD83C\uDF89 \uD800Lom and \uD800 Lom\u2029Lom');
  const known = await engine.entity('lom');
  const unknown = [(await engine.entity('none')) === undefined];
  const date = await failure(engine.read('Lom', 'yesterday'));

  const refused = await failure(engine.load({ entities: [{ ...lom, typ: 'city' }] }));
  const kept = await found('Lom, Aleppo, Sela');
  await engine.load({ entities: [{ ...lom, id: 'lom-2' }, { ...lom, id: 'sela', name: 'Sela' }] });
  const conflicts = await engine.conflicts(1);
  const overlaid = await found('Lom, Aleppo, Sela');

  const bytes = new Uint8Array(await (await fetch('/package/base.nlpack')).arrayBuffer());
  const within = new Uint8Array(bytes.length + 20);
  within.set(bytes, 10);
  await engine.load(within.subarray(10, -10));
  const whole = within.length === bytes.length + 20 && within[10] === bytes[0];
  const further = await found('Lom, Aleppo, Sela');

  const unfetched = [
    await failure(engine.load(await fetch('/seeds/expected.json'))),
    await failure(engine.load('/seeds/expected.json')),
  ];
  engine.dispose();
  engine.dispose();
  const after = [await failure(engine.info()), await failure(engine.load({ entities: [] }))];
  return {
    info, light, mentions, entities, known, unknown, date,
    refused, kept, conflicts, overlaid, whole, further, unfetched, after,
  };
}

const disposed = { isError: true, code: 'disposed', message: 'the engine was disposed' };
const notAPack = { isError: true, code: 'not-a-pack', message: expect.stringContaining('pack') };

for (const kind of KINDS) {
  test(`${kind}: what it says, and how it fails`, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const told = await page.evaluate(behaviours, { engines: ENGINES, kind });
    const of = { kind: 'place', form: 'name', confidence: 'certain', why: 'only-candidate', candidates: [] };
    expect(told).toMatchObject({
      info: { title: 'A few', entityCount: 1, nameCount: 1 },
      light: [{ ...of, start: 3, end: 6, entity: 0 }],
      mentions: [
        { ...of, start: 4, end: 7, entity: 0 },
        { ...of, start: 14, end: 17, entity: 0 },
        { ...of, start: 18, end: 21, entity: 0 },
      ],
      entities: [{ index: 0, id: 'lom', name: 'Lom', type: 'city', kind: 'place', role: null }],
      known: { index: 0, id: 'lom' },
      unknown: [true],
      date: { isError: true, code: 'date', message: expect.stringContaining('yesterday') },
      refused: { isError: true, message: expect.stringMatching(/lom.*typ/s) },
      kept: ['lom'],
      conflicts: [{ kind: 'shared-name', overlay: 1, entity: 'lom-2', text: 'Lom', other: 'lom' }],
      overlaid: ['lom', 'lom-2', 'sela'],
      whole: true,
      further: expect.arrayContaining(['aleppo', 'lom', 'sela']),
      unfetched: [notAPack, notAPack],
      after: [disposed, disposed],
    });
  });
}

/** Runs in the page: a pack from each source, with progress; and sources from which none comes. */
async function sources({ engines, kind }: { engines: string; kind: Kind }) {
  const { start } = (await import(engines)) as Engines;
  const pack = '/package/base.nlpack';
  const { length } = new Uint8Array(await (await fetch(pack)).arrayBuffer());
  const engine = await start(kind, { pack: { entities: [] } });
  const taken = [];
  for (const source of [pack, new URL(pack, location.href), new Request(pack), await fetch(pack)]) {
    const steps: [number, number][] = [];
    const onProgress = (loaded: number, total: number) => steps.push([loaded, total]);
    const { entityCount: before } = await engine.info();
    await engine.load(source, { onProgress });
    const { entityCount } = await engine.info();
    taken.push([before > 0 || entityCount > before, steps.at(-1)?.map((bytes) => bytes - length)]);
  }
  const read = await fetch(pack);
  await read.arrayBuffer();
  const codes = [];
  for (const source of ['/none.nlpack', await fetch('/none.nlpack'), 'http://', read]) {
    const error = await engine.load(source).then(
      () => ({ code: 'none', message: '' }),
      ({ code, message }: { code: string; message: string }) => ({ code, message }),
    );
    codes.push(error.code, error.message.includes('404'));
  }
  engine.dispose();
  return { taken, codes };
}

for (const kind of KINDS) {
  test(`${kind}: every source of a pack is taken, with progress`, async ({ page, complaints }) => {
    await page.goto('/pages/blank.html');
    const { taken, codes } = await page.evaluate(sources, { engines: ENGINES, kind });
    expect(taken).toEqual(Array.from({ length: 4 }, () => [true, [0, 0]]));
    expect(codes).toEqual(['fetch', true, 'fetch', true, 'fetch', false, 'fetch', false]);
    // The browser's own words about what is not there, which are expected here.
    complaints.splice(0, complaints.length, ...complaints.filter((words) => !words.includes('404')));
  });

  test(`${kind}: a signal ends the loading, and dispose does`, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const held = new Promise<void>((resolve) => {
      let asked = 0;
      void page.context().route('**/held.nlpack', () => {
        asked += 1;
        if (asked === 2) resolve();
      });
    });
    const ended = await page.evaluateHandle(
      async ({ engines, kind }) => {
        const { start } = (await import(engines)) as Engines;
        const engine = await start(kind, { pack: { entities: [] } });
        const failure = (call: Promise<unknown>) =>
          call.then(
            () => ['none'],
            ({ code, cause }: { code: string; cause: unknown }) => [code, cause],
          );
        const controller = new AbortController();
        const { signal } = controller;
        const loads = [
          failure(engine.load('/held.nlpack', { signal })),
          failure(engine.load('/held.nlpack')),
          failure(engine.load('/held.nlpack', { signal: AbortSignal.abort('before') })),
        ];
        return async () => {
          controller.abort('enough');
          const aborted = [await loads[0], await loads[2]];
          const { entityCount } = await engine.info();
          engine.dispose();
          return { aborted, entityCount, disposed: await loads[1] };
        };
      },
      { engines: ENGINES, kind },
    );
    await held;
    expect(await ended.evaluate((end) => end())).toEqual({
      aborted: [['aborted', 'enough'], ['aborted', 'before']],
      entityCount: 0,
      disposed: ['disposed', undefined],
    });
  });
}
