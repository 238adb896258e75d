/**
 * One import, from the files to a gazetteer that is kept: what was chosen, how far it is, what was found on the way,
 * and how it ended. Nothing that was there is touched before the new gazetteer is whole and can be loaded.
 */
import {
  formatOf,
  importFormats,
  importGazetteer,
  type Imported,
  type ImportFinding,
  type ImportFormat,
} from 'namelight/import';
import { deletePack, putPack } from '../packs.js';
import { ask } from '../protocol.js';
import { readSettings, writeSettings } from '../settings.js';
import { columnsOf } from './table-columns.js';

export type JobFormat = ImportFormat | 'pack';
export const jobFormats: readonly JobFormat[] = [...importFormats, 'pack'];

/** What the reader says of the files before they are imported. */
export interface Plan {
  files: readonly File[];
  title: string;
  format: JobFormat;
  /** The type of entities whose rows name none; empty for what the importer takes. */
  defaultType: string;
  /** `YYYY-MM-DD`, or empty. */
  checked: string;
  /** The titles of a table's columns, and which of them the reader has given to a field of the importer's. */
  titles: readonly string[];
  columns: Readonly<Record<string, string>>;
  /** The gazetteer that it takes the place of, or empty. */
  replaces: string;
}

export type Outcome = Pick<Imported, 'counts' | 'entityCount' | 'pack'> & { fault: string };

export type Job =
  | { state: 'idle' }
  | { state: 'planned'; plan: Plan }
  /** Without `stop`, all is read and is being kept. */
  | { state: 'running'; plan: Plan; read: number; total: number; findings: ImportFinding[]; stop?: () => void }
  /** Something was left out: the reader decides whether the rest is kept. */
  | { state: 'asking'; plan: Plan; findings: ImportFinding[]; outcome: Outcome }
  | { state: 'kept'; title: string; entityCount: number; findings: ImportFinding[] }
  | { state: 'stopped'; title: string }
  | { state: 'failed'; title: string; reason: string; findings: ImportFinding[] };

/** What the files seem to be, with a title from the first one's name. */
export async function planFor(files: readonly File[]): Promise<Plan | undefined> {
  const [first] = files;
  if (!first) return undefined;
  const format = (await formatOf(first)) ?? 'csv';
  const title = first.name.replace(/\.[^.]+$/, '').replaceAll(/[_-]+/g, ' ');
  const titles = format === 'csv' || format === 'tsv' ? await columnsOf(first) : [];
  return { files, title, format, defaultType: '', checked: '', titles, columns: {}, replaces: '' };
}

/** Runs a plan; `told` is called with each state that it comes to. */
export async function run(plan: Plan, told: (job: Job) => void): Promise<void> {
  const end = new AbortController();
  const findings: ImportFinding[] = [];
  const total = plan.files.reduce((sum, { size }) => sum + size, 0);
  const progress = (read: number): void =>
    told({ state: 'running', plan, read, total, findings, stop: () => end.abort() });
  const kept = async (outcome: Pick<Outcome, 'pack' | 'entityCount'>): Promise<void> => {
    end.signal.throwIfAborted();
    told({ state: 'running', plan, read: total, total, findings });
    told(await keep(plan, outcome, findings));
  };
  progress(0);
  try {
    if (plan.format === 'pack') {
      const [file] = plan.files;
      const pack = file && new Uint8Array(await file.arrayBuffer());
      if (pack) await kept({ pack, entityCount: 0 });
      return;
    }
    const outcome = await importGazetteer(
      plan.files.map((file) => ({ name: file.name, content: file })),
      {
        format: plan.format,
        title: plan.title,
        columns: plan.columns,
        ...(plan.checked === '' ? {} : { checked: plan.checked }),
        ...(plan.defaultType === '' ? {} : { defaultType: plan.defaultType }),
        onProgress: ({ readBytes }) => progress(readBytes),
        onFindings: (found) => findings.push(...found),
        signal: end.signal,
      },
    );
    const fault = outcome.fault?.message ?? '';
    const whole = fault === '' && outcome.counts.skipped === 0;
    if (whole) await kept(outcome);
    else told({ state: 'asking', plan, findings, outcome: { ...outcome, fault } });
  } catch (error) {
    if (end.signal.aborted) told({ state: 'stopped', title: plan.title });
    else told({ state: 'failed', title: plan.title, reason: reasonOf(error), findings });
  }
}

/** Keeps what was imported, if it can be loaded; else all is as it was. */
export async function keep(
  { title, checked, replaces }: Plan,
  { pack, entityCount }: Pick<Outcome, 'pack' | 'entityCount'>,
  findings: ImportFinding[],
): Promise<Job> {
  const id = crypto.randomUUID();
  try {
    await putPack(id, pack);
    await ask('add-gazetteer', { id, title, private: true });
  } catch (error) {
    await deletePack(id);
    return { state: 'failed', title, reason: reasonOf(error), findings };
  }
  const { gazetteers } = await readSettings();
  const added = gazetteers.find((item) => item.id === id);
  if (added) {
    const item = { ...added, ...(checked === '' ? {} : { checked }) };
    const others = gazetteers.filter((one) => one.id !== id);
    const at = others.findIndex((one) => one.id === replaces);
    await writeSettings({ gazetteers: at < 0 ? [...others, item] : others.with(at, item) });
    if (at >= 0) await deletePack(replaces);
  }
  return { state: 'kept', title, entityCount: added?.entityCount ?? entityCount, findings };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
