/** Which of the places of a page are in sight or near: found by halving, as most pages run downwards. */
import type { Place } from './text-map.js';

/** The half-open span of positions that are within a screen of the viewport. */
export function inSight(entries: readonly { place: Place }[]): [from: number, to: number] {
  const range = document.createRange();
  const rect = ({ place: { startContainer, startOffset, endContainer, endOffset } }: { place: Place }): DOMRect => {
    // The page may have made the text shorter meanwhile.
    range.setStart(startContainer, Math.min(startOffset, startContainer.length));
    range.setEnd(endContainer, Math.min(endOffset, endContainer.length));
    return range.getBoundingClientRect();
  };
  return [
    firstOf(entries, (entry) => rect(entry).bottom >= -innerHeight),
    firstOf(entries, (entry) => rect(entry).top > 2 * innerHeight),
  ];
}

/** The first position for which `holds`, if it does so for all that follow. */
function firstOf<T>(entries: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(entries[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
