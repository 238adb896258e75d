/** Which of the places of a page are in sight or near: found by halving, as most pages run downwards. */
import { liveRange, originOf } from './hit-test.js';
import type { Place } from './text-map.js';

interface Placed {
  place: Place;
}

/** The half-open span of positions that are within a screen of the viewport. */
export function inSight(entries: readonly Placed[]): [from: number, to: number] {
  const rect = ({ place }: Placed): DOMRect => liveRange(place).getBoundingClientRect();
  return [
    firstOf(entries, (entry) => rect(entry).bottom >= -innerHeight),
    firstOf(entries, (entry) => rect(entry).top > 2 * innerHeight),
  ];
}

/** Beside each entry whether its element is in the viewport, or a quarter of a screen away from it at most. */
export function areNear(entries: readonly Placed[]): boolean[] {
  const known = new Map<Node | null, boolean>();
  return entries.map(({ place: { startContainer } }) => {
    const { parentNode } = startContainer;
    const near = known.get(parentNode) ?? distanceOf(startContainer) < innerHeight / 4;
    known.set(parentNode, near);
    return near;
  });
}

/** Pixels between the viewport and the element that a text is in; none where there is no element. */
function distanceOf({ parentElement, ownerDocument }: Text): number {
  if (!parentElement) return 0;
  const { top, bottom } = parentElement.getBoundingClientRect();
  const { y } = originOf(ownerDocument);
  return Math.max(top + y - innerHeight, -bottom - y, 0);
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
