/** Settings as they were read from a file, which may say anything: of each field only what the field can be. */
import {
  DEFAULTS,
  type Appearance,
  type GazetteerItem,
  type Line,
  type LookedClass,
  type Mute,
  type OwnEntry,
  type Settings,
} from './settings.js';

const LINES: readonly Line[] = ['solid', 'dashed', 'dotted', 'double', 'wavy', 'none'];
const HOST = /^(\*\.)?[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/i;

/** Defaults stand where nothing fitting is said. */
export function checkedSettings(value: unknown): Settings {
  const { appearance, language, sites, mutes, own, gazetteers, sharing } = fields(value);
  const { always, never } = fields(sites);
  const { sites: sitesShared, mutes: mutesShared, own: ownShared } = fields(sharing);
  return {
    appearance: looks(appearance),
    language: /^[a-z]{2,3}(_[A-Z]{2})?$/.test(text(language)) ? text(language) : DEFAULTS.language,
    sites: { always: hosts(always), never: hosts(never) },
    mutes: list(mutes).map(mute),
    own: list(own).map(entry).filter(({ id, name }) => id !== '' && name !== ''),
    gazetteers: withBase(list(gazetteers).map(item).filter(({ id }) => id !== '')),
    sharing: { sites: sitesShared === true, mutes: mutesShared === true, own: ownShared === true },
  };
}

function looks(value: unknown): Appearance {
  const given = fields(value);
  const classes = Object.entries(DEFAULTS.appearance).map(([as, usual]) => {
    const { line, colour } = fields(given[as as LookedClass]);
    const known = LINES.find((one) => one === line) ?? usual.line;
    return [as, { line: known, colour: /^#[0-9a-f]{6}$/i.test(text(colour)) ? text(colour) : '' }];
  });
  return Object.fromEntries(classes) as Appearance;
}

function mute(value: unknown): Mute {
  const { entity, text: form, name } = fields(value);
  return {
    ...(typeof entity === 'string' && { entity }),
    ...(typeof form === 'string' && { text: form }),
    name: text(name),
  };
}

function entry(value: unknown): OwnEntry {
  const { id, name, type, names, note, website, muted } = fields(value);
  const address = text(website);
  return {
    id: text(id),
    name: text(name),
    type: text(type),
    names: list(names).map(text),
    note: text(note),
    website: address.startsWith('https://') ? address : '',
    muted: muted === true,
  };
}

/** What is not said to be public is private. */
function item(value: unknown): GazetteerItem {
  const { id, title, on, private: hidden, entityCount, nameCount, checked, bytes, added } = fields(value);
  return {
    id: text(id),
    title: text(title),
    on: on !== false,
    private: id === 'base' ? false : hidden !== false,
    entityCount: number(entityCount),
    nameCount: number(nameCount),
    checked: text(checked),
    bytes: number(bytes),
    added: text(added),
  };
}

const withBase = (items: GazetteerItem[]): GazetteerItem[] =>
  items.some(({ id }) => id === 'base') ? items : [...DEFAULTS.gazetteers, ...items];

const hosts = (value: unknown): string[] => list(value).map(text).filter((host) => HOST.test(host));
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' && value >= 0 ? value : 0);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
