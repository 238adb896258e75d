/** The small line drawings on buttons; the button's label says what they mean. */
import { html, svg, type TemplateResult } from 'lit-html';

export const CROSS = 'M4 4l8 8M12 4l-8 8';
export const BACK = 'M10 3L5 8l5 5';
export const ON = 'M6 3l5 5-5 5';

export function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;
}
