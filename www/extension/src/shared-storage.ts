/**
 * Values in `storage.sync`, which takes 8 KB an item and 100 KB in all: what is longer is cut into items of its own,
 * `name/0`, `name/1` … A value is written whole or not at all.
 */

/** Characters of JSON in an item; each may take three bytes, and quotes are escaped once more. */
const PIECE = 1800;

interface Head {
  pieces: number;
}

/** All values that are there, and whole. */
export async function readShared(): Promise<Record<string, unknown>> {
  const items = await chrome.storage.sync.get(null);
  const values: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(items)) {
    const { pieces } = Object(item) as Partial<Head>;
    if (pieces === undefined) continue;
    try {
      values[name] = JSON.parse(keysOf(name, pieces).map((key) => String(items[key] ?? '')).join(''));
    } catch {
      // The other device is not done writing: what is kept here stands until it is.
    }
  }
  return values;
}

/** Writes a value; fails where there is no room for it, and then leaves what was there. */
export async function writeShared(name: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  const count = Math.ceil(json.length / PIECE);
  const before = await countOf(name);
  const items = keysOf(name, count).map((key, at) => [key, json.slice(at * PIECE, (at + 1) * PIECE)]);
  await chrome.storage.sync.set({ ...Object.fromEntries(items), [name]: { pieces: count } satisfies Head });
  if (before > count) await chrome.storage.sync.remove(keysOf(name, before).slice(count));
}

export async function removeShared(name: string): Promise<void> {
  await chrome.storage.sync.remove([name, ...keysOf(name, await countOf(name))]);
}

async function countOf(name: string): Promise<number> {
  const { [name]: head } = (await chrome.storage.sync.get(name)) as Record<string, Head | undefined>;
  return head?.pieces ?? 0;
}

const keysOf = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => `${name}/${number}`);
