/**
 * One haystack for the text under a root, and the way back from its offsets to the page's text nodes.
 * Knows nothing of names or painting, and changes nothing.
 *
 * Text nodes are joined, so that a name is found across inline elements. A block boundary becomes
 * U+2029, which no name crosses, `<br>` a line break, and what is skipped within a line U+FFFC.
 */

const BLOCK_BOUNDARY = '\u2029';
const OBJECT = '\ufffc';

const SKIPPED = new Set(
  (
    'audio,canvas,code,datalist,embed,iframe,img,input,kbd,math,meter,namelight-card,noscript,object,' +
    'option,picture,pre,progress,samp,script,select,style,svg,template,textarea,title,video'
  ).split(','),
);

/** Where a mention stands: what a `StaticRange` is made of. */
export interface Place {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

export interface TextMap {
  readonly text: string;
  /** The place of a half-open span of the haystack that begins and ends within text nodes. */
  place(start: number, end: number): Place | undefined;
  /** The haystack's offset of a position in one of the mapped text nodes. */
  offsetOf(node: Node, offset: number): number | undefined;
}

/** Walks `root` once. The map is of this moment: later changes of the page do not move it. */
export function mapText(root: Element): TextMap {
  const haystack = new Haystack();
  if (!isOptedOut(root)) walk(root, haystack);
  return haystack.finish();
}

/** True when something above the root, or the root itself, keeps its text to itself. */
function isOptedOut(root: Element): boolean {
  const editable = root instanceof HTMLElement && root.isContentEditable;
  return editable || root.closest('[data-namelight="off"]') !== null;
}

/** Depth first, without recursion, so that no depth of page overflows the stack. */
function walk(root: Element, haystack: Haystack): void {
  const blocks: boolean[] = [];
  let keepsLines = haystack.linesKept(getComputedStyle(root));
  const lines: boolean[] = [];
  let node: Node | null = root.firstChild;
  while (node) {
    if (node instanceof Text) {
      haystack.add(node, keepsLines);
    } else if (node instanceof Element) {
      const style = getComputedStyle(node);
      const block = isBlock(style.display);
      if (node.localName === 'br') {
        haystack.addLineBreak();
      } else if (isSkipped(node, style)) {
        haystack.skip(block);
      } else {
        if (block) haystack.endBlock();
        if (node.firstChild) {
          blocks.push(block);
          lines.push(keepsLines);
          keepsLines = haystack.linesKept(style);
          node = node.firstChild;
          continue;
        }
      }
    }
    while (!node.nextSibling && node.parentNode && node.parentNode !== root) {
      node = node.parentNode;
      if (blocks.pop()) haystack.endBlock();
      keepsLines = lines.pop() ?? false;
    }
    node = node.nextSibling;
  }
}

function isSkipped(element: Element, { display }: CSSStyleDeclaration): boolean {
  if (SKIPPED.has(element.localName) || display === 'none') return true;
  if (element.getAttribute('data-namelight') === 'off') return true;
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable !== 'false';
}

function isBlock(display: string): boolean {
  return !(display.startsWith('inline') || display === 'contents' || display.startsWith('ruby'));
}

class Haystack {
  readonly #parts: string[] = [];
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  #length = 0;
  #boundary = false;

  linesKept({ whiteSpaceCollapse, whiteSpace }: CSSStyleDeclaration): boolean {
    return (whiteSpaceCollapse || whiteSpace).startsWith('pre');
  }

  /** Line breaks that the page shows as spaces are read as spaces, so that none ends a block. */
  add(node: Text, keepsLines: boolean): void {
    const data = keepsLines ? node.data : node.data.replaceAll('\n', ' ');
    if (this.#boundary && data.trim() === '') return;
    this.#separate();
    this.#nodes.push(node);
    this.#starts.push(this.#length);
    this.#append(data);
  }

  addLineBreak(): void {
    this.#append('\n');
  }

  /** What is left out ends a block, or stands in its line as something that no name contains. */
  skip(block: boolean): void {
    if (block) this.endBlock();
    else this.#append(OBJECT);
  }

  endBlock(): void {
    this.#boundary = true;
  }

  finish(): TextMap {
    return new FinishedMap(this.#parts.join(''), this.#nodes, this.#starts);
  }

  #separate(): void {
    if (this.#boundary && this.#length > 0) this.#append(BLOCK_BOUNDARY);
    this.#boundary = false;
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

class FinishedMap implements TextMap {
  readonly text: string;
  readonly #nodes: readonly Text[];
  readonly #starts: readonly number[];
  readonly #numbers: Map<Node, number>;

  constructor(text: string, nodes: readonly Text[], starts: readonly number[]) {
    this.text = text;
    this.#nodes = nodes;
    this.#starts = starts;
    this.#numbers = new Map(nodes.map((node, number) => [node, number]));
  }

  place(start: number, end: number): Place | undefined {
    const first = this.#numberAt(start);
    const last = this.#numberAt(end - 1);
    const startContainer = this.#nodes[first];
    const endContainer = this.#nodes[last];
    if (!startContainer || !endContainer) return undefined;
    return {
      startContainer,
      startOffset: start - (this.#starts[first] ?? 0),
      endContainer,
      endOffset: end - (this.#starts[last] ?? 0),
    };
  }

  offsetOf(node: Node, offset: number): number | undefined {
    const number = this.#numbers.get(node);
    const start = number === undefined ? undefined : this.#starts[number];
    return start === undefined ? undefined : start + offset;
  }

  /** The last text node that starts at or before `offset`. */
  #numberAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}
