/**
 * Reads the text of a page, block by block, as it is shown: open shadow roots with what is in their slots,
 * same-origin frames. Leaves out what is not the page's text: inputs, editable text, code, what opts out, and
 * our own interface. Text that is hidden is read as well, as it may say who is meant elsewhere.
 */

export type Tree = Document | ShadowRoot;

/**
 * A block as it was read: text nodes, blocks within, and undefined for what stands for something else. What
 * lies in a block does not depend on what lies around it.
 */
export interface Section {
  readonly items: (Text | Section | undefined)[];
  /** Beside each item its text; empty for blocks. */
  readonly texts: string[];
  readonly display: string;
  readonly whiteSpace: string;
  /** Read without styles, as browsers have none for what is not displayed. */
  readonly unstyled: boolean;
}

interface Level {
  readonly section: Section;
  /** Of the element, or of what is above it where it has none. */
  readonly style: CSSStyleDeclaration;
  readonly unstyled: boolean;
  next: Node | null;
  /** What follows, where it is not a sibling. */
  readonly rest?: Node[];
}

const OBJECT = '\ufffc';

const words = (list: string): Set<string> => new Set(list.split(','));

const SKIPPED = words(
  'audio,canvas,code,datalist,embed,img,input,kbd,math,meter,namelight-card,namelight-cast,noscript,object,' +
    'option,picture,pre,progress,samp,script,select,style,svg,template,textarea,title,video',
);

/** What is shown inline where nothing is said, of what articles are made of. */
const INLINE = words(
  'a,abbr,acronym,b,bdi,bdo,big,cite,data,del,dfn,em,font,i,ins,label,mark,q,ruby,s,slot,small,span,strike,' +
    'strong,sub,sup,time,tt,u,var,wbr',
);

/** How many nodes are read between looks at the clock. */
const STEPS = 256;

export class Walk {
  readonly section: Section;
  readonly #known: WeakMap<Node, Section>;
  readonly #trees: Set<Tree>;
  readonly #levels: Level[] = [];

  /** Blocks that are `known` are not read again; those that are read become so. */
  constructor(root: Element, known: WeakMap<Node, Section>, trees: Set<Tree>) {
    this.#known = known;
    this.#trees = trees;
    const style = getComputedStyle(root);
    this.section = newSection(style);
    if (!isOptedOut(root)) this.#enter(root, this.section, style, this.section.unstyled);
  }

  /** Reads on until `deadline`; true when all is read. Without recursion: no page is too deep. */
  run(deadline: number): boolean {
    const levels = this.#levels;
    for (let steps = 1; levels.length > 0; steps += 1) {
      const level = levels[levels.length - 1] as Level;
      const node = level.next;
      if (!node) {
        levels.pop();
        continue;
      }
      level.next = level.rest ? (level.rest.pop() ?? null) : node.nextSibling;
      if (node.nodeType === Node.TEXT_NODE) addText(level, node as Text);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#read(node as Element, level);
      if (steps % STEPS === 0 && performance.now() > deadline) return false;
    }
    return true;
  }

  #read(element: Element, level: Level): void {
    const { section } = level;
    const known = this.#known.get(element);
    if (known && known.unstyled === (level.unstyled || known.display === 'none')) {
      add(section, known);
      return;
    }
    const name = element.localName;
    if (name === 'br') {
      add(section, undefined, '\n');
      return;
    }
    const style = level.unstyled ? undefined : getComputedStyle(element);
    const display = style ? style.display : INLINE.has(name) ? 'inline' : 'block';
    const block = isBlock(display);
    const skipped = SKIPPED.has(name) || optsOut(element);
    if (skipped && !block) {
      add(section, undefined, OBJECT);
      return;
    }
    const unstyled = level.unstyled || display === 'none';
    const own = block ? newSection(style, unstyled) : section;
    if (block) {
      add(section, own);
      this.#known.set(element, own);
    }
    // The number of a footnote is no part of the name before it.
    if (name === 'sup') add(own, undefined, OBJECT);
    if (!skipped) this.#enter(element, own, style ?? level.style, unstyled);
  }

  /** Goes on with what is shown in an element. */
  #enter(element: Element, section: Section, style: CSSStyleDeclaration, unstyled: boolean): void {
    const { shadowRoot, localName } = element;
    const own = { section, style, unstyled };
    if (shadowRoot && localName !== 'name-light') {
      this.#trees.add(shadowRoot);
      this.#levels.push({ ...own, next: shadowRoot.firstChild });
    } else if (localName === 'iframe') {
      const { contentDocument: frame } = element as HTMLIFrameElement;
      if (!frame) return add(section, undefined, OBJECT);
      this.#trees.add(frame);
      this.#levels.push({ ...own, next: frame.documentElement });
    } else if (localName === 'slot') {
      const rest: Node[] = (element as HTMLSlotElement).assignedNodes().reverse();
      const next = rest.pop();
      this.#levels.push(next ? { ...own, next, rest } : { ...own, next: element.firstChild });
    } else if (element.firstChild) {
      this.#levels.push({ ...own, next: element.firstChild });
    }
  }
}

function newSection(style?: CSSStyleDeclaration, unstyled = style?.display === 'none'): Section {
  const { display = '', whiteSpace = '' } = style ?? {};
  return { items: [], texts: [], display, whiteSpace, unstyled };
}

function add({ items, texts }: Section, item: Text | Section | undefined, text = ''): void {
  items.push(item);
  texts.push(text);
}

/** Line breaks that the page shows as spaces are read as spaces, so that none ends a block. */
function addText({ section, style }: Level, node: Text): void {
  const { data } = node;
  // Few texts have any: only for those is it asked what becomes of them.
  add(section, node, data.includes('\n') && !keepsLines(style) ? data.replaceAll('\n', ' ') : data);
}

/** True when something above the root, or the root itself, keeps its text to itself. */
function isOptedOut(root: Element): boolean {
  if ((root as HTMLElement).isContentEditable) return true;
  for (let at: Element | null = root; at; at = (at.getRootNode() as ShadowRoot).host ?? null) {
    if (at.closest('[data-namelight="off"]')) return true;
  }
  return false;
}

function optsOut(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  if (element.getAttribute('data-namelight') === 'off') return true;
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable !== 'false';
}

function isBlock(display: string): boolean {
  return !(display.startsWith('inline') || display === 'contents' || display.startsWith('ruby'));
}

function keepsLines({ whiteSpaceCollapse, whiteSpace }: CSSStyleDeclaration): boolean {
  return (whiteSpaceCollapse || whiteSpace).startsWith('pre');
}
