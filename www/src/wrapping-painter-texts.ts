/**
 * The text nodes of the page that are cut, and the way between their own offsets and the nodes that the
 * page shows meanwhile. What the reader has selected stays selected, whatever is cut or put together.
 */
import type { Place } from './text-map.js';
import { CutText, type Cut, type Position } from './wrapping-painter-text.js';

/** A part of a text node of the page, in offsets of its whole text. */
export interface Part {
  readonly node: Text;
  readonly whole: string;
  readonly start: number;
  readonly end: number;
}

/** How a text node is to be cut, as long as its text is this. */
export interface Plan {
  readonly node: Text;
  readonly whole: string;
  readonly cuts: Cut[];
}

export class CutTexts {
  readonly #cut = new Map<Text, CutText>();
  /** What each text node of ours is or was a part of. */
  readonly #origins = new WeakMap<Node, Position>();

  /** A position in the page's own nodes, whole as they were. */
  originOf(node: Text, offset: number): Position {
    const origin = this.#origins.get(node);
    return origin ? { node: origin.node, offset: origin.offset + offset } : { node, offset };
  }

  /** Where a position in the page's own nodes is shown now; at a cut in what ends there, or what begins. */
  locate({ node, offset }: Position, ends: boolean): Position {
    return this.#cut.get(node)?.locate(offset, ends) ?? { node, offset };
  }

  /** The parts of a place, which is in the page's own nodes; none where the text is no longer there. */
  partsOf({ startContainer, startOffset, endContainer, endOffset }: Place): Part[] {
    return this.#nodesBetween(startContainer, endContainer).flatMap((node) => {
      const whole = this.#cut.get(node)?.whole ?? node.data;
      const start = node === startContainer ? startOffset : 0;
      const end = node === endContainer ? endOffset : whole.length;
      return start < end && end <= whole.length ? [{ node, whole, start, end }] : [];
    });
  }

  /** Puts together all that is not to be cut so. */
  keep(wanted: ReadonlyMap<Text, Plan>): void {
    this.#undoAll((text) => {
      const plan = wanted.get(text.original);
      return !plan || !text.isCutAs(plan.cuts);
    });
  }

  /** Cuts text nodes, where they are not cut so already and the page has not changed them since. */
  cut(plans: readonly Plan[]): void {
    const open = plans.filter(({ node, whole }) => !this.#cut.has(node) && node.data === whole && node.parentNode);
    if (open.length > 0) this.#change(() => open.forEach(({ node, cuts }) => this.#add(new CutText(node, cuts))));
  }

  wrappersIn(node: Text): readonly HTMLElement[] {
    return this.#cut.get(node)?.wrappers ?? [];
  }

  /** Puts together what the page has changed since it was cut. */
  settle(): void {
    this.#undoAll((text) => !text.isIntact());
  }

  /** Puts together what a text node is a part of, and gives the page's own node of it. */
  forget(node: Text): Text {
    const { node: original } = this.originOf(node, 0);
    const text = this.#cut.get(original);
    if (text) this.#change(() => this.#undo(text));
    return original;
  }

  #add(text: CutText): void {
    this.#cut.set(text.original, text);
    for (const { text: node, start } of text.pieces) {
      this.#origins.set(node, { node: text.original, offset: start });
    }
  }

  #undoAll(which: (text: CutText) => boolean): void {
    const found = [...this.#cut.values()].filter(which);
    if (found.length > 0) this.#change(() => found.forEach((text) => this.#undo(text)));
  }

  #undo(text: CutText): void {
    this.#cut.delete(text.original);
    text.undo();
    // What the page keeps apart is its own from now on.
    for (const { text: node } of text.pieces) if (node.parentNode) this.#origins.delete(node);
  }

  /** The page's own text nodes from one to another, in the order of the page. */
  #nodesBetween(first: Text, last: Text): Text[] {
    if (first === last) return [first];
    const nodes = new Set<Text>([first]);
    const walker = first.ownerDocument.createTreeWalker(first.getRootNode(), NodeFilter.SHOW_TEXT);
    walker.currentNode = first;
    while (!nodes.has(last) && walker.nextNode()) {
      nodes.add(this.originOf(walker.currentNode as Text, 0).node);
    }
    return nodes.has(last) ? [...nodes] : [];
  }

  /** Changes the page, and selects again what was selected before. */
  #change(change: () => void): void {
    const selection = getSelection();
    const anchor = this.#positionOf(selection?.anchorNode, selection?.anchorOffset);
    const focus = this.#positionOf(selection?.focusNode, selection?.focusOffset);
    change();
    if (!selection || !(anchor || focus)) return;
    const from = this.#shown(anchor) ?? { node: selection.anchorNode, offset: selection.anchorOffset };
    const to = this.#shown(focus) ?? { node: selection.focusNode, offset: selection.focusOffset };
    const stayed =
      from.node === selection.anchorNode &&
      from.offset === selection.anchorOffset &&
      to.node === selection.focusNode &&
      to.offset === selection.focusOffset;
    if (stayed || !from.node || !to.node) return;
    selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /** Undefined for what is not in a text node: that is moved by the page itself. */
  #positionOf(node: Node | null | undefined, offset = 0): Position | undefined {
    return node?.nodeType === Node.TEXT_NODE ? this.originOf(node as Text, offset) : undefined;
  }

  #shown(position: Position | undefined): Position | undefined {
    const shown = position && this.locate(position, false);
    return shown && { node: shown.node, offset: Math.min(shown.offset, shown.node.length) };
  }
}
