/** The small line drawings on buttons; the button's label says what they mean. */
import { html, svg, type TemplateResult } from 'lit-html';

export const CROSS = 'M4 4l8 8M12 4l-8 8';
export const BACK = 'M10 3L5 8l5 5';
export const ON = 'M6 3l5 5-5 5';

/** An eye that is shut. */
export const HIDE = 'M1.5 8S4 4 8 4s6.5 4 6.5 4S12 12 8 12 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6zM3 13.5l10-11';

export function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;
}
