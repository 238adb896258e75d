/** The line drawings on the pages' buttons; the button's label says what they mean. */
import { html, svg, type TemplateResult } from 'lit-html';

const PATHS = {
  gear: 'M8 5.4a2.6 2.6 0 100 5.2 2.6 2.6 0 000-5.2zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4',
  panel: 'M2 3h12v10H2zM9.5 3v10',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  bin: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  save: 'M8 2.5v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11',
  edit: 'M3 13l.6-2.8L11 2.8l2.2 2.2-7.4 7.4z',
  add: 'M8 3v10M3 8h10',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5v-2a2.5 2.5 0 015 0v2',
  cross: 'M4 4l8 8M12 4l-8 8',
} as const;

export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${PATHS[name]} />`}</svg>`;
}

/** A button that is its drawing; the label says what it does. */
export function iconButton(name: keyof typeof PATHS, label: string, act: () => void, able = true): TemplateResult {
  return html`<button
    class="plain icon"
    type="button"
    data-act=${name}
    aria-label=${label}
    title=${label}
    ?disabled=${!able}
    @click=${act}
  >
    ${icon(name)}
  </button>`;
}
