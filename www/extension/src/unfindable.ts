/**
 * Templates whose texts are written by style, from attributes: `window.find` tells a page whether a text stands in a
 * closed shadow root, but not what is generated there. Readers and their screen readers have it as any other.
 */
import { html, render, type TemplateResult } from 'lit-html';

/** Writes a template into an element, with every text that is put in generated. */
export function writeUnfindable(template: TemplateResult, place: HTMLElement): void {
  render(unfindable(template), place);
  const { adoptedStyleSheets } = place.getRootNode() as ShadowRoot;
  if (adoptedStyleSheets.some(({ cssRules: [rule] }) => rule?.cssText.includes(SAID))) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${SAID} { content: attr(data-said); unicode-bidi: plaintext }`);
  adoptedStyleSheets.push(sheet);
}

const SAID = '[data-said]::before';

function unfindable(template: TemplateResult): TemplateResult {
  let inTag = false;
  const values = template.values.map((value, at) => {
    const before = template.strings[at] ?? '';
    const [opened, closed] = [before.lastIndexOf('<'), before.lastIndexOf('>')];
    if (opened !== closed) inTag = opened > closed;
    return inTag ? value : generated(value);
  });
  return { ...template, values };
}

function generated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(generated);
  if (typeof value === 'string' && value !== '') return html`<span data-said=${value}></span>`;
  return isTemplate(value) ? unfindable(value) : value;
}

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === 'object' && value !== null && '_$litType$' in value;
