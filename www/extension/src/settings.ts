/**
 * The reader's settings: their types, their defaults, and where each is kept. What tells what a person reads or looks
 * for stays on the device unless the reader has its sharing turned on; packs are not here but in `packs.ts`.
 */
import { readShared, removeShared, writeShared } from './shared-storage.js';

/** Classes that a highlight can be painted in. */
export type LookedClass = 'actor' | 'place' | 'ambiguous';

export type Line = 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy' | 'none';

/** How a class looks. An empty colour is the default pair, one for light pages and one for dark ones. */
export interface Look {
  line: Line;
  /** `#rrggbb`, or empty. */
  colour: string;
}

export type Appearance = Record<LookedClass, Look>;

/** Hosts such as `www.example.org`, or `*.example.org` with all that is below. */
export interface Sites {
  /** Where it runs by itself, as far as the browser has been granted to; kept in step with the permissions. */
  always: string[];
  /** Where it does not run by itself, also when it runs everywhere. */
  never: string[];
}

/** What is not to be lit on any page: an entity, or one surface form. `name` is what the reader is shown. */
export interface Mute {
  entity?: string;
  text?: string;
  name: string;
}

/** An entry of the reader's own. */
export interface OwnEntry {
  /** `own-` and a UUID. */
  id: string;
  name: string;
  /** One of the gazetteer's types: `person`, `company`, `city` … */
  type: string;
  /** Other surface forms. */
  names: string[];
  /** Who or what it is, in a line; shown as its role. */
  note: string;
  /** An address that begins with `https://`, or empty. */
  website: string;
  /** Kept, and not looked for. */
  muted: boolean;
}

/** A gazetteer that is there; the order of the list is that of the layers, the lowest first. */
export interface GazetteerItem {
  /** `base`, or the key of a pack in `packs.ts`. */
  id: string;
  title: string;
  /** What is switched off stays and is not looked for. */
  on: boolean;
  /** Names of private gazetteers are never where a page could see them. */
  private: boolean;
  /** Of the gazetteer by itself; 0 for the base pack, of which `status` tells. */
  entityCount: number;
  nameCount: number;
  /** The day on which its facts were checked, `YYYY-MM-DD`, or empty. */
  checked: string;
  bytes: number;
  /** The day on which it was added, or empty for the base pack. */
  added: string;
}

/** Whether the browser may carry these to the reader's other devices. */
export interface Sharing {
  sites: boolean;
  mutes: boolean;
  own: boolean;
}

export interface Settings {
  appearance: Appearance;
  /** A folder of `_locales` such as `de`; empty for the browser's own language. */
  language: string;
  sites: Sites;
  mutes: Mute[];
  own: OwnEntry[];
  gazetteers: GazetteerItem[];
  sharing: Sharing;
}

export type SettingName = keyof Settings;

export const DEFAULTS: Readonly<Settings> = {
  appearance: {
    actor: { line: 'solid', colour: '' },
    place: { line: 'dashed', colour: '' },
    ambiguous: { line: 'dotted', colour: '' },
  },
  language: '',
  sites: { always: [], never: [] },
  mutes: [],
  own: [],
  gazetteers: [
    {
      id: 'base',
      title: 'Namelight',
      on: true,
      private: false,
      entityCount: 0,
      nameCount: 0,
      checked: '',
      bytes: 0,
      added: '',
    },
  ],
  sharing: { sites: false, mutes: false, own: false },
};

export const SETTING_NAMES = Object.keys(DEFAULTS) as SettingName[];

/** Kept in `storage.sync` always; the others only where their sharing is on. */
const ALWAYS_SHARED = new Set<SettingName>(['appearance', 'language']);
const SHAREABLE = new Set<SettingName>(['sites', 'mutes', 'own']);

/** All settings as they are now; the default of each that was never changed. */
export async function readSettings(): Promise<Settings> {
  // Side by side: pages wait for this when the background has just been started.
  const [local, shared] = await Promise.all([chrome.storage.local.get(SETTING_NAMES), readShared()]);
  const settings: Settings = { ...structuredClone(DEFAULTS), ...(local as Partial<Settings>) };
  const names = Object.keys(shared).filter((name) => isShared(name as SettingName, settings.sharing));
  return { ...settings, ...Object.fromEntries(names.map((name) => [name, shared[name]])) };
}

/** Writes some settings and leaves the others. Whoever watches is told, in this page and in all others. */
export async function writeSettings(changes: Partial<Settings>): Promise<void> {
  const sharing = changes.sharing ?? (await readSettings()).sharing;
  const names = Object.keys(changes) as SettingName[];
  for (const name of names) {
    if (isShared(name, sharing)) await writeShared(name, changes[name]);
  }
  // Here as well: what is shared may be half written by another device.
  await chrome.storage.local.set(changes);
}

/** Turns the sharing of one setting on or off. Turned off, it is taken from `storage.sync` and kept here. */
export async function share(name: keyof Sharing, on: boolean): Promise<void> {
  const { sharing, [name]: value } = await readSettings();
  await writeSettings({ sharing: { ...sharing, [name]: on }, [name]: value });
  if (!on) await removeShared(name);
}

/** Calls `changed` after a change of settings, wherever it was made, until `signal` is aborted. */
export function watchSettings(changed: (names: Set<SettingName>) => void, signal?: AbortSignal): void {
  const listen = (changes: Record<string, unknown>): void => {
    const names = Object.keys(changes).map((key) => key.replace(/\/.*$/, '') as SettingName);
    const known = new Set(names.filter((name) => SETTING_NAMES.includes(name)));
    if (known.size > 0) changed(known);
  };
  chrome.storage.onChanged.addListener(listen);
  signal?.addEventListener('abort', () => chrome.storage.onChanged.removeListener(listen));
}

const isShared = (name: SettingName, sharing: Sharing): boolean =>
  ALWAYS_SHARED.has(name) || (SHAREABLE.has(name) && sharing[name as keyof Sharing]);
