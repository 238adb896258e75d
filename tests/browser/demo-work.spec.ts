/** How much work the demo page is for its thread: until the first names are lit, and with a megabyte of text. */
import { DEMO, expect, openDemo, test } from './support.js';
import { entry, pasteInto } from './demo-page.js';
import { watchPutOff } from './put-off.js';
import { workDuring } from './trace.js';

/** Longest task that does not keep a reader waiting, in milliseconds. */
const LONG = 50;

const MEGABYTE = 1_000_000;
const paragraphs = (seed: string): string[] => {
  const lines = seed.split('\n').filter((line) => line !== '');
  return Array.from({ length: Math.ceil(MEGABYTE / seed.length) }, () => lines).flat();
};

for (const [what, flavours] of [
  ['of paragraphs', (seed: string) => ({ 'text/plain': paragraphs(seed).join('\n\n') })],
  ['in one line', (seed: string) => ({ 'text/plain': paragraphs(seed).join(' ') })],
  ['of HTML', (seed: string) => ({ 'text/html': paragraphs(seed).map((line) => `<p class="x">${line}</p>`).join('') })],
] as const) {
  test(`pasting a megabyte ${what} is no task over ${LONG} ms`, async ({ page }) => {
    await openDemo(page);
    const seed = await page.evaluate(async () => (await fetch('/seeds/000_815b1df0a53870d3.txt')).text());
    const { tasks } = await workDuring(page, async () => {
      await pasteInto(page, flavours(seed));
      await expect(page.locator('#facts')).toContainText(/1,0\d\d,\d{3} characters/, { timeout: 60_000 });
      await expect(entry(page, 'bashar-al-assad')).toBeVisible();
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    });
    expect(tasks.length).toBeGreaterThan(20);
    expect(tasks.map(({ duration }) => Math.round(duration)).filter((duration) => duration > LONG)).toEqual([]);
  });
}

test('a page that nobody touches does no work', async ({ page }) => {
  await watchPutOff(page);
  await openDemo(page);
  await expect(page.locator('#offline')).not.toBeEmpty();
  await expect(page.locator('#differences .name').first()).toBeVisible();
  const asked = await page.evaluate(async () => {
    const { putOff } = window;
    const frame = (): Promise<number> => new Promise((resolve) => putOff.frame.call(window, resolve));
    // What was begun before, and rests between its pieces, is done.
    while (putOff.waiting.size > 0) await frame();
    putOff.asked = 0;
    const changes = new MutationObserver((records) => (putOff.asked += records.length));
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let number = 0; number < 60; number += 1) await frame();
    return putOff.asked;
  });
  expect(asked).toBe(0);
});

test('from the first paint of the text to the first name lit is less work than 300 ms', async ({ page }) => {
  await page.addInitScript(() => {
    const look = (): void => {
      const lit = [...CSS.highlights.values()].some(({ size }) => size > 0);
      if (lit) performance.mark('names-lit');
      else requestAnimationFrame(look);
    };
    look();
  });
  const { tasks, at } = await workDuring(page, async () => {
    await page.goto(DEMO);
    await page.waitForFunction(() => performance.getEntriesByName('names-lit').length > 0);
  });
  const [painted, lit] = [at('firstContentfulPaint'), at('names-lit')];
  const between = tasks.filter(({ began }) => began >= painted && began <= lit);
  const work = between.reduce((sum, { duration }) => sum + duration, 0);
  expect(lit).toBeGreaterThan(painted);
  expect(work).toBeLessThan(300);
  expect(Math.max(...between.map(({ duration }) => duration))).toBeLessThan(LONG);
});
