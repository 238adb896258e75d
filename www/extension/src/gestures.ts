/** What the reader does outside of pages: keyboard commands and the context menu. */
import { readSettings } from './settings.js';
import { tell, turnOff, turnOn } from './tabs.js';
import { wordsIn } from './words.js';

const LOOK_UP = 'look-up';
const ADD = 'add';

/** Carries out a command of the manifest. */
export async function onCommand(command: string, tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (command === 'panel') return openPanel(tab);
  if (command === 'options') return chrome.runtime.openOptionsPage();
  if (tab?.id === undefined) return;
  if (command === 'toggle') {
    if ((await tell(tab.id, { notice: 'is-on' }, 0)) === true) await turnOff(tab.id);
    else await turnOn(tab.id);
  } else if (command === 'next' || command === 'previous') {
    await tell(tab.id, { notice: 'step', by: command === 'next' ? 1 : -1 }, 0);
  } else if (command === 'card') {
    await tell(tab.id, { notice: 'card' }, 0);
  }
}

/** Chromium has a side panel, Firefox a sidebar; both open only at once, while the browser knows of the key. */
async function openPanel(tab: chrome.tabs.Tab | undefined): Promise<void> {
  const { sidebarAction, sidePanel } = chrome as typeof chrome & {
    sidebarAction?: { toggle(): Promise<void> };
  };
  if (sidebarAction) await sidebarAction.toggle();
  else if (tab) await sidePanel.open({ windowId: tab.windowId });
}

/** Puts the entries into the context menu of selected text. */
export async function makeMenus(): Promise<void> {
  const titles = await menuTitles();
  await chrome.contextMenus.removeAll();
  for (const [id, title] of titles) chrome.contextMenus.create({ id, contexts: ['selection'], title });
}

/** Says them in the reader's language. */
export async function renameMenus(): Promise<void> {
  for (const [id, title] of await menuTitles()) await chrome.contextMenus.update(id, { title });
}

async function menuTitles(): Promise<[id: string, title: string][]> {
  const { language } = await readSettings();
  const say = await wordsIn(language, chrome);
  return [
    [LOOK_UP, say('menu_look_up')],
    [ADD, say('menu_add')],
  ];
}

export async function onMenu(
  { menuItemId, selectionText = '', frameId }: chrome.contextMenus.OnClickData,
  tab: chrome.tabs.Tab | undefined,
): Promise<void> {
  const text = selectionText.trim();
  if (menuItemId === ADD) return openOptions('add', text);
  const lit = tab?.id !== undefined && (await turnOn(tab.id)) && (await tell(tab.id, { notice: 'look-up' }, frameId));
  if (!lit) await openOptions('look-up', text);
}

async function openOptions(what: string, text: string): Promise<void> {
  const fragment = new URLSearchParams({ [what]: text });
  await chrome.tabs.create({ url: chrome.runtime.getURL(`pages/options.html#${fragment}`) });
}
