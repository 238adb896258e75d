/** The frames of tabs, as the background reaches them. */
import type { Notice } from './protocol.js';
import { startIn } from './sites.js';

/** Tells all frames of a tab; what the first that answers says. Undefined where nothing of ours runs. */
export async function tell(tabId: number, notice: Notice, frameId?: number): Promise<boolean | undefined> {
  try {
    const options = frameId === undefined ? {} : { frameId };
    return (await chrome.tabs.sendMessage(tabId, notice, options)) as boolean | undefined;
  } catch {
    return undefined;
  }
}

/** Has the frames of all tabs ask for orders again. */
export async function tellAll(): Promise<void> {
  const tabs = await chrome.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && tell(id, { notice: 'check' })));
}

/** Runs in a tab that was granted; false where the browser does not allow that. */
export async function turnOn(tabId: number): Promise<boolean> {
  return (await startIn(tabId)) && (await tell(tabId, { notice: 'turn-on' })) === true;
}

export async function turnOff(tabId: number): Promise<void> {
  await tell(tabId, { notice: 'turn-off' });
}
