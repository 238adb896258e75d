/** A megabyte of text on the demo page: no task of the page's thread is long while it is read. */
import { expect, openDemo, test } from './support.js';
import { entry, pasteInto } from './demo-page.js';

/** Longest task that does not keep a reader waiting, in milliseconds. */
const LONG = 50;

for (const [what, text] of [
  ['many paragraphs', (seed: string) => `${seed}\n`.repeat(Math.ceil(1_000_000 / seed.length))],
  ['one line without an end', (seed: string) => seed.replaceAll('\n', ' ').repeat(Math.ceil(1_000_000 / seed.length))],
] as const) {
  test(`pasting a megabyte, ${what}, is no task over ${LONG} ms`, async ({ page }) => {
    await openDemo(page);
    const seed = await page.evaluate(async () => (await fetch('/seeds/000_815b1df0a53870d3.txt')).text());
    await page.locator('#waiting').waitFor({ state: 'hidden' });
    await page.evaluate(() => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
      observer.observe({ type: 'longtask' });
      Object.assign(globalThis, { tasks, observer });
    });
    await pasteInto(page, { 'text/plain': text(seed) });
    await expect(page.locator('#facts')).toContainText(/1,0\d\d,\d{3} characters/, { timeout: 30_000 });
    await expect(entry(page, 'bashar-al-assad')).toBeVisible();
    const tasks = await page.evaluate(async () => {
      await new Promise((resolve) => requestIdleCallback(resolve));
      // A long task of our own, of which the browser tells after all that were before.
      const { tasks, observer } = globalThis as unknown as { tasks: number[]; observer: PerformanceObserver };
      const seen = tasks.length;
      const own = performance.now();
      while (performance.now() < own + 100);
      await new Promise<void>((resolve) => {
        const look = (): void => (tasks.length > seen ? resolve() : void requestAnimationFrame(look));
        look();
      });
      observer.disconnect();
      return tasks.slice(0, -1).map(Math.round);
    });
    expect(tasks.filter((duration) => duration > LONG)).toEqual([]);
  });
}
