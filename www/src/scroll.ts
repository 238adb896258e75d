/** Brings a rectangle of the page into comfortable view, with as little motion as the reader wishes. */
import { liveRange } from './hit-test.js';

const MARGIN = 72;

export function scrollToRange(place: AbstractRange): void {
  const range = liveRange(place);
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior = reduced ? 'instant' : 'smooth';
  const element = range.startContainer.parentElement;
  // In a frame, the frame has to come into view as well.
  if (element && element.ownerDocument !== document) return element.scrollIntoView({ block: 'center', behavior });
  scrollAncestors(range);
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= MARGIN && bottom <= innerHeight - MARGIN) return;
  scrollBy({ top: top - innerHeight / 3, behavior });
}

/** Scrolls each scroll container around the range as far as it needs to. */
function scrollAncestors(range: Range): void {
  let element = range.startContainer.parentElement;
  for (; element && element !== document.scrollingElement; element = element.parentElement) {
    if (element.scrollHeight <= element.clientHeight) continue;
    if (!/auto|scroll/.test(getComputedStyle(element).overflowY)) continue;
    const outer = element.getBoundingClientRect();
    const inner = range.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      element.scrollTop += inner.top - outer.top - outer.height / 3;
    }
  }
}
