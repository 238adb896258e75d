/** What the reader is told when the names cannot be shown. The text stays readable. */
import { element } from './element.js';
import { words } from './words.js';

export function showProblem(cause: unknown): void {
  const place = element('problem');
  place.textContent = typeof cause === 'string' ? cause : explained(cause);
  place.hidden = false;
  element('waiting').hidden = true;
}

function explained(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return words.faults[code] ?? words.fault(cause instanceof Error ? cause.message : String(cause));
}
