/** Measures in a worker: one order, one answer. */
import { Engine, initSync } from '../../../../generated/namelight.js';
import { WAYS } from './ways.js';
import type { Answer, Gauge, Loaded, Order, Timed } from './work.js';

interface Scope {
  postMessage(message: Answer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Order>) => void): void;
}

const scope = self as unknown as Scope;
scope.addEventListener('message', ({ data }) => {
  void carryOut(data).then(
    (answer) => scope.postMessage(answer),
    (cause: unknown) => scope.postMessage({ fault: cause instanceof Error ? cause.message : String(cause) }),
  );
});

/** Runs last as long as this together, and are at least so many. */
const ENOUGH = 400;
const RUNS = 5;

async function carryOut(order: Order): Promise<Answer> {
  switch (order.kind) {
    case 'gauge':
      return { gauge: await gauge(order.loaded, order.text, order.date) };
    case 'names':
      return { names: namesOf((await engineOf(order.loaded)).engine) };
    case 'whole':
      return { timed: await whole(order.loaded, order.text) };
    case 'search':
      return { timed: await search(order.wasm, order.names, order.text) };
    case 'way':
      return { timed: await other(order.name, order.names, order.text) };
  }
}

async function engineOf({ wasm, pack, overlays }: Loaded): Promise<{ engine: Engine; ready: number }> {
  const [, bytes] = await Promise.all([started(wasm), bytesAt(pack)]);
  const begun = performance.now();
  const engine = new Engine();
  await engine.loadPack(bytes);
  for (const overlay of overlays) {
    if (overlay instanceof Uint8Array) await engine.loadPack(overlay);
    else engine.load(overlay);
  }
  return { engine, ready: performance.now() - begun };
}

async function started(wasm: string): Promise<void> {
  initSync({ module: await WebAssembly.compileStreaming(fetch(wasm)) });
}

async function bytesAt(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

async function gauge(loaded: Loaded, text: string, date: string): Promise<Gauge> {
  const { engine, ready } = await engineOf(loaded);
  const took = repeated(() => engine.annotate(text, date));
  return { ready, memory: engine.memory, textBytes: new TextEncoder().encode(text).length, took };
}

/** All surface forms that are loaded, each once. */
function namesOf(engine: Engine): string[] {
  const names = new Set<string>();
  for (let index = 0; index < engine.entityCount; index += 1) {
    const entity = engine.entity(index) as { name: string; names: { text: string }[] };
    names.add(entity.name);
    for (const { text } of entity.names) names.add(text);
  }
  return [...names];
}

/** All that the page does with a text. */
async function whole(loaded: Loaded, text: string): Promise<Timed> {
  const { engine, ready } = await engineOf(loaded);
  return { ready, took: repeated(() => engine.annotate(text)), found: engine.annotate(text)[0] ?? 0 };
}

/** What the others do: names that stand for nothing else, and no decisions. They are compiled here, as theirs are. */
async function search(wasm: string, names: readonly string[], text: string): Promise<Timed> {
  await started(wasm);
  const entities = names.map((name, number) => ({ id: `name-${number}`, type: 'organisation', name }));
  const begun = performance.now();
  const engine = new Engine();
  engine.load({ entities });
  const ready = performance.now() - begun;
  return { ready, took: repeated(() => engine.candidates(text)), found: engine.candidates(text)[0] ?? 0 };
}

async function other(name: string, names: readonly string[], text: string): Promise<Timed> {
  const way = await WAYS[`../../../../bench/ways/${name}.js`]?.();
  if (!way) throw new Error(`there is no way "${name}"`);
  const begun = performance.now();
  const search = way.build(names);
  const ready = performance.now() - begun;
  const took = repeated(() => search(text));
  return { ready, took, found: way.spans(search(text)).length };
}

/** The best run, which other work of the machine slowed least; a short one is counted in many, since clocks are coarse. */
function repeated(work: () => unknown): number {
  const first = timed(work, 1);
  // By then it is as fast as it will be, or nearly.
  const warm = first < 50 ? timed(work, 10) : first;
  const times = Math.max(1, Math.ceil(5 / Math.max(warm, 0.01)));
  const samples: number[] = [];
  for (const begun = performance.now(); samples.length < RUNS || performance.now() - begun < ENOUGH; ) {
    samples.push(timed(work, times));
    if (first > 3000) break;
  }
  return Math.min(...samples);
}

function timed(work: () => unknown, times: number): number {
  const begun = performance.now();
  for (let run = 0; run < times; run += 1) work();
  return (performance.now() - begun) / times;
}
