/**
 * What is to be found, by trying every span of words: slow and plain. It is what the ways are compared with, so that
 * none is measured doing less than it says, or something else.
 */

/** By what a way means to find: spans `[start, end]` between word boundaries, or the names that stand there. */
export function expectations(text, names) {
  const all = spansOf(text.toLowerCase(), names.map((name) => name.toLowerCase()));
  const longest = leftmostLongest(all);
  const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
  return {
    all,
    cased: all.filter(([start, end]) => {
      const found = text.slice(start, end);
      return isCased(found, byLower.get(found.toLowerCase()));
    }),
    longest,
    names: longest.map(([start, end]) => text.slice(start, end).toLowerCase()),
    written: leftmostLongest(spansOf(text, names)),
  };
}

/** As the engine has it: a small letter of a name may stand as a capital in the text, and not the other way round. */
const isCased = (found, name) =>
  Array.from(name).every((letter, at) => [letter, letter.toUpperCase()].includes(Array.from(found)[at]));

function spansOf(text, names) {
  const known = new Set(names);
  const most = Math.max(...names.map((name) => name.length));
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}_]+/gu)];
  const spans = [];
  words.forEach(({ index: start }, first) => {
    for (let last = first; last < words.length; last += 1) {
      const end = words[last].index + words[last][0].length;
      if (end - start > most) break;
      if (known.has(text.slice(start, end))) spans.push([start, end]);
    }
  });
  return spans;
}

function leftmostLongest(spans) {
  const chosen = [];
  for (const span of spans.toSorted(([a, b], [c, d]) => a - c || d - b)) {
    if (chosen.length === 0 || span[0] >= chosen.at(-1)[1]) chosen.push(span);
  }
  return chosen;
}

/** How many of `found` there are, how many are missing, and how many should not be there. */
export function compare(found, expected) {
  const left = new Map();
  for (const one of expected) left.set(`${one}`, (left.get(`${one}`) ?? 0) + 1);
  let right = 0;
  for (const one of found) {
    const count = left.get(`${one}`) ?? 0;
    if (count > 0) right += 1;
    left.set(`${one}`, count - 1);
  }
  return { found: found.length, missing: expected.length - right, extra: found.length - right };
}
