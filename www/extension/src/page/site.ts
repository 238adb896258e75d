/** A site as the reader chooses it: by itself, on a click, or never. The browser's permissions say the first. */
import { entryOf, originOf } from '../outlets.js';
import { readSettings, writeSettings, type Sites } from '../settings.js';
import { grantedOrigins, isWithin, runsAt } from '../sites.js';

export type SiteRule = 'always' | 'click' | 'never';

/** What is asked for where it is to run everywhere. */
export const EVERYWHERE = '*://*/*';

/** The host without the `www` in front, which stands for all that is beneath it. */
export const domainOf = (host: string): string => host.replace(/^www\./, '');

/** The host that names can be lit on, or undefined for pages that no extension may read. */
export function hostOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.hostname : undefined;
}

/** Whether a host is one of a list of hosts such as `www.example.org` and `*.example.org`. */
export const isAmong = (host: string, list: readonly string[]): boolean => list.some((entry) => isWithin(host, entry));

export async function ruleOf(host: string, { never }: Sites): Promise<SiteRule> {
  if (isAmong(host, never)) return 'never';
  return (await runsAt(`https://${host}`)) || (await runsAt(`http://${host}`)) ? 'always' : 'click';
}

export const isEverywhere = (): Promise<boolean> => chrome.permissions.contains({ origins: [EVERYWHERE] });

/** What was granted site by site: each domain, and the patterns in which the browser has it. */
export async function grantedSites(): Promise<Map<string, string[]>> {
  const sites = new Map<string, string[]>();
  for (const origin of (await grantedOrigins()).sort()) {
    const domain = /^[^:]+:\/\/(?:\*\.)?([^/*]+)\/\*$/.exec(origin)?.[1];
    if (domain !== undefined) sites.set(domain, [...(sites.get(domain) ?? []), origin]);
  }
  return sites;
}

/** Asks the browser for domains; called in the very click, as browsers demand. False where the reader declined. */
export function grant(domains: readonly string[]): Promise<boolean> {
  return chrome.permissions.request({ origins: domains.map(originOf) });
}

/** Gives back what was granted for a host: its own permission, and those of what it is beneath. */
async function revokeFor(host: string): Promise<void> {
  const sites = await grantedSites();
  const origins = [...sites].flatMap(([domain, origins]) => (isWithin(host, `*.${domain}`) ? origins : []));
  if (origins.length > 0) await chrome.permissions.remove({ origins });
}

/** Makes a rule of a host's; false where the browser's question was declined. Called in the very click. */
export async function setRule(host: string, rule: SiteRule): Promise<boolean> {
  const domain = domainOf(host);
  if (rule === 'always' && !(await grant([domain]))) return false;
  if (rule === 'click') await revokeFor(host);
  const { sites } = await readSettings();
  const never = sites.never.filter((entry) => !isAmong(host, [entry]));
  await writeSettings({ sites: { ...sites, never: rule === 'never' ? [...never, entryOf(domain)] : never } });
  return true;
}

/**
 * Makes these domains, or everything, all that is granted: what is missing is asked for, the rest is given back. Called
 * in the very click; false where the browser's question was declined, and then all is as it was.
 */
export async function allow(what: 'everywhere' | readonly string[]): Promise<boolean> {
  if (what === 'everywhere') return chrome.permissions.request({ origins: [EVERYWHERE] });
  if (what.length > 0 && !(await grant(what))) return false;
  const kept = new Set(what.map(originOf));
  const rest = (await grantedOrigins()).filter((origin) => !kept.has(origin));
  if (rest.length > 0) await chrome.permissions.remove({ origins: rest });
  return true;
}
