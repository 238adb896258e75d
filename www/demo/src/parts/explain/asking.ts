/** Asks the engine, in a worker of its own, what it saw in a text before it decided. */
import type { Gazetteer } from 'namelight';
import packAddress from 'namelight/base.nlpack?url';
import wasmAddress from 'namelight/importer_bg.wasm?url';

/** A word as it is compared. */
export interface FoldedWord {
  start: number;
  end: number;
  folded: string;
}

/** A surface form where it stands, and what keeps it from being a candidate. */
export interface StandingForm {
  start: number;
  end: number;
  entity: string;
  name: string;
  form: string;
  refusal: 'muted' | 'case' | 'context' | null;
}

export interface Explanation {
  words: FoldedWord[];
  forms: StandingForm[];
}

export type Overlays = readonly (Uint8Array<ArrayBuffer> | Gazetteer)[];

export type Order =
  | { kind: 'open'; wasm: string; pack: string; overlays: Overlays }
  | { kind: 'explain'; number: number; text: string; from: number; to: number };

export type Answer = { number: number; explanation: Explanation } | { number: number; fault: string };

/** A worker that has the gazetteers open; it ends with `dispose`. */
export class Asking {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #open = new Map<number, (answer: Answer) => void>();
  #count = 0;

  constructor(overlays: Overlays) {
    const failed = (message: string): void => {
      for (const [number, answer] of this.#open) answer({ number, fault: message });
      this.#open.clear();
    };
    this.#worker.addEventListener('error', ({ message }) => failed(message || 'the worker did not start'));
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#open.get(data.number)?.(data);
      this.#open.delete(data.number);
    });
    const at = (address: string): string => new URL(address, document.baseURI).href;
    this.#post({ kind: 'open', wasm: at(wasmAddress), pack: at(packAddress), overlays });
  }

  /** What stands in a part of a text. */
  async explain(text: string, from: number, to: number): Promise<Explanation> {
    const number = (this.#count += 1);
    const answer = await new Promise<Answer>((resolve) => {
      this.#open.set(number, resolve);
      this.#post({ kind: 'explain', number, text, from, to });
    });
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.explanation;
  }

  dispose(): void {
    this.#worker.terminate();
  }

  #post(order: Order): void {
    this.#worker.postMessage(order);
  }
}
