/**
 * How the classes look: underlines that differ by style as well as by colour. A page changes the
 * colours with the custom properties `--namelight-actor`, `--namelight-place`, `--namelight-ambiguous`
 * and `--namelight-current`. Light and dark follow the page's own `color-scheme`.
 *
 * With forced colours Chromium paints every highlight in the colours of a selection, whatever is set; the
 * underlines still tell the classes apart, as long as they lie within the letters' background.
 */

const RULES = `
::highlight(namelight-actor) {
  text-decoration: underline solid var(--namelight-actor, light-dark(#a3341f, #f0937c)) max(2px, 0.1em);
  text-underline-offset: 0.2em;
}
::highlight(namelight-place) {
  text-decoration: underline dashed var(--namelight-place, light-dark(#1f6076, #79c3dd)) max(1.5px, 0.08em);
  text-underline-offset: 0.22em;
}
::highlight(namelight-ambiguous) {
  text-decoration: underline dotted var(--namelight-ambiguous, currentColor) max(2px, 0.1em);
  text-underline-offset: 0.22em;
}
::highlight(namelight-current) {
  background-color: var(--namelight-current, light-dark(#f4e3b5, #4d4220));
}
@media (forced-colors: active) {
  ::highlight(namelight-actor),
  ::highlight(namelight-place),
  ::highlight(namelight-ambiguous) {
    background-color: Canvas;
    color: CanvasText;
    text-decoration-color: CanvasText;
    text-underline-offset: auto;
  }
  ::highlight(namelight-current) {
    background-color: Highlight;
    color: HighlightText;
  }
}
`;

/** Gives the tree that holds `root` the styles; the function returned takes them away again. */
export function adoptHighlightStyles(root: Element): () => void {
  const tree = root.getRootNode();
  const owner = tree instanceof ShadowRoot ? tree : root.ownerDocument;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  owner.adoptedStyleSheets.push(sheet);
  return () => {
    owner.adoptedStyleSheets = owner.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
