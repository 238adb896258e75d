/**
 * What an older version has left in a page when it was ended without a word, as Firefox does: its card, its layer and
 * its highlights. They are known by their closed shadow roots, which only extensions see into.
 */
type Opened = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

const NAMES = ['actor', 'place', 'ambiguous', 'current'].map((as) => `namelight-${as}`);

/** To be called before anything is lit. */
export function removeLeftovers(): void {
  const cards = [...document.querySelectorAll<Opened>('namelight-card')].filter(({ shadowRoot }) => !shadowRoot);
  const layers = [...document.querySelectorAll<Opened>(':is(html, dialog) > div:empty')].filter(isLayer);
  if (cards.length + layers.length === 0) return;
  for (const element of [...cards, ...layers]) element.remove();
  for (const name of NAMES) CSS.highlights.delete(name);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
}

const isLayer = (element: Opened): boolean =>
  !element.shadowRoot && !!element.openOrClosedShadowRoot?.querySelector('.page');

/** A page that lights names up itself adopts its own again. */
const isOurs = ({ cssRules }: CSSStyleSheet): boolean =>
  [...cssRules].some((rule) => rule.cssText.includes('::highlight(namelight-'));
