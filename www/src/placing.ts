/** Keeps the card beside a range, and the keyboard's frame over it, while the page scrolls or changes. */
import {
  computePosition,
  flip,
  inline,
  offset,
  shift,
  size,
  type Platform,
  type VirtualElement,
} from '@floating-ui/core';
import { liveRange, originOf } from './live.js';
import { watchMoves } from './moves.js';

/** Pixels between the card and the edges of the viewport; its size leaves room for as many. */
const MARGIN = 16;
/** Pixels between the card and the name. */
const GAP = 8;

/** Nothing but the viewport clips the card, as it lies above the page; all lengths are those of the viewport. */
const platform: Platform = {
  getClientRects: (reference: VirtualElement) => [...(reference.getClientRects?.() ?? [])],
  getClippingRect: () => {
    const { offsetLeft: x, offsetTop: y, width, height } = visualViewport as VisualViewport;
    return { x, y, width, height };
  },
  getDimensions: (card: Element) => card.getBoundingClientRect(),
  getElementRects: ({ reference, floating }: { reference: VirtualElement; floating: Element }) => {
    const { width, height } = floating.getBoundingClientRect();
    return { reference: reference.getBoundingClientRect(), floating: { x: 0, y: 0, width, height } };
  },
};

/** Follows `range` until the function returned is called. */
export function followRange(range: StaticRange, card: HTMLElement, frame: HTMLElement): () => void {
  const live = liveRange(range);
  const seen = ({ x, y, width, height }: DOMRect): DOMRect => {
    const origin = originOf(live.startContainer.ownerDocument);
    return new DOMRect(x + origin.x, y + origin.y, width, height);
  };
  const reference = {
    getBoundingClientRect: () => seen(live.getBoundingClientRect()),
    getClientRects: () => [...live.getClientRects()].map(seen),
  };
  // The card begins where the name begins, in the direction of the text, not of the card's own words.
  const placement = directionAt(range) === 'rtl' ? 'bottom-end' : 'bottom-start';
  // What the page's `zoom` multiplies is divided by it.
  const set = (element: HTMLElement, property: string, length: number): void =>
    element.style.setProperty(property, `${length / zoomOf(element)}px`);
  card.style.removeProperty('--room');
  card.style.setProperty('--zoom', String(zoomOf(card)));
  const place = async (): Promise<void> => {
    const { left, top, width, height } = reference.getBoundingClientRect();
    // The frame is placed within its host, so it scrolls along.
    const origin = frame.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    set(frame, 'left', left - origin.left);
    set(frame, 'top', top - origin.top);
    set(frame, 'width', width);
    set(frame, 'height', height);
    const { x, y } = await computePosition(reference, card, {
      platform,
      placement,
      middleware: [
        inline(),
        offset(GAP),
        flip({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => set(card, '--room', Math.floor(availableHeight)),
        }),
        // Where there is room neither below nor above, it lies over the name rather than outside; but it
        // leaves the viewport with the name.
        shift({
          padding: MARGIN,
          crossAxis: true,
          limiter: {
            fn: ({ x, y, rects: { reference: name, floating } }) => ({
              x,
              y: Math.max(name.y - floating.height - GAP, Math.min(y, name.y + name.height + GAP)),
            }),
          },
        }),
      ],
    });
    set(card, '--x', Math.round(x));
    set(card, '--y', Math.round(y));
  };
  return watchMoves(live.startContainer, card, () => void place());
}

/** The direction of the text in which a range begins. */
export function directionAt({ startContainer }: AbstractRange): string {
  return startContainer.parentElement ? getComputedStyle(startContainer.parentElement).direction : 'ltr';
}

/** How much larger than its own lengths an element is drawn; not all browsers tell. */
const zoomOf = ({ currentCSSZoom = 1 }: Element & { currentCSSZoom?: number }): number => currentCSSZoom || 1;
