/**
 * The trie of words with all the tuning we know in JavaScript: a word is hashed while its end is looked for, and only
 * one whose hash begins a name becomes a string to be looked up. Most words of a text never do.
 */
import { isWord } from './words.js';
import { longest, trieOf, wordStart } from './word-trie.js';

export { finds, spans } from './word-trie.js';

const HASH_BITS = 20;

export function build(names) {
  const first = trieOf(names);
  const isFirst = new Uint8Array(1 << HASH_BITS);
  for (const word of first.keys()) isFirst[hash(word)] = 1;
  return (text) => {
    const lower = text.toLowerCase();
    const found = [];
    for (let start = wordStart(lower, 0), end; start < lower.length; start = wordStart(lower, end)) {
      end = start;
      let hashed = 0;
      for (let unit; end < lower.length && isWord[(unit = lower.charCodeAt(end))] === 1; end += 1) {
        hashed = mix(hashed, unit);
      }
      if (isFirst[hashed >>> (32 - HASH_BITS)] === 0) continue;
      const node = first.get(lower.slice(start, end));
      if (node === undefined) continue;
      const nameEnd = longest(lower, node, end);
      if (nameEnd > 0) found.push(start, (end = nameEnd));
    }
    return found;
  };
}

const mix = (hashed, unit) => Math.imul(hashed ^ unit, 0x9e3779b1);

function hash(word) {
  let hashed = 0;
  for (let at = 0; at < word.length; at += 1) hashed = mix(hashed, word.charCodeAt(at));
  return hashed >>> (32 - HASH_BITS);
}
