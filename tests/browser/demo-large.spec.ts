/**
 * A megabyte on the demo page: no task of the page's thread is long while it is read. What counts is the time that
 * the thread worked, in the browser's own trace: other programs on the machine do not lengthen it.
 */
import type { Page } from '@playwright/test';
import { expect, openDemo, test } from './support.js';
import { entry, pasteInto } from './demo-page.js';

/** Longest task that does not keep a reader waiting, in milliseconds. */
const LONG = 50;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** Milliseconds of work of every task of the busiest page's thread while `act` runs. */
async function tasksDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { includedCategories: ['toplevel', 'devtools.timeline'] };
  await session.send('Tracing.start', { traceConfig, transferMode: 'ReportEvents' });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  const threads = new Map<string, number[]>();
  for (const { name, ph, pid, tid, args } of events) {
    if (ph === 'M' && name === 'thread_name' && args.name === 'CrRendererMain') threads.set(`${pid}:${tid}`, []);
  }
  for (const { name, pid, tid, tdur } of events) {
    if (name.endsWith('RunTask') && tdur !== undefined) threads.get(`${pid}:${tid}`)?.push(tdur / 1000);
  }
  return [...threads.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

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
    const tasks = await tasksDuring(page, async () => {
      await pasteInto(page, flavours(seed));
      await expect(page.locator('#facts')).toContainText(/1,0\d\d,\d{3} characters/, { timeout: 60_000 });
      await expect(entry(page, 'bashar-al-assad')).toBeVisible();
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    });
    expect(tasks.length).toBeGreaterThan(20);
    expect(tasks.filter((duration) => duration > LONG).map(Math.round)).toEqual([]);
  });
}
