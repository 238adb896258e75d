/** What passes between the meter and the workers that measure, so that the page stays free meanwhile. */
import type { Gazetteer } from 'namelight';

/** What is loaded: the base pack at an address, and what is laid over it. */
export interface Loaded {
  wasm: string;
  pack: string;
  overlays: readonly (Uint8Array<ArrayBuffer> | Gazetteer)[];
}

export type Order =
  | { kind: 'gauge'; loaded: Loaded; text: string; date: string }
  | { kind: 'names'; loaded: Loaded }
  | { kind: 'whole'; loaded: Loaded; text: string }
  | { kind: 'search'; wasm: string; names: readonly string[]; text: string }
  | { kind: 'way'; name: string; names: readonly string[]; text: string };

/** Milliseconds and bytes of what is loaded and of one text. */
export interface Gauge {
  ready: number;
  memory: number;
  textBytes: number;
  took: number;
}

/** Milliseconds of one way. */
export interface Timed {
  ready: number;
  took: number;
  found: number;
}

export type Answer = { gauge: Gauge } | { names: string[] } | { timed: Timed } | { fault: string };

/** Asks a worker of its own, which is ended with the answer or by the signal. */
export function ask(order: Order, signal: AbortSignal): Promise<Answer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => resolve({ fault: message || 'the worker did not start' }));
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}
