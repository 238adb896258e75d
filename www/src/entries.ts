/** What a painter of highlights has painted, and what of it stays when the page has been read again. */
import type { HighlightClass, Painted } from './painter.js';
import type { Place } from './text-map.js';

export interface Entry {
  readonly place: Place;
  readonly as: HighlightClass;
  /** Made when it is painted or asked for. */
  range?: StaticRange;
  /** The page has changed the text: it is painted no more. */
  gone?: boolean;
}

/** Entries by the text nodes that they begin or end in. */
export type EntriesByNode = Map<Node, Entry[]>;

export function byNode(entries: readonly Entry[]): EntriesByNode {
  const map: EntriesByNode = new Map();
  for (const entry of entries) {
    for (const node of new Set([entry.place.startContainer, entry.place.endContainer])) {
      const list = map.get(node);
      if (list) list.push(entry);
      else map.set(node, [entry]);
    }
  }
  return map;
}

/** The entries for what is to be painted: those that there were, where they still say the same. */
export function renewed(before: EntriesByNode, painted: readonly Painted[]): Entry[] {
  return painted.map(({ place, as }) => {
    return before.get(place.startContainer)?.find((entry) => isSame(entry, place, as)) ?? { place, as };
  });
}

function isSame({ place, as, gone }: Entry, other: Place, otherAs: HighlightClass): boolean {
  return (
    !gone &&
    as === otherAs &&
    place.startContainer === other.startContainer &&
    place.startOffset === other.startOffset &&
    place.endContainer === other.endContainer &&
    place.endOffset === other.endOffset
  );
}
