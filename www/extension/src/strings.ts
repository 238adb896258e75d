/** The words of what is shown on pages, in the language that the reader has chosen. */
import { browserWords, wordsOf, type Words } from './words.js';

/** `messages` are those of the language chosen; undefined for the browser's own language. */
export function pageWords(messages: Record<string, string> | undefined): Words {
  return messages ? wordsOf(messages) : browserWords(chrome.i18n);
}
