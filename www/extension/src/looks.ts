/** How the classes look, as the reader has chosen: as highlights, and as lines of the overlay. */
import type { Appearance, LookedClass } from './settings.js';

const CLASSES: LookedClass[] = ['actor', 'place', 'ambiguous'];

/** Colours are written into rules, so nothing else gets there. */
const COLOUR = /^#[0-9a-f]{6}$/i;

const DEFAULT: Record<LookedClass, string> = {
  actor: 'light-dark(#a3341f, #f0937c)',
  place: 'light-dark(#1f6076, #79c3dd)',
  ambiguous: 'light-dark(#5d574e, #aea69a)',
};

/** The rules for highlights that come over the package's own. */
export function highlightRules(appearance: Appearance): string {
  const selector = (as: string): string => `::highlight(namelight-${as})`;
  const chosen = CLASSES.map((as) => {
    const { line, colour } = appearance[as];
    const style = line === 'none' ? 'text-decoration-line: none' : `text-decoration-style: ${line}`;
    return `${selector(as)} { ${style}; ${COLOUR.test(colour) ? `text-decoration-color: ${colour}` : ''} }`;
  });
  return chosen.join('\n');
}

/** The rules for the elements of the overlay. */
export function overlayRules(appearance: Appearance): string {
  const rules = CLASSES.map((as) => {
    const { line, colour } = appearance[as];
    const width = line === 'double' ? 4 : 2;
    const border = line === 'none' ? 'none' : `${width}px ${line} ${COLOUR.test(colour) ? colour : DEFAULT[as]}`;
    return `i.${as} { border-bottom: ${border} }`;
  });
  return `${rules.join('\n')}
i.current { background: light-dark(rgb(222 184 65 / 0.35), rgb(222 184 65 / 0.3)) }
@media (forced-colors: active) { i { border-color: CanvasText; forced-color-adjust: none } }`;
}
