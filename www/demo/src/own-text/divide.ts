/**
 * A block that is too large to be cleaned and laid out at once, in parts: each is a copy of the block with a part of
 * what was in it, so that half a list is a list. It is divided between lines, rows and paragraphs, or at least where a
 * sentence ends.
 */
import { partsOfLine } from './plain.js';

/** What makes a part: beyond `ENOUGH` it ends where a line does, beyond `MOST` wherever it can. */
const ENOUGH = 8_000;
const MOST = 16_000;
/** As many letters as an element is as much work as. */
const ELEMENT = 50;

/** What a line does not end before. */
const WITHIN_LINE =
  'a,abbr,b,bdi,bdo,cite,code,data,dfn,em,font,i,ins,kbd,label,mark,q,s,samp,small,span,strong,sub,sup,td,th,time,u,var,wbr';

/** The parts of a block in order; a block that is not too large is its only part. */
export function* partsOf(block: Element): Iterable<Element> {
  const work = (block.textContent?.length ?? 0) + ELEMENT * block.getElementsByTagName('*').length;
  if (work <= MOST) yield block;
  else yield* new Division(block).parts();
}

class Division {
  /** The block, and what of it the walk is in; and the copies of these. */
  readonly #open: Element[];
  #copies: Element[];
  #work = 0;

  constructor(block: Element) {
    this.#open = [block];
    this.#copies = [copyOf(block)];
  }

  *parts(): Iterable<Element> {
    yield* this.#within(this.#open[0] as Element);
    yield this.#part;
  }

  *#within(element: Element): Iterable<Element> {
    let number = 0;
    for (const child of element.childNodes) {
      if (child instanceof Element) {
        if (this.#work > (child.matches(WITHIN_LINE) ? MOST : ENOUGH)) yield* this.#next(number);
        number += 1;
        this.#enter(child);
        yield* this.#within(child);
        this.#open.pop();
        this.#copies.pop();
      } else if (child.nodeType === Node.TEXT_NODE) {
        for (const text of partsOfLine(child.nodeValue ?? '')) {
          if (this.#work > MOST) yield* this.#next(number);
          this.#copies.at(-1)?.append(text);
          this.#work += text.length;
        }
      }
    }
  }

  #enter(element: Element): void {
    const copy = copyOf(element);
    this.#copies.at(-1)?.append(copy);
    this.#open.push(element);
    this.#copies.push(copy);
    this.#work += ELEMENT;
  }

  /** Ends a part before the child of that number; lists go on counting in the next. */
  *#next(number: number): Iterable<Element> {
    yield this.#part;
    const open = this.#open.splice(1);
    this.#copies = [copyOf(this.#open[0] as Element)];
    for (const element of open) this.#enter(element);
    this.#copies.forEach((copy, depth) => {
      if (!(copy instanceof HTMLOListElement)) return;
      const within = this.#open[depth + 1];
      copy.start += within ? [...(this.#open[depth] as Element).children].indexOf(within) : number;
    });
    this.#work = 0;
  }

  get #part(): Element {
    return this.#copies[0] as Element;
  }
}

/** An element without what is in it. */
const copyOf = (element: Element): Element => element.cloneNode() as Element;
