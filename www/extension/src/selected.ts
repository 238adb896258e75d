/** The mention that the reader has selected in the page. */
import type { View } from '../../src/view.js';

/** The position of the first mention that the selection touches. */
export function selectedMention(view: View): number | undefined {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  if (!range) return undefined;
  const found = view.mentions.findIndex((_, index) => {
    const place = view.rangeOf(index);
    if (place?.startContainer.getRootNode() !== range.startContainer.getRootNode()) return false;
    const ends = range.comparePoint(place.endContainer, place.endOffset) < 0;
    return !ends && range.comparePoint(place.startContainer, place.startOffset) <= 0;
  });
  return found < 0 ? undefined : found;
}
