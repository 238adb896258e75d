/** Contrast as WCAG 2.2 defines it, computed from what the browser would paint. */
import type { Locator } from '@playwright/test';

export interface Contrast {
  what: string;
  ratio: number;
}

/**
 * The contrast of a colour of each element with what lies behind it; `of` is a property, such as `color`.
 * What lies behind is composed from the backgrounds of all that holds the element, through shadow roots.
 */
export function contrasts(elements: Locator, of = 'color'): Promise<Contrast[]> {
  return elements.evaluateAll((found, property) => {
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    const parent = (element: Element): Element | null => {
      const root = element.getRootNode();
      return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const layers = (element: Element): string[] => {
      const colours: string[] = [];
      for (let at: Element | null = element; at; at = parent(at)) {
        colours.unshift(getComputedStyle(at).backgroundColor);
        // What is in the top layer stands on its own background.
        if (at.matches('[popover]')) break;
      }
      return colours;
    };
    const luminance = (colours: string[]): number => {
      context.clearRect(0, 0, 1, 1);
      for (const colour of ['white', ...colours]) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
    };
    return found.map((element) => {
      const behind = layers(element);
      const a = luminance([...behind, getComputedStyle(element).getPropertyValue(property)]);
      const b = luminance(behind);
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const what = `${element.localName}.${element.className} ${element.textContent?.trim().slice(0, 30)}`;
      return { what, ratio };
    });
  }, of);
}
