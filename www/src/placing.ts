/** Keeps the card beside a range, and the keyboard's frame over it, while the page scrolls or changes. */
import {
  autoUpdate,
  computePosition,
  flip,
  inline,
  limitShift,
  offset,
  shift,
  size,
} from '@floating-ui/dom';
import { liveRange } from './live.js';

/** Pixels between the card and the edges of the viewport; its size leaves room for as many. */
const MARGIN = 16;

/** Follows `range` until the function returned is called. */
export function followRange(range: StaticRange, card: HTMLElement, frame: HTMLElement): () => void {
  const live = liveRange(range);
  const contextElement = live.startContainer.parentElement;
  const reference = {
    getBoundingClientRect: () => live.getBoundingClientRect(),
    getClientRects: () => live.getClientRects(),
    ...(contextElement ? { contextElement } : {}),
  };
  // The card begins where the name begins, in the direction of the text, not of the card's own words.
  const placement = directionAt(range) === directionOf(card) ? 'bottom-start' : 'bottom-end';
  card.style.removeProperty('--room');
  const place = async (): Promise<void> => {
    lay(frame, live.getBoundingClientRect());
    const { x, y } = await computePosition(reference, card, {
      strategy: 'fixed',
      placement,
      middleware: [
        inline(),
        offset(8),
        flip({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) =>
            card.style.setProperty('--room', `${Math.floor(availableHeight)}px`),
        }),
        // Where there is room neither below nor above, it lies over the name rather than outside.
        shift({ padding: MARGIN, crossAxis: true, limiter: limitShift({ mainAxis: false }) }),
      ],
    });
    card.style.setProperty('--x', `${Math.round(x)}px`);
    card.style.setProperty('--y', `${Math.round(y)}px`);
  };
  return autoUpdate(reference, card, () => void place());
}

/** The direction of the text in which a range begins. */
export function directionAt({ startContainer }: AbstractRange): string {
  return startContainer.parentElement ? directionOf(startContainer.parentElement) : 'ltr';
}

const directionOf = (element: Element): string => getComputedStyle(element).direction;

/** Lays the frame over a rectangle of the viewport; it is placed within its host, so it scrolls along. */
function lay(frame: HTMLElement, { left, top, width, height }: DOMRect): void {
  const origin = frame.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  frame.style.setProperty('left', `${left - origin.left}px`);
  frame.style.setProperty('top', `${top - origin.top}px`);
  frame.style.setProperty('width', `${width}px`);
  frame.style.setProperty('height', `${height}px`);
}
