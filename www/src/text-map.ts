/**
 * One haystack for the text under a root, and the way back from its offsets to the page's text nodes.
 * Knows nothing of names or painting, and changes nothing.
 *
 * Text nodes are joined, so that a name is found across inline elements. A block boundary becomes
 * U+2029, which no name crosses, `<br>` a line break, and what is skipped within a line U+FFFC.
 */
import { Walk, type Section, type Tree } from './walk.js';

const BLOCK_BOUNDARY = '\u2029';

/** Milliseconds of work after which the page has its turn. */
export const SLICE = 16;

/** Where a mention stands: what a `StaticRange` is made of. */
export interface Place {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

/** The map is of one moment: later changes of the page do not move it. */
export interface TextMap {
  readonly text: string;
  /** The place of a half-open span of the haystack that begins and ends within text nodes. */
  place(start: number, end: number): Place | undefined;
}

/** Walks `root` once, at one go. */
export function mapText(root: Element): TextMap {
  const walk = new Walk(root, new WeakMap(), new Set());
  walk.run(Infinity);
  return flatten(walk.section);
}

/** Maps one root again and again, and reads only those blocks again that were dropped since. */
export class TextMapper {
  /** The trees that the text lies in: the root's own, open shadow roots, documents of frames. */
  readonly trees: Set<Tree>;
  readonly #root: Element;
  #sections = new WeakMap<Node, Section>();

  constructor(root: Element) {
    this.#root = root;
    this.trees = new Set([root.getRootNode() as Tree]);
  }

  /** Gives the page its turn where there is much to read, and once more at the end. */
  async map(): Promise<TextMap> {
    const walk = new Walk(this.#root, this.#sections, this.trees);
    if (!walk.run(performance.now() + SLICE)) {
      do await turn();
      while (!walk.run(performance.now() + SLICE));
      await turn();
    }
    return flatten(walk.section);
  }

  /** What was read of some blocks no longer holds; where none are named, nothing does. */
  drop(blocks?: Iterable<Node>): void {
    if (!blocks) this.#sections = new WeakMap();
    for (const block of blocks ?? []) this.#sections.delete(block);
  }

  /** What was read of a block, if it still holds. */
  sectionOf(element: Element): Section | undefined {
    return this.#sections.get(element);
  }
}

/** Lets the page do what is waiting. */
export const turn = (): Promise<void> => new Promise((go) => setTimeout(go));

/** Joins what was read; without recursion, so that no depth of page overflows the stack. */
function flatten(root: Section): TextMap {
  const parts: string[] = [];
  const nodes: Text[] = [];
  const starts: number[] = [];
  const open: { section: Section; at: number }[] = [{ section: root, at: 0 }];
  let length = 0;
  let boundary = false;
  for (let level = open[0]; level; level = open.at(-1)) {
    const { section } = level;
    if (level.at === section.items.length) {
      open.pop();
      boundary = true;
      continue;
    }
    const item = section.items[level.at];
    const data = section.texts[level.at] ?? '';
    level.at += 1;
    if (item && 'items' in item) {
      boundary = true;
      open.push({ section: item, at: 0 });
      continue;
    }
    if (boundary && item && data.trim() === '') continue;
    if (item) {
      if (boundary && length > 0) {
        parts.push(BLOCK_BOUNDARY);
        length += BLOCK_BOUNDARY.length;
      }
      boundary = false;
      nodes.push(item);
      starts.push(length);
    }
    parts.push(data);
    length += data.length;
  }
  const text = parts.join('');
  const place = (start: number, end: number): Place | undefined => {
    const [startContainer, startOffset] = at(start);
    const [endContainer, endOffset] = at(end - 1);
    return startContainer && endContainer
      ? { startContainer, startOffset, endContainer, endOffset: endOffset + 1 }
      : undefined;
  };
  /** The last text node that starts at or before `offset`, and where in it that is. */
  const at = (offset: number): [node: Text | undefined, offset: number] => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return [nodes[low], offset - (starts[low] ?? 0)];
  };
  return { text, place };
}
