/** The note at the foot of the window once an entity was hidden, with the way back. It waits for the reader. */
import { html, render, type TemplateResult } from 'lit-html';
import { CROSS, icon } from './icon.js';
import type { Strings } from './strings.js';

/** What the note says; it is `away` before either action is done. */
export function noticeTemplate(
  name: string,
  strings: Strings,
  { undo, close }: { undo(): void; close(): void },
  away: () => void,
): TemplateResult {
  const after = (act: () => void) => (): void => {
    away();
    act();
  };
  return html`<p id="muted">${strings.muted(name)}</p>
    <button class="plain" type="button" aria-describedby="muted" @click=${after(undo)}>
      ${strings.undo}
    </button>
    <button class="step" type="button" aria-label=${strings.close} @click=${after(close)}>
      ${icon(CROSS)}
    </button>`;
}

/** Shows the note in its popover. */
export function showNotice(place: HTMLElement, note: (away: () => void) => TemplateResult): void {
  render(
    note(() => void hideNotice(place)),
    place,
  );
  place.showPopover();
}

/** Takes the note away; true where there was one. */
export function hideNotice(place: HTMLElement): boolean {
  const open = place.matches(':popover-open');
  if (open) place.hidePopover();
  return open;
}
