/** The content script: started once in a frame, however often it is injected. */
import { Page } from './page.js';

const STARTED = Symbol.for('namelight');
const world = globalThis as { [STARTED]?: Page };

if (!world[STARTED] && isOwnDocument()) world[STARTED] = new Page();

/** A frame of the same origin as its page is read with the page. */
function isOwnDocument(): boolean {
  if (!(document instanceof HTMLDocument)) return false;
  try {
    return window.frameElement === null;
  } catch {
    return true;
  }
}
