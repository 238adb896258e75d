/**
 * What a painter is: it shows where the mentions stand, marks one of them, and knows where each is now.
 * Painters are told places in text nodes and know nothing of engines, views or cards.
 */
import type { Place } from './text-map.js';
import type { Mention } from './types.js';
import type { Tree } from './walk.js';

export type HighlightClass = 'actor' | 'place' | 'ambiguous' | 'current';

/** A mention to paint, where it stands, and its class. Its facts are made when first asked for. */
export interface Painted {
  place: Place;
  as: HighlightClass;
  mention: () => Mention;
}

/** What every painter can do. */
export interface Painting {
  /** So many it paints and no more: the rest is left to the painter that completes it. */
  readonly most?: number;
  /** Puts together what the page has changed; called before each walk. */
  restore(): void;
  /** Where a place that was read lies in the page's own text nodes, as they are without the painter. */
  origin(place: Place): Place;
  /**
   * Replaces all that is painted, the mark too. In document order; positions are the numbers used below. The
   * trees are those that the text lies in.
   */
  paint(painted: readonly Painted[], trees: Iterable<Tree>): void;
  /** Takes everything away; the page is as it was. */
  clear(): void;
}

/** A painter that paints once. */
export interface FirstPainter extends Painting {
  /** The painter that goes on with what was painted. What changes the page later is done within `unseen`. */
  complete(unseen: (work: () => void) => void): Promise<Painter>;
}

export interface Painter extends Painting {
  /** Marks one mention as the current one, on top of its class, or none. */
  mark(index: number | null): void;
  /**
   * The page changed the text of a node: nothing of ours may stay in it. Gives the node that the text is in
   * afterwards.
   */
  forget(node: Node): Node;
  /** Sets again what the page has taken away from the painter since, and paints what has come into sight. */
  ensure(): void;
  /** Paints at once what was put off. */
  finish(): void;
  /** Where the mention stands now. */
  rangeOf(index: number): StaticRange | undefined;
  /** The mention painted at a point of the viewport. */
  numberAt(x: number, y: number): number | undefined;
}

/** The class in which a mention is painted. */
export const classOf = ({ confidence, kind }: Pick<Mention, 'confidence' | 'kind'>): HighlightClass =>
  confidence === 'ambiguous' ? 'ambiguous' : kind;
