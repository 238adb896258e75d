/**
 * Where the card's host stands in the page: at its end, or within an open modal dialog while the mention
 * lies there. What is outside of a modal dialog is inert, a popover too, and lies beneath it.
 */
import { parentOf } from './live.js';
import { startsOf } from './pages.js';
import type { View } from './view.js';

/** The modal dialog that `node` lies in, through shadow roots, slots and frames, or else the page's body. */
export function homeOf(node: Node): Element {
  for (let at: Node | undefined = node; at; at = parentOf(at)) {
    if (at instanceof HTMLDialogElement && at.matches(':modal')) return at;
  }
  return document.body;
}

/** The open modal dialog that some of a view's mentions lie in, or else the page's body. */
export function homeFor(view: View): Element {
  const dialogs = document.querySelectorAll('dialog:modal');
  if (dialogs.length === 0) return document.body;
  const homes = new Set(startsOf(view).map(homeOf));
  return [...dialogs].findLast((dialog) => homes.has(dialog)) ?? document.body;
}

/** Calls `changed` when a dialog has been opened or closed, until `signal` is aborted. */
export function watchDialogs(changed: () => void, signal: AbortSignal): void {
  const listen = ({ target }: Event): void => {
    if (target instanceof HTMLDialogElement) changed();
  };
  for (const type of ['toggle', 'close']) {
    document.addEventListener(type, listen, { signal, capture: true });
  }
}
