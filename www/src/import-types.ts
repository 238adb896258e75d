/** What passes between whoever imports a gazetteer and the worker that does it. */

/** A file to import: what findings call it, and its content. */
export interface ImportSource {
  name: string;
  content: Blob | Uint8Array<ArrayBuffer>;
  /** Where it differs from the others: `geonames-alternate`, after the places that the names are for. */
  format?: string;
}

/**
 * What became of rows side by side: they were skipped, added to an entity that was there, or read otherwise than one
 * may think. Gazetteer files have errors, warnings and notes instead, which may name an entity.
 */
export interface ImportFinding {
  what: 'skipped' | 'merged' | 'warning' | 'error' | 'note';
  file: string;
  /** Lines count from 1; `lastLine` is the line of the last of the `rows`. */
  line?: number;
  lastLine?: number;
  rows?: number;
  entity?: string;
  reason: string;
}

/** Rows by what became of them; `read` is `taken` and `skipped` together. */
export interface ImportCounts {
  read: number;
  taken: number;
  skipped: number;
  merged: number;
  warnings: number;
}

/** A gazetteer made of files. */
export interface Imported {
  /** A pack file, to load or to keep. */
  pack: Uint8Array<ArrayBuffer>;
  /** The same as a gazetteer file, to edit. */
  json: string;
  counts: ImportCounts;
  entityCount: number;
  nameCount: number;
}

/** What the worker is told once. */
export interface ImportOrder {
  wasm: string;
  format: string;
  title: string;
  checked: string | undefined;
  options: { columns: [string, string][]; defaultType?: string; encoding?: string };
  over: Uint8Array[];
  sources: readonly ImportSource[];
}

/** What the worker says: how far it is, with what was found since, and how it ended. */
export type ImportMessage =
  | { kind: 'progress'; file: string; readBytes: number; totalBytes: number; findings: ImportFinding[] }
  | { kind: 'done'; findings: ImportFinding[]; imported: Imported; fault: ImportFault | undefined }
  | { kind: 'failed'; findings: ImportFinding[]; fault: ImportFault };

/** An error as it crosses from the worker. */
export interface ImportFault {
  code: string;
  message: string;
}
