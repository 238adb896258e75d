/** ahocorasick 1.0.2, the newest, on text in lower case, with a filter for word boundaries. */
import AhoCorasick from 'ahocorasick';
import { isWhole } from './words.js';

export { pairs as spans } from './words.js';

export const finds = 'all';

export function build(names) {
  const automaton = new AhoCorasick(names.map((name) => name.toLowerCase()));
  return (text) => {
    const lower = text.toLowerCase();
    const found = [];
    for (const [last, ending] of automaton.search(lower)) {
      for (const name of ending) {
        const start = last + 1 - name.length;
        if (isWhole(lower, start, last + 1)) found.push(start, last + 1);
      }
    }
    return found;
  };
}
