/** The wording of the card on pages, in the language that the reader has chosen. */
import type { Strings } from '../../src/strings.js';
import { stringsOf } from './card-strings.js';
import { browserWords, wordsOf } from './words.js';

/** `messages` are those of the language chosen; undefined for the browser's own language. */
export function cardStrings(messages: Record<string, string> | undefined): Strings {
  return stringsOf(messages ? wordsOf(messages) : browserWords(chrome.i18n));
}
