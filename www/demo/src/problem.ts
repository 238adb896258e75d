/** What the reader is told when the names cannot be shown. The text stays readable. */
import { element } from './element.js';

const EXPLANATIONS: Record<string, string> = {
  'wasm-missing': 'This browser does not run WebAssembly, with which the names are found.',
  'wasm-refused': 'WebAssembly, with which the names are found, is not allowed on this page.',
  'wasm-unreachable': 'The program that finds the names could not be loaded. Try loading the page again.',
};

export function showProblem(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  const place = element('problem');
  place.textContent = EXPLANATIONS[code] ?? `The names could not be loaded: ${message}.`;
  place.hidden = false;
  element('waiting').hidden = true;
}
