/**
 * All that the reader has set and added, as one JSON file. What is read from a file is checked before anything is
 * changed; a restoration that fails leaves what was there.
 */
import { problem } from '../../src/errors.js';
import { readBase64, writeBase64 } from './base64.js';
import { checkedSettings } from './checked-settings.js';
import { deletePack, getPack, packIds, putPack } from './packs.js';
import { ask } from './protocol.js';
import { readSettings, writeSettings, type Settings } from './settings.js';

const KIND = 'namelight-backup';
const VERSION = 1;

export interface Backup {
  /** When it was made, as ISO 8601 has it. */
  made: string;
  settings: Settings;
  packs: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** The file with all settings and the packs of all gazetteers that were added. */
export async function makeBackup(): Promise<Blob> {
  const settings = await readSettings();
  const packs: [string, string][] = [];
  for (const { id } of settings.gazetteers) {
    const pack = await getPack(id);
    if (pack) packs.push([id, await writeBase64(pack)]);
  }
  const made = new Date().toISOString();
  const content = { kind: KIND, version: VERSION, made, settings, packs: Object.fromEntries(packs) };
  return new Blob([JSON.stringify(content)], { type: 'application/json' });
}

/** Reads such a file and changes nothing; fails with the code `bad-backup` or `newer-backup`. */
export async function readBackup(file: Blob): Promise<Backup> {
  const content = parse(await file.text());
  if (content['kind'] !== KIND) throw problem('bad-backup', 'this is no backup of Namelight');
  const { version, made, settings, packs } = content;
  if (typeof version !== 'number' || version > VERSION) {
    throw problem('newer-backup', 'the backup was made by a newer version of Namelight');
  }
  const entries = Object.entries((packs ?? {}) as Record<string, unknown>).map(
    ([id, pack]) => [id, readBase64(String(pack))] as const,
  );
  const found = new Map(entries);
  const checked = checkedSettings(settings);
  // A gazetteer without its pack could never be loaded.
  const gazetteers = checked.gazetteers.filter(({ id }) => id === 'base' || found.has(id));
  return { made: String(made), settings: { ...checked, gazetteers }, packs: found };
}

/** Puts what a backup holds in place of what is there. What sites were granted only the browser can give back. */
export async function restoreBackup({ settings, packs }: Backup): Promise<void> {
  const before = await packIds();
  const ids = new Map<string, string>();
  try {
    for (const [id, pack] of packs) {
      const fresh = crypto.randomUUID();
      ids.set(id, fresh);
      await putPack(fresh, pack);
      await ask('check-pack', { id: fresh });
    }
    const gazetteers = settings.gazetteers.map((item) => ({ ...item, id: ids.get(item.id) ?? item.id }));
    await writeSettings({ ...settings, gazetteers });
  } catch (cause) {
    for (const id of ids.values()) await deletePack(id);
    throw cause;
  }
  for (const id of before) await deletePack(id);
}

function parse(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch (cause) {
    throw problem('bad-backup', 'this is no backup of Namelight', cause);
  }
}
