/** The note at the foot of the window once an entity was hidden, with the way back. It waits for the reader. */
import { html, type TemplateResult } from 'lit-html';
import { CROSS, icon } from './icon.js';
import type { Strings } from './strings.js';

/** How a template becomes what stands in an element. */
export type Write = (template: TemplateResult, place: HTMLElement) => void;

/** Shows the note in its popover; it is away before either action is done. */
export function showNotice(
  place: HTMLElement,
  name: string,
  strings: Strings,
  actions: { undo(): void; close(): void },
  write: Write,
): void {
  const after = (act: () => void) => (): void => {
    hideNotice(place);
    act();
  };
  write(
    html`<p id="muted">${strings.muted(name)}</p>
      <button class="plain" type="button" aria-describedby="muted" @click=${after(actions.undo)}>
        ${strings.undo}
      </button>
      <button class="step" type="button" aria-label=${strings.close} @click=${after(actions.close)}>
        ${icon(CROSS)}
      </button>`,
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
