/**
 * The layer over a page in which lines are drawn that the page must not know of. It is in a closed shadow root, takes
 * no pointer, and is of the size of the page whatever is drawn, so that neither its tree nor its extents tell anything.
 */
import type { HighlightClass } from '../../src/painter.js';

/** A line under a part of a name, in the page's own coordinates. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
  as: HighlightClass;
  /** Light letters, as on dark pages. */
  light: boolean;
  current: boolean;
}

const RULES = `
:host {
  all: initial !important;
  display: block !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  pointer-events: none !important;
  z-index: 2147483646 !important;
}
@media print {
  :host {
    display: none !important;
  }
}
.page {
  position: absolute;
  left: 0;
  top: 0;
  overflow: clip;
  contain: strict;
  color-scheme: light;
}
i {
  position: absolute;
  box-sizing: border-box;
  pointer-events: none;
}
i.light {
  color-scheme: dark;
}
`;

export class OverlayLayer {
  readonly #host: HTMLElement;
  readonly #page: HTMLElement;
  readonly #boxes: HTMLElement[] = [];

  /** `looks` are the rules for `i.actor` and the other classes. */
  constructor(looks: string) {
    this.#host = document.createElement('div');
    // Whoever adds attributes to it is the page.
    const shadow = this.#host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES + looks);
    shadow.adoptedStyleSheets = [sheet];
    this.#page = document.createElement('div');
    this.#page.className = 'page';
    shadow.append(this.#page);
  }

  /** Stands within `home` from now on; nothing happens where it does. */
  settle(home: Element): void {
    if (this.#host.parentNode !== home) home.append(this.#host);
  }

  remove(): void {
    this.#host.remove();
  }

  /** Where the layer begins in the viewport. */
  origin(): DOMRect {
    return this.#host.getBoundingClientRect();
  }

  /** Takes the size of the page, which its own size is no part of. */
  measure(): void {
    this.#page.style.display = 'none';
    const { scrollWidth, scrollHeight } = document.scrollingElement ?? document.documentElement;
    Object.assign(this.#page.style, { width: `${scrollWidth}px`, height: `${scrollHeight}px`, display: '' });
  }

  /** Draws these and nothing else; elements are used again. */
  draw(boxes: readonly Box[]): void {
    while (this.#boxes.length < boxes.length) this.#boxes.push(document.createElement('i'));
    boxes.forEach(({ left, top, width, height, as, light, current }, number) => {
      const element = this.#boxes[number] as HTMLElement;
      element.className = `${as}${light ? ' light' : ''}${current ? ' current' : ''}`;
      element.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
      if (!element.isConnected) this.#page.append(element);
    });
    for (const element of this.#boxes.splice(boxes.length)) element.remove();
  }
}
