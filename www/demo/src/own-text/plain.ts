/** Plain text into paragraphs: lines, the longest of them divided where a sentence or at least a word ends. */

/** Characters in a paragraph beyond which it is divided: laying one out takes time in proportion. */
const LONG = 4000;

export function* linesOf(text: string): Iterable<string> {
  for (const [line] of text.matchAll(/[^\r\n\u2028\u2029\f]+/g)) {
    for (const part of partsOfLine(line)) {
      const trimmed = part.trim();
      if (trimmed !== '') yield trimmed;
    }
  }
}

/** A line in parts of which none is too long, with all their spaces. */
export function* partsOfLine(line: string): Iterable<string> {
  let rest = line;
  while (rest.length > LONG) {
    const end = endWithin(rest);
    yield rest.slice(0, end);
    rest = rest.slice(end);
  }
  yield rest;
}

/** Where the first part of a long line ends: at the last full stop, the last space, or anywhere between two letters. */
function endWithin(line: string): number {
  const part = line.slice(0, LONG);
  const sentence = /.*[.!?。؟][”"’)]*\s/su.exec(part)?.[0].length ?? 0;
  if (sentence > LONG / 2) return sentence;
  const space = part.lastIndexOf(' ');
  if (space > LONG / 2) return space + 1;
  return /[\ud800-\udbff]$/.test(part) ? LONG - 1 : LONG;
}

/** A headline is short, does not end as a sentence does, and something follows it. */
export function headlineOf(text: string): string | undefined {
  const [first, second] = linesOf(text.slice(0, 2000));
  const fits = first !== undefined && second !== undefined && first.length <= 160 && !/[.!?:;,…]$/.test(first);
  return fits ? first : undefined;
}
