/**
 * The background: one engine for all tabs, and what follows from permissions, settings and keys. It may be stopped
 * between any two events, so all listeners are there at once, and what must outlast it is in storage.
 */
import { serveEngine } from '../../src/port-server.js';
import { Answers } from './answers.js';
import { Badge } from './badge.js';
import { makeMenus, onCommand, onMenu, renameMenus } from './gestures.js';
import { LayeredEngine } from './layered-engine.js';
import { ENGINE_CHANNEL } from './protocol.js';
import { watchSettings } from './settings.js';
import { followPermissions, registerScripts, startOnOpenPages } from './sites.js';
import { tellAll } from './tabs.js';

const engine = new LayeredEngine();
const badge = new Badge();
const answers = new Answers(engine, badge);

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === ENGINE_CHANNEL) serveEngine(engine, port, { readOnly: true });
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const answer = answers.answer(message, sender);
  answer?.then(
    (value) => respond({ answer: value }),
    ({ code = 'failed', message: words }: { code?: string; message: string }) =>
      respond({ error: { code, message: words } }),
  );
  return answer !== undefined;
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('pages/welcome.html') });
});

chrome.permissions.onAdded.addListener((granted) => void changePermissions(granted, true));
chrome.permissions.onRemoved.addListener((revoked) => void changePermissions(revoked, false));
chrome.tabs.onRemoved.addListener((tabId) => void badge.forget(tabId));
chrome.commands.onCommand.addListener((command, tab) => void onCommand(command, tab));
chrome.contextMenus.onClicked.addListener((info, tab) => void onMenu(info, tab));

watchSettings(async (names) => {
  if (names.has('sites')) await registerScripts();
  if (names.has('language')) await renameMenus();
  if (names.has('gazetteers') || names.has('own') || names.has('mutes')) await engine.renew();
  await tellAll();
});

void begin();

async function changePermissions(permissions: chrome.permissions.Permissions, granted: boolean): Promise<void> {
  await followPermissions(permissions, granted);
  await registerScripts();
  if (granted) await startOnOpenPages();
  await tellAll();
}

/** Once in a session of the browser, and after an update or when it is switched on again. */
async function begin(): Promise<void> {
  const { begun } = await chrome.storage.session.get('begun');
  if (begun) return;
  await chrome.storage.session.set({ begun: true });
  // Firefox has no such levels; content scripts read no settings in either.
  for (const area of [chrome.storage.local, chrome.storage.sync]) {
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
  await makeMenus();
  await registerScripts();
  await startOnOpenPages();
}
