/** How the classes look, as the reader has chosen: as highlights, and as lines of the overlay. */
import type { Appearance, LookedClass } from './settings.js';

const SPACES = [
  `content: '${'\\a0'.repeat(60)}'`,
  'position: absolute; inset: auto 0 -3px; overflow: clip; white-space: pre',
  'font: 6px/6px sans-serif; padding-bottom: 4px; text-underline-offset: 0',
].join('; ');

const CLASSES: LookedClass[] = ['actor', 'place', 'ambiguous'];

/** Colours are written into rules, so nothing else gets there. */
const COLOUR = /^#[0-9a-f]{6}$/i;

const DEFAULT: Record<LookedClass, string> = {
  actor: 'light-dark(#a3341f, #f0937c)',
  place: 'light-dark(#1f6076, #79c3dd)',
  ambiguous: 'light-dark(#5d574e, #aea69a)',
};

/** The rules for highlights that differ from the package's own. */
export function highlightRules(appearance: Appearance): string {
  const chosen = CLASSES.map((as) => {
    const { line, colour } = appearance[as];
    const style = line === 'none' ? 'text-decoration-line: none' : `text-decoration-style: ${line}`;
    const colouring = COLOUR.test(colour) ? `text-decoration-color: ${colour} !important` : '';
    return `::highlight(namelight-${as}) { ${style} !important; ${colouring} }`;
  });
  return chosen.join('\n');
}

/** The rules for the elements of the overlay. Waves are those of a line of spaces, as no border has any. */
export function overlayRules(appearance: Appearance): string {
  const rules = CLASSES.map((as) => {
    const { line, colour } = appearance[as];
    const ink = COLOUR.test(colour) ? colour : DEFAULT[as];
    if (line === 'none') return '';
    if (line === 'wavy') return `i.${as}::after { ${SPACES}; text-decoration: underline wavy 1.5px ${ink} }`;
    return `i.${as} { border-bottom: ${line === 'double' ? 4 : 2}px ${line} ${ink} }`;
  });
  return `${rules.join('\n')}
i.current { background: light-dark(rgb(222 184 65 / 0.35), rgb(222 184 65 / 0.3)) }
@media (forced-colors: active) { i { border-color: CanvasText; forced-color-adjust: none } }`;
}
