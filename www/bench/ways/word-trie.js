/**
 * A trie of words in plain JavaScript, which looks up words and not letters. Followers are known by what parts them
 * from the word before and themselves (" york", "-assad"), so that one look-up decides on both.
 */
import { isWord } from './words.js';

export { pairs as spans } from './words.js';

export const finds = 'longest';

export function build(names) {
  const first = trieOf(names);
  return (text) => {
    const lower = text.toLowerCase();
    const found = [];
    for (let start = wordStart(lower, 0), end; start < lower.length; start = wordStart(lower, end)) {
      end = wordEnd(lower, start);
      const node = first.get(lower.slice(start, end));
      if (node === undefined) continue;
      const nameEnd = longest(lower, node, end);
      if (nameEnd > 0) found.push(start, (end = nameEnd));
    }
    return found;
  };
}

/** The first words; each has `isName` where a name ends with it, and `next` words where one goes on. */
export function trieOf(names) {
  const root = { next: new Map(), isName: false };
  for (const name of names) add(root, name.toLowerCase());
  return root.next;
}

function add(root, name) {
  let node = root;
  for (let from = 0, to; from < name.length; from = to) {
    to = wordEnd(name, wordStart(name, from));
    const word = name.slice(from, to);
    node.next ??= new Map();
    let next = node.next.get(word);
    if (next === undefined) node.next.set(word, (next = { next: undefined, isName: false }));
    node = next;
  }
  node.isName = true;
}

/** Where the longest name ends whose first word ends at `end`, or 0. */
export function longest(text, first, end) {
  let nameEnd = first.isName ? end : 0;
  for (let node = first, from = end, to; node.next !== undefined; from = to) {
    to = wordEnd(text, wordStart(text, from));
    node = node.next.get(text.slice(from, to));
    if (node === undefined) break;
    if (node.isName) nameEnd = to;
  }
  return nameEnd;
}

export function wordStart(text, from) {
  let at = from;
  while (at < text.length && isWord[text.charCodeAt(at)] === 0) at += 1;
  return at;
}

export function wordEnd(text, from) {
  let at = from;
  while (at < text.length && isWord[text.charCodeAt(at)] === 1) at += 1;
  return at;
}
