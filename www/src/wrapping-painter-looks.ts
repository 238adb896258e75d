/** What a part of a name is wrapped in: a mark, a link, or nothing where wrapping would change the layout. */
import { addressesOf } from './links.js';
import type { Painted } from './painter.js';
import type { Part } from './wrapping-painter-texts.js';

/** How an element is made; where `look` is the same, so is the element. */
export interface Look {
  readonly look: string;
  wrap(): HTMLElement;
}

/** What an element allows of the text right in it. */
interface Surroundings {
  readonly wraps: boolean;
  /** Each stretch of text is a box of its own, so that only all of it can be wrapped. */
  readonly boxed: boolean;
  readonly links: boolean;
}

const HTML = 'http://www.w3.org/1999/xhtml';
const WRAPPERS = 'a.namelight, mark.namelight';
const INTERACTIVE =
  'a[href], button, label, select, summary, [role="button"], [role="checkbox"], [role="link"], ' +
  '[role="menuitem"], [role="option"], [role="radio"], [role="switch"], [role="tab"]';
/** Flex, grid and table boxes, but not cells and captions. */
const BOXED = /flex|grid|table(?!-c[ae])/;

/** Keeps what it has read of the page: for one painting. */
export class WrapperLooks {
  readonly #links: boolean;
  readonly #known = new Map<Element, Surroundings>();

  constructor(links: boolean) {
    this.#links = links;
  }

  /** `first` says that it is the first part of its name, the one at which the Tab key stops. */
  of({ node, whole, start, end }: Part, { as, mention: facts }: Painted, first: boolean): Look | undefined {
    const parent = node.assignedSlot ?? node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
    const text = whole.slice(start, end);
    // White space beside items and between cells is not shown until it is wrapped.
    if (!parent || text.trim() === '') return undefined;
    const { wraps, boxed, links } = this.#surroundings(parent);
    if (!wraps || (boxed && text !== whole.trim())) return undefined;
    const mention = links ? facts() : undefined;
    const [link] = mention?.confidence === 'certain' ? addressesOf(mention.links) : [];
    const classes = `namelight namelight-${as}`;
    const page = node.ownerDocument;
    return link
      ? { look: `${as} ${first} ${link.address}`, wrap: () => linkTo(page, link.address, classes, first) }
      : { look: as, wrap: () => markOf(page, classes) };
  }

  #surroundings(element: Element): Surroundings {
    let known = this.#known.get(element);
    if (!known) {
      known = {
        wraps: element.namespaceURI === HTML && !element.closest(WRAPPERS),
        boxed: BOXED.test(boxOf(element)),
        links: this.#links && !element.closest(INTERACTIVE),
      };
      this.#known.set(element, known);
    }
    return known;
  }
}

/** How the box is displayed that holds what is in an element. */
function boxOf(element: Element): string {
  const { display } = getComputedStyle(element);
  const { parentElement } = element;
  return display === 'contents' && parentElement ? boxOf(parentElement) : display;
}

function markOf(page: Document, classes: string): HTMLElement {
  const mark = page.createElement('mark');
  mark.className = classes;
  return mark;
}

function linkTo(page: Document, address: string, classes: string, first: boolean): HTMLElement {
  const link = page.createElement('a');
  link.className = classes;
  link.href = address;
  link.rel = 'noopener';
  if (!first) link.tabIndex = -1;
  return link;
}
