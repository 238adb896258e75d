/** One connection to an engine elsewhere: calls with their numbers, and the answers that find back to them. */
import { problem, type NamelightError } from './errors.js';
import type { Names } from './flat.js';
import { openLink, type EnginePort, type Link } from './port.js';
import { readAnswer, readFlat, type Call, type SentFlat } from './port-messages.js';
import type { LoadOptions } from './types.js';

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  onProgress: LoadOptions['onProgress'];
  signal: AbortSignal | undefined;
}

export class Connection {
  readonly #link: Link;
  readonly #pending = new Map<number, Pending>();
  #last = 0;
  #names: Names = { forms: [], confidences: [], rules: [] };
  #ended: NamelightError | undefined;

  constructor(port: EnginePort) {
    this.#link = openLink(port, {
      message: (data) => this.#receive(data),
      gone: () => this.end(gone()),
    });
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Asks; `transfer` is given away. */
  async call(
    call: Call,
    { onProgress, signal }: LoadOptions = {},
    transfer: Transferable[] = [],
  ): Promise<unknown> {
    if (this.#ended) throw this.#ended;
    const number = ++this.#last;
    const abort = (): void => this.#send({ number, abort: true });
    const answered = new Promise((resolve, reject) => {
      this.#pending.set(number, { resolve, reject, onProgress, signal });
    });
    try {
      this.#send({ number, call }, transfer);
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort);
      return await answered;
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#pending.delete(number);
    }
  }

  /** Mentions as the flat array, with the names that it is read with. */
  async flat(call: Extract<Call, { call: 'flat' }>): Promise<Required<SentFlat>> {
    const { names, ...flat } = readFlat(await this.call(call));
    if (names) this.#names = names;
    return { ...flat, names: this.#names };
  }

  /** Closes the port; what is pending, and what is asked later, fails with `error`. */
  end(error: NamelightError): void {
    if (this.#ended) return;
    this.#ended = error;
    this.#link.close();
    for (const { reject } of this.#pending.values()) reject(error);
  }

  #send(message: object, transfer?: Transferable[]): void {
    if (this.#ended) return;
    try {
      this.#link.send(message, transfer);
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'DataCloneError') {
        throw problem('not-cloneable', `the engine cannot be sent this: ${cause.message}`, cause);
      }
      // An extension's port throws once it is disconnected.
      this.end(gone(cause));
    }
  }

  #receive(data: unknown): void {
    const answer = readAnswer(data);
    const pending = this.#pending.get(answer.number);
    if (!pending) return;
    if ('progress' in answer) pending.onProgress?.(...answer.progress);
    else if ('error' in answer) {
      const { code, message } = answer.error;
      pending.reject(problem(code, message, code === 'aborted' ? pending.signal?.reason : undefined));
    } else pending.resolve(answer.value);
  }
}

/** What fails when the other end of a port is no more there. */
export const gone = (cause?: unknown): NamelightError =>
  problem('engine-gone', 'the engine at the other end of the port is gone; connect again', cause);
