/** What a page has put off: its timers, frames and idle moments that are still to come. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    putOff: {
      /** One entry for each that is still to come. */
      waiting: Set<string>;
      /** How often the page put something off. */
      asked: number;
      /** The page's own `requestAnimationFrame`, of which nothing is noted. */
      frame: Window['requestAnimationFrame'];
    };
  }
}

/** Notes in `window.putOff` what the page that is opened next puts off. */
export async function watchPutOff(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const waiting = new Set<string>();
    window.putOff = { waiting, asked: 0, frame: window.requestAnimationFrame };
    const watch = (ask: string, cancel: string, again = false): void => {
      type Own = Record<string, (first: unknown, ...more: unknown[]) => number>;
      const own = window as unknown as Own;
      const [begin, end] = [own[ask], own[cancel]];
      if (!begin || !end) throw new Error(`the browser has no ${ask}`);
      own[ask] = (callback, ...more) => {
        const handle = begin.call(window, (...given: unknown[]) => {
          if (!again) waiting.delete(`${cancel} ${handle}`);
          (callback as (...given: unknown[]) => void)(...given);
        }, ...more);
        waiting.add(`${cancel} ${handle}`);
        window.putOff.asked += 1;
        return handle;
      };
      own[cancel] = (handle) => {
        waiting.delete(`${cancel} ${String(handle)}`);
        return end.call(window, handle);
      };
    };
    watch('setTimeout', 'clearTimeout');
    watch('setInterval', 'clearInterval', true);
    watch('requestAnimationFrame', 'cancelAnimationFrame');
    watch('requestIdleCallback', 'cancelIdleCallback');
  });
}
