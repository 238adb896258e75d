/**
 * Gazetteers from other formats, made into packs in a worker, so that no page stands still: tables, GeoNames, Wikidata,
 * PETRARCH, FollowTheMoney, STIX, and gazetteer files. The importer is a module of its own, fetched when first used.
 */
import { problem, type NamelightError } from './errors.js';
import type { ImportFinding, ImportMessage, ImportOrder, Imported, ImportSource } from './import-types.js';

export { formatOf, importFormats, type ImportFormat } from './import-formats.js';
export type { ImportCounts, Imported, ImportFinding, ImportSource } from './import-types.js';

/** How far an import is. */
export interface ImportProgress {
  /** The file under way. */
  file: string;
  readBytes: number;
  totalBytes: number;
}

/** What an import reads, and whom it tells of how far it is. */
export interface ImportOptions {
  /** What the files are: one of `importFormats`. */
  format: string;
  /** What the gazetteer calls itself. */
  title: string;
  /** The day on which its facts were checked, `YYYY-MM-DD`. */
  checked?: string;
  /** Tables: which column a field is in, by its title in the header; columns with well-known titles need none. */
  columns?: Readonly<Record<string, string>>;
  /** The type of what does not say its own: `person`, `city`, `company` … */
  defaultType?: string;
  /** The encoding of files without a byte order mark, such as `windows-1252`; otherwise UTF-8. */
  encoding?: string;
  /** Packs that it will be laid over, the lowest first, so that roles and places may refer to their entities. */
  over?: readonly Uint8Array[];
  /** Called when more of a file was read. */
  onProgress?: (progress: ImportProgress) => void;
  /** Called with what was found since it was called last. */
  onFindings?: (findings: readonly ImportFinding[]) => void;
  /** Ends the import at once with an error of the code `aborted`. */
  signal?: AbortSignal;
  /** The importer's module, where it is not beside the package. */
  wasm?: string | URL;
}

/** What was imported, and why the rest of a file could not be read, if so. */
export interface ImportOutcome extends Imported {
  fault: NamelightError | undefined;
}

/**
 * Makes a pack of files. Memory is what is kept of the rows, whatever the size of the files. Fails with an error of this
 * package where nothing could be taken; nothing is kept of an import that fails or is stopped.
 */
export function importGazetteer(
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { onProgress, onFindings, signal } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(stopped(signal));
    const worker = new Worker(new URL('./import-worker.js', import.meta.url), { type: 'module' });
    const end = (): void => {
      worker.terminate();
      signal?.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      end();
      if (signal) reject(stopped(signal));
    };
    signal?.addEventListener('abort', stop);
    worker.addEventListener('error', (event) => {
      end();
      reject(problem('worker', `the import could not be run: ${event.message || 'its worker did not start'}`));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<ImportMessage>) => {
      if (data.findings.length > 0) onFindings?.(data.findings);
      if (data.kind === 'progress') return onProgress?.(data);
      end();
      const fault = data.fault && problem(data.fault.code, data.fault.message);
      if (data.kind === 'done') resolve({ ...data.imported, fault });
      else reject(fault);
    });
    worker.postMessage(orderOf(sources, options));
  });
}

function orderOf(sources: readonly ImportSource[], options: ImportOptions): ImportOrder {
  const { format, title, checked, columns = {}, defaultType, encoding, over = [] } = options;
  return {
    wasm: String(options.wasm ?? new URL('./importer_bg.wasm', import.meta.url)),
    format,
    title,
    checked,
    options: {
      columns: Object.entries(columns),
      ...(defaultType === undefined ? {} : { defaultType }),
      ...(encoding === undefined ? {} : { encoding }),
    },
    over: [...over],
    sources,
  };
}

const stopped = ({ reason }: AbortSignal): NamelightError =>
  problem('aborted', 'the import was stopped', reason);
