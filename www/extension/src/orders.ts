/** What a frame is told to do. */
import { tellsOfReader } from './overlay.js';
import type { PageOrders } from './protocol.js';
import { readSettings } from './settings.js';
import { runsAt } from './sites.js';

/** The orders for the frame that asks; `byHand` where the reader had it turned on there. */
export async function ordersFor(
  { url, tab }: chrome.runtime.MessageSender,
  byHand: boolean,
): Promise<PageOrders> {
  const [settings, secret] = await Promise.all([readSettings(), readSecret()]);
  const { appearance, language, gazetteers, own, mutes } = settings;
  return {
    // A frame belongs to the site of its page, as far as that can be seen.
    run: byHand || (await runsAt(tab?.url ?? url)),
    private: tellsOfReader(settings),
    appearance,
    language,
    messages: await messagesOf(language),
    engine: await digest(JSON.stringify([gazetteers, own, mutes])),
    secret,
  };
}

/** Made once and kept over updates. */
async function readSecret(): Promise<string> {
  const { secret } = (await chrome.storage.local.get('secret')) as { secret?: string };
  if (secret) return secret;
  const made = crypto.randomUUID();
  await chrome.storage.local.set({ secret: made });
  return made;
}

/** The messages of a language chosen; undefined for the browser's own, which it gives by itself. */
async function messagesOf(language: string): Promise<Record<string, string> | undefined> {
  if (!language) return undefined;
  const response = await fetch(chrome.runtime.getURL(`_locales/${language}/messages.json`));
  const messages = (await response.json()) as Record<string, { message: string }>;
  return Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message]));
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
