/** The files that the reader has brought: each an import with its progress, its findings and its end. */
import { formatOf, importGazetteer, type ImportFinding, type ImportOutcome, type ImportProgress } from 'namelight/import';
import packAddress from 'namelight/base.nlpack?url';
import { WORDS } from './words.js';

export interface Import {
  readonly id: string;
  readonly title: string;
  readonly files: readonly File[];
  defaultType: string;
  phase: 'reading' | 'done' | 'failed' | 'stopped';
  progress: ImportProgress | undefined;
  findings: ImportFinding[];
  outcome: ImportOutcome | undefined;
  /** Why nothing could be taken, or why the gazetteer was refused. */
  fault: string | undefined;
  stop(): void;
}

/** What an import gives: bytes to lay over the base pack, and the same to edit where it was no pack. */
export interface Brought {
  id: string;
  title: string;
  pack: Uint8Array<ArrayBuffer>;
  json: string | undefined;
  nameCount: number | undefined;
}

export interface ImportsParts {
  /** Uses what was imported; fails where it is refused. */
  take(brought: Brought): Promise<void>;
  /** Something is to be drawn anew. */
  changed(): void;
}

export class Imports {
  readonly #parts: ImportsParts;
  #all: Import[] = [];
  #count = 0;

  constructor(parts: ImportsParts) {
    this.#parts = parts;
  }

  get all(): readonly Import[] {
    return this.#all;
  }

  /** Each file is a gazetteer of its own, but alternate names go with the places that they are for. */
  async bring(files: readonly File[], defaultType: string): Promise<void> {
    const formats = new Map(await Promise.all(files.map(async (file) => [file, await formatOf(file)] as const)));
    const isAlternate = (file: File): boolean => /alternate/i.test(file.name) && formats.get(file) !== 'geonames';
    const places = files.some((file) => formats.get(file) === 'geonames');
    const alone = files.filter((file) => !(places && isAlternate(file)));
    for (const file of alone) {
      const more = formats.get(file) === 'geonames' ? files.filter((other) => places && isAlternate(other)) : [];
      void this.#start([file, ...more], defaultType);
    }
  }

  again({ id, files, title }: Import, defaultType: string): void {
    void this.#start(files, defaultType, id, title);
  }

  forget(gone: Import): void {
    gone.stop();
    this.#all = this.#all.filter((other) => other !== gone);
    this.#parts.changed();
  }

  dispose(): void {
    for (const one of this.#all) one.stop();
    this.#all = [];
  }

  async #start(files: readonly File[], defaultType: string, id = `import-${(this.#count += 1)}`, named = ''): Promise<void> {
    const [first] = files;
    if (!first) return;
    const end = new AbortController();
    const title = named || first.name.replace(/\.[^.]+$/, '');
    const one: Import = {
      id,
      title,
      files,
      defaultType,
      phase: 'reading',
      progress: undefined,
      findings: [],
      outcome: undefined,
      fault: undefined,
      stop: () => end.abort(),
    };
    this.#all = [one, ...this.#all.filter((other) => other.id !== id)];
    this.#parts.changed();
    try {
      const brought = await this.#read(one, end.signal);
      end.signal.throwIfAborted();
      await this.#parts.take(brought);
      one.phase = 'done';
    } catch (cause) {
      one.phase = end.signal.aborted ? 'stopped' : 'failed';
      one.fault = cause instanceof Error ? cause.message : String(cause);
    }
    this.#parts.changed();
  }

  async #read(one: Import, signal: AbortSignal): Promise<Brought> {
    const { id, title, files, defaultType } = one;
    const [first] = files;
    if (!first) throw new Error(WORDS.unknownFormat);
    const format = await formatOf(first);
    if (!format) throw new Error(WORDS.unknownFormat);
    if (format === 'pack') {
      const pack = new Uint8Array(await first.arrayBuffer());
      return { id, title, pack, json: undefined, nameCount: undefined };
    }
    const outcome = await importGazetteer(
      files.map((file, number) => ({
        name: file.name,
        content: file,
        ...(number > 0 && { format: 'geonames-alternate' }),
      })),
      {
        format,
        title,
        defaultType,
        over: [await basePack(signal)],
        signal,
        onProgress: (progress) => {
          one.progress = progress;
          this.#parts.changed();
        },
        onFindings: (findings) => {
          one.findings.push(...findings);
          this.#parts.changed();
        },
      },
    );
    one.outcome = outcome;
    return { id, title, pack: outcome.pack, json: outcome.json, nameCount: outcome.nameCount };
  }
}

/** What the gazetteers are laid over; the browser has it already. */
async function basePack(signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(packAddress, { signal });
  return new Uint8Array(await response.arrayBuffer());
}
