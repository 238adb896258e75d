/** The wording of the card on pages, in the language that the reader has chosen. */
import type { Strings } from '../../src/strings.js';

/** `messages` are those of the language chosen; undefined for the browser's own language. */
export function cardStrings(_language: string, _messages: Record<string, string> | undefined): Partial<Strings> {
  return {};
}
