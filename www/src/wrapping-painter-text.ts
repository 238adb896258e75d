/**
 * One text node of the page, cut where names are wrapped. The page's own node stays where it is, with what
 * stands before the first name; the rest follows it in nodes of ours, until `undo` gives it all back to it.
 * A page that goes on using its node therefore still finds it, beside the same neighbours.
 */

import type { Look } from './wrapping-painter-looks.js';

/** A part of a text node, in offsets of the whole text, and what to wrap it in. */
export interface Cut extends Look {
  readonly start: number;
  readonly end: number;
  /** The number of the mention that it belongs to. */
  readonly number: number;
}

export interface Position {
  readonly node: Text;
  readonly offset: number;
}

/** A text node of ours, in a wrapper or by itself, and where its text begins in the whole. */
interface Piece {
  readonly node: Text | HTMLElement;
  readonly text: Text;
  readonly data: string;
  readonly start: number;
}

export class CutText {
  readonly original: Text;
  readonly whole: string;
  /** In the order of the cuts. */
  readonly wrappers: readonly HTMLElement[];
  readonly #cuts: readonly Cut[];
  readonly #kept: string;
  readonly #pieces: Piece[] = [];

  /** Cuts a text node of a tree; `cuts` are in order, disjoint, not empty, and there is at least one. */
  constructor(original: Text, cuts: readonly Cut[]) {
    this.original = original;
    this.#cuts = cuts;
    this.whole = original.data;
    let at = cuts[0]?.start ?? 0;
    this.#kept = this.whole.slice(0, at);
    this.wrappers = cuts.map((cut) => {
      const wrapper = cut.wrap();
      this.#add(at, cut.start);
      this.#add(cut.start, cut.end, wrapper);
      at = cut.end;
      return wrapper;
    });
    this.#add(at, this.whole.length);
    original.data = this.#kept;
    original.after(...this.#pieces.map(({ node }) => node));
  }

  /** The text nodes of ours and where each begins in the whole. */
  get pieces(): readonly { readonly text: Text; readonly start: number }[] {
    return this.#pieces;
  }

  /** Whether it would be cut so anew. */
  isCutAs(cuts: readonly Cut[]): boolean {
    const same = (cut: Cut, other: Cut | undefined): boolean =>
      cut.start === other?.start && cut.end === other.end && cut.look === other.look;
    return cuts.length === this.#cuts.length && cuts.every((cut, at) => same(cut, this.#cuts[at]));
  }

  /** Whether the page has left everything as it was cut. */
  isIntact(): boolean {
    let before: Node = this.original;
    return (
      this.original.data === this.#kept &&
      this.#pieces.every(({ node, text, data }) => {
        const follows = node.previousSibling === before;
        before = node;
        return follows && text.data === data && (node === text || isOnlyChild(text, node));
      })
    );
  }

  /** Where an offset of the whole lies; at a cut in what ends there, or else in what begins. */
  locate(offset: number, ends: boolean): Position {
    let found: { text: Text; start: number } = { text: this.original, start: 0 };
    for (const piece of this.#pieces) {
      if (ends ? piece.start < offset : piece.start <= offset) found = piece;
    }
    return { node: found.text, offset: offset - found.start };
  }

  /**
   * Puts the text back into the page's node, and takes away every node of ours. What the page has changed
   * meanwhile stays changed: where it has put something between, what follows that stays a node by
   * itself; where it has written to its node or taken it away, that is how the text now reads.
   */
  undo(): void {
    const { original } = this;
    const rest = this.#pieces.filter(({ node }) => node.parentNode);
    if (this.#isReplaced(rest)) {
      for (const { node } of rest) node.remove();
      return;
    }
    // A node without text is taken away by `normalize`.
    if (!original.parentNode && this.#kept === '') rest[0]?.node.before(original);
    let into = original;
    let data = original.data;
    for (const { node, text } of rest) {
      if (node !== text) node.replaceWith(...node.childNodes);
      if (!text.parentNode) continue;
      if (text.previousSibling === into) {
        data += text.data;
        text.remove();
      } else {
        write(into, data);
        into = text;
        data = text.data;
      }
    }
    write(into, data);
  }

  #add(start: number, end: number, wrapper?: HTMLElement): void {
    const data = this.whole.slice(start, end);
    if (data === '') return;
    const text = this.original.ownerDocument.createTextNode(data);
    wrapper?.append(text);
    this.#pieces.push({ node: wrapper ?? text, text, data, start });
  }

  /** Whether the page has given its node another text, or another place, since it was cut. */
  #isReplaced(rest: readonly Piece[]): boolean {
    const { original } = this;
    const { parentNode } = original;
    const beside = rest.find(({ node }) => node.parentNode === parentNode);
    if (beside) return original.data !== this.#kept && original.nextSibling === beside.node;
    // The text may still be there, in other nodes than the page's own one.
    if (rest[0] && reads(rest[0].node, this.#kept)) return false;
    // Elsewhere, or kept for later, the node has all of its text again.
    if (original.data === this.#kept && (rest[0] || !parentNode)) original.data = this.whole;
    return true;
  }
}

function isOnlyChild(text: Text, wrapper: Node): boolean {
  return wrapper.firstChild === text && wrapper.lastChild === text;
}

/** Whether the text right before a node, among its siblings, ends so. */
function reads(node: Node, ending: string): boolean {
  let before = '';
  for (let at = node.previousSibling; at && before.length < ending.length; at = at.previousSibling) {
    before = (at.textContent ?? '') + before;
  }
  return before.endsWith(ending);
}

function write(node: Text, data: string): void {
  if (node.data !== data) node.data = data;
}
