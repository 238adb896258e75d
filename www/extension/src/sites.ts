/** On which pages it runs by itself: what the browser was granted, but for where the reader said never. */
import { readSettings, writeSettings } from './settings.js';

const SCRIPT = 'pages';
const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/i;
const FILES = ['content.js'];

/** The patterns of sites that were granted. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.filter((origin) => !origin.startsWith('file:'));
}

/** Has the browser start the content script on granted sites, from the next page on. */
export function registerScripts(): Promise<void> {
  // A permission and the setting that follows from it come at the same time.
  return navigator.locks.request('scripts', register);
}

async function register(): Promise<void> {
  const [matches, { sites }, registered] = await Promise.all([
    grantedOrigins(),
    readSettings(),
    chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] }),
  ]);
  if (matches.length === 0) {
    if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  // What is no host in a pattern is left out here, and kept in `runsAt`.
  const excludeMatches = sites.never.filter((host) => HOST.test(host)).map((host) => `*://${host}/*`);
  const script = { id: SCRIPT, matches, excludeMatches, js: FILES, allFrames: true, runAt: 'document_idle' as const };
  if (registered.length > 0) await chrome.scripting.updateContentScripts([script]);
  else await chrome.scripting.registerContentScripts([script]);
}

/** Starts the content script on those open pages that were granted; where it runs, it stays as it is. */
export async function startOnOpenPages(): Promise<void> {
  const url = await grantedOrigins();
  if (url.length === 0) return;
  const tabs = await chrome.tabs.query({ url, discarded: false });
  await Promise.all(tabs.map(({ id }) => id !== undefined && startIn(id)));
}

/** Starts the content script in a tab; false where the browser does not allow that. */
export async function startIn(tabId: number): Promise<boolean> {
  try {
    await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: FILES });
    return true;
  } catch {
    return false;
  }
}

/** Whether it runs by itself at an address. */
export async function runsAt(address: string | undefined): Promise<boolean> {
  const url = address === undefined ? undefined : URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  const { sites } = await readSettings();
  if (sites.never.some((host) => isWithin(url.hostname, host))) return false;
  return chrome.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] });
}

/** Keeps the list of sites in step with what was granted and taken back, here or in the browser's own pages. */
export async function followPermissions({ origins = [] }: chrome.permissions.Permissions, granted: boolean): Promise<void> {
  const hosts = origins.flatMap((origin) => hostOf(origin) ?? []);
  const { sites } = await readSettings();
  const others = sites.always.filter((host) => !hosts.includes(host));
  const always = granted ? [...others, ...hosts] : others;
  const never = granted ? sites.never.filter((host) => !hosts.includes(host)) : sites.never;
  await writeSettings({ sites: { always, never } });
}

/** The host of a pattern such as `*://*.example.org/*`; none where it stands for all. */
function hostOf(pattern: string): string | undefined {
  const host = /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1];
  return host === '*' ? undefined : host;
}

/** Whether a host is that of an entry such as `www.example.org` or `*.example.org`. */
export function isWithin(hostname: string, host: string): boolean {
  const above = host.startsWith('*.') ? host.slice(2) : undefined;
  return above === undefined ? hostname === host : hostname === above || hostname.endsWith(`.${above}`);
}
