/** The side of a channel on which an engine is used: an engine like any other, that runs elsewhere. */
import type { EngineInfo } from './engine.js';
import { problem } from './errors.js';
import { disposed, FlatEngine, type Flat } from './flat.js';
import { Connection, gone } from './port-connection.js';
import type { EnginePort } from './port.js';
import type { Call, SentSource } from './port-messages.js';
import { bytesOf } from './response-bytes.js';
import type { Conflict, EntityDetails, Gazetteer, LoadOptions, PackSource } from './types.js';

/**
 * The engine that is served at the other end of `port`. When the port closes, what is pending and all that
 * follows fails with an error of the code `engine-gone`. Given a function, the port is opened by the first call,
 * and opened anew by the first call after it was closed; what only asks is then asked once more by itself.
 */
export function connectEngine(port: EnginePort | (() => EnginePort)): FlatEngine {
  return new PortEngine(port);
}

class PortEngine extends FlatEngine {
  readonly #open: () => EnginePort;
  readonly #reopens: boolean;
  #connection: Connection | undefined;
  #disposed = false;

  constructor(port: EnginePort | (() => EnginePort)) {
    super();
    this.#reopens = typeof port === 'function';
    this.#open = typeof port === 'function' ? port : () => port;
    if (!this.#reopens) this.#connect();
  }

  info(): Promise<EngineInfo> {
    return this.#ask({ call: 'info' }) as Promise<EngineInfo>;
  }

  flat(text: string, date: string | undefined, withEntities: boolean): Promise<Flat> {
    return this.#again((connection) => connection.flat({ call: 'flat', text, date, withEntities }));
  }

  async entity(id: string, date?: string): Promise<EntityDetails | undefined> {
    return ((await this.#ask({ call: 'entity', id, date })) ?? undefined) as EntityDetails | undefined;
  }

  /** Bytes are copied; a response is read here, since it cannot be sent. */
  async load(source: PackSource | Gazetteer, options: LoadOptions = {}): Promise<void> {
    const sent = await sentSource(source, options);
    const transfer = 'bytes' in sent ? [sent.bytes.buffer] : [];
    const progress = 'address' in sent && options.onProgress !== undefined;
    await this.#connect().call({ call: 'load', source: sent, progress }, options, transfer);
  }

  conflicts(first: number): Promise<Conflict[]> {
    return this.#ask({ call: 'conflicts', first }) as Promise<Conflict[]>;
  }

  /** The engine at the other end stays as it is. */
  dispose(): void {
    this.#disposed = true;
    this.#connection?.end(disposed());
  }

  #ask(call: Call): Promise<unknown> {
    return this.#again((connection) => connection.call(call));
  }

  /** Asks, and once more where the engine went away meanwhile and can be reached anew. */
  async #again<T>(ask: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = this.#connect();
    try {
      return await ask(connection);
    } catch (cause) {
      if (!this.#reopens || this.#disposed || !connection.ended) throw cause;
      return ask(this.#connect());
    }
  }

  #connect(): Connection {
    if (this.#disposed) throw disposed();
    if (this.#connection && !(this.#reopens && this.#connection.ended)) return this.#connection;
    try {
      this.#connection = new Connection(this.#open());
    } catch (cause) {
      throw gone(cause);
    }
    return this.#connection;
  }
}

async function sentSource(
  source: PackSource | Gazetteer,
  options: LoadOptions,
): Promise<SentSource> {
  if (typeof source === 'string' || source instanceof URL) return { address: absolute(source) };
  if (source instanceof Request || source instanceof Response) {
    return { bytes: await bytesOf(source, options) };
  }
  if (source instanceof ArrayBuffer) return { bytes: new Uint8Array(source.slice(0)) };
  if (source instanceof Uint8Array) return { bytes: new Uint8Array(source) };
  return { gazetteer: source };
}

/** An address is meant from here, and not from where the engine runs. */
function absolute(address: string | URL): string {
  try {
    return new Request(address).url;
  } catch (cause) {
    throw problem('fetch', `the pack could not be fetched: ${String(address)} is no address`, cause);
  }
}
