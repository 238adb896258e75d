/** The side of a channel on which the engine runs. Many channels can lead to one engine. */
import type { FlatEngine } from './flat.js';
import { openLink, type EnginePort, type Link } from './port.js';
import {
  readRequest,
  sentError,
  type Answer,
  type Call,
  type SentFlat,
  type SentSource,
} from './port-messages.js';
import { problem } from './errors.js';
import type { Gazetteer, PackSource } from './types.js';

/** What the other side may do. */
export interface ServeOptions {
  /** Refuses to load anything, with an error of the code `read-only`: for users that only ask. */
  readOnly?: boolean;
}

/**
 * Answers what comes through `port` with `engine`, from now on, also while the engine is still starting. The
 * handle ends that; the engine stays as it is.
 */
export function serveEngine(
  engine: FlatEngine | Promise<FlatEngine>,
  port: EnginePort,
  { readOnly = false }: ServeOptions = {},
): {
  /** Ends the serving; the engine goes on. */
  dispose(): void;
} {
  const server = new Server(Promise.resolve(engine), port, readOnly);
  return { dispose: () => server.end() };
}

class Server {
  readonly #engine: Promise<FlatEngine>;
  readonly #readOnly: boolean;
  readonly #link: Link;
  readonly #running = new Map<number, AbortController>();
  #namesSent = false;
  #ended = false;

  constructor(engine: Promise<FlatEngine>, port: EnginePort, readOnly: boolean) {
    this.#engine = engine;
    this.#readOnly = readOnly;
    this.#link = openLink(port, {
      message: (data) => void this.#receive(data),
      gone: () => this.end(),
    });
    // Each call learns of a failed start.
    engine.catch(() => undefined);
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#link.close();
    for (const controller of this.#running.values()) controller.abort();
  }

  async #receive(data: unknown): Promise<void> {
    const request = readRequest(data);
    if (!request) return;
    const { number, call, abort } = request;
    if (abort) {
      this.#running.get(number)?.abort();
      return;
    }
    const controller = new AbortController();
    this.#running.set(number, controller);
    try {
      if (!call) throw problem('bad-message', 'the engine does not know what is asked of it');
      await this.#answer(number, call, controller.signal);
    } catch (cause) {
      this.#send({ number, error: sentError(cause) });
    } finally {
      this.#running.delete(number);
    }
  }

  async #answer(number: number, call: Call, signal: AbortSignal): Promise<void> {
    const engine = await this.#engine;
    if (call.call === 'flat') {
      await this.#answerFlat(engine, number, call);
    } else if (call.call === 'load') {
      if (this.#readOnly) throw problem('read-only', 'this engine loads nothing for its users');
      const onProgress = (loaded: number, total: number): void =>
        this.#send({ number, progress: [loaded, total] });
      await engine.load(sourceOf(call.source), { signal, ...(call.progress && { onProgress }) });
      this.#send({ number, value: null });
    } else {
      this.#send({ number, value: await ask(engine, call) });
    }
  }

  async #answerFlat(
    engine: FlatEngine,
    number: number,
    { text, date, withEntities }: Extract<Call, { call: 'flat' }>,
  ): Promise<void> {
    const flat = await engine.flat(text, date, withEntities);
    const { words, names } = flat;
    const entities = withEntities ? flat.entities : [];
    const value: SentFlat = this.#namesSent ? { words, entities } : { words, entities, names };
    this.#namesSent = true;
    this.#send({ number, value }, [words.buffer]);
  }

  #send(answer: Answer, transfer?: Transferable[]): void {
    if (!this.#ended) this.#link.send(answer, transfer);
  }
}

function ask(
  engine: FlatEngine,
  call: Exclude<Call, { call: 'flat' | 'load' }>,
): Promise<unknown> {
  if (call.call === 'info') return engine.info();
  return call.call === 'entity' ? engine.entity(call.id, call.date) : engine.conflicts(call.first);
}

function sourceOf(source: SentSource): PackSource | Gazetteer {
  if ('address' in source) return source.address;
  return 'bytes' in source ? source.bytes : source.gazetteer;
}
