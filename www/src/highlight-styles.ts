/**
 * How the classes look: underlines that differ by style as well as by colour. A page changes the
 * colours with the custom properties `--namelight-actor`, `--namelight-place`, `--namelight-ambiguous`
 * and `--namelight-current`. Light and dark follow the page's own `color-scheme`.
 *
 * With forced colours Chromium paints every highlight in the colours of a selection, whatever is set; the
 * underlines still tell the classes apart, as long as they lie within the letters' background.
 */
import type { HighlightClass } from './painter.js';
import type { Tree } from './walk.js';

/** What selects that which is painted in a class. */
type Painted = (as: HighlightClass) => string;

const rulesFor = (painted: Painted): string => `
${painted('actor')} {
  text-decoration: underline solid var(--namelight-actor, light-dark(#a3341f, #f0937c)) max(2px, 0.1em);
  text-underline-offset: 0.2em;
}
${painted('place')} {
  text-decoration: underline dashed var(--namelight-place, light-dark(#1f6076, #79c3dd)) max(1.5px, 0.08em);
  text-underline-offset: 0.22em;
}
${painted('ambiguous')} {
  text-decoration: underline dotted var(--namelight-ambiguous, currentColor) max(2px, 0.1em);
  text-underline-offset: 0.22em;
}
${painted('current')} {
  background-color: var(--namelight-current, light-dark(#f4e3b5, #4d4220));
}
@media (forced-colors: active) {
  ${painted('actor')},
  ${painted('place')},
  ${painted('ambiguous')} {
    background-color: Canvas;
    color: CanvasText;
    text-decoration-color: CanvasText;
    text-underline-offset: auto;
  }
  ${painted('current')} {
    background-color: Highlight;
    color: HighlightText;
  }
}
`;

/** One style sheet in all trees of a page. */
export class PageStyles {
  readonly #rules: string;
  readonly #sheets = new Map<Tree, CSSStyleSheet>();

  constructor(painted: Painted, more = '') {
    this.#rules = more + rulesFor(painted);
  }

  get trees(): Iterable<Tree> {
    return this.#sheets.keys();
  }

  adopt(trees: Iterable<Tree>): void {
    for (const tree of trees) {
      if (this.#sheets.has(tree)) continue;
      // A document takes only sheets that were made by its own window.
      const { defaultView } = tree.ownerDocument ?? (tree as Document);
      const sheet = new (defaultView ?? window).CSSStyleSheet();
      sheet.replaceSync(this.#rules);
      this.#sheets.set(tree, sheet);
    }
    this.ensure();
  }

  /** Adopts the sheet again where the page has replaced its list. */
  ensure(): void {
    for (const [tree, sheet] of this.#sheets) {
      if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
    }
  }

  clear(): void {
    for (const [tree, own] of this.#sheets) {
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== own);
    }
    this.#sheets.clear();
  }
}
