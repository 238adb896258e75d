/** Measures what the extension costs, and prints it: milliseconds to lit pages, and memory. Medians of several runs. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { choose, openQuietly, table } from './pages.js';
import { expect, expectArticle, lit, SITE, test, type Extension } from './support.js';

const RUNS = 9;

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
const spread = (numbers: number[]): string =>
  `${median(numbers).toFixed(0)} (${Math.min(...numbers).toFixed(0)}–${Math.max(...numbers).toFixed(0)})`;

/** Turns it off in the page and on again, seen from a page of the extension: with the answer, all is lit. */
async function turnOnAgain(from: Page, address: string, before: () => Promise<void>): Promise<number> {
  const tell = (notice: string): Promise<number> =>
    from.evaluate(
      async ({ address, notice }) => {
        const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address);
        const begun = performance.now();
        const on: unknown = await chrome.tabs.sendMessage(tab?.id ?? 0, { notice });
        if (on !== (notice === 'turn-on')) throw new Error(`${notice} was not carried out`);
        return performance.now() - begun;
      },
      { address, notice },
    );
  await tell('turn-off');
  await before();
  return tell('turn-on');
}

/** Anonymous memory of the processes of extensions, in MB. */
function extensionMemory(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes('--extension-process')) return [];
        const [, kilobytes] = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
        return [Number(kilobytes) / 1000];
      } catch {
        return [];
      }
    });
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function dead(extension: Extension): Promise<void> {
  await expect
    .poll(async () => {
      await extension.kill();
      return extension.isRunning();
    })
    .toBe(false);
}

test('what it costs', async ({ page, extension }) => {
  await extension.grant(SITE);
  await page.goto('/long');
  await expectArticle(page);
  const from = await extension.open('manifest.json');
  await page.bringToFront();
  const warm: number[] = [];
  const cold: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    warm.push(await turnOnAgain(from, page.url(), async () => undefined));
    cold.push(await turnOnAgain(from, page.url(), () => dead(extension)));
  }
  await from.close();

  await turn(extension, page, 'turn-off');
  const off = await heap(page);
  await turn(extension, page, 'turn-on');
  await expectArticle(page);
  const on = await heap(page);

  for (const other of extension.context.pages()) if (other !== page) await other.close();
  await dead(extension);
  await expect.poll(() => extensionMemory().length).toBe(0);
  await page.bringToFront();
  await page.evaluate(() => document.querySelector('article')?.append('Damascus.'));
  await expect.poll(async () => (await lit(page))['namelight-place']).toContain('Damascus');
  const background = extensionMemory();

  console.log(`100 KB, background awake: ${spread(warm)} ms to lit`);
  console.log(`100 KB, background dead: ${spread(cold)} ms to lit`);
  console.log(`heap of a page of 100 KB: ${off.toFixed(1)} MB off, ${on.toFixed(1)} MB on`);
  console.log(`anonymous memory of the background's process: ${background.map((size) => size.toFixed(0)).join(', ')} MB`);
});

test('what it costs to import a hundred thousand names', async ({ extension }) => {
  const { page } = await openQuietly(extension, 'options.html');
  const seconds: number[] = [];
  const tasks: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    await choose(page, `fleet${run}.csv`, table(100_000));
    const took = await page.evaluate(async () => {
      const longest = { task: 0 };
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest.task = Math.max(longest.task, duration);
      });
      observer.observe({ type: 'longtask' });
      const begun = performance.now();
      const job = document.querySelector<HTMLElement>('.job');
      const done = new Promise<void>((resolve) => {
        new MutationObserver(() => job?.dataset['state'] === 'kept' && resolve()).observe(document.body, {
          subtree: true,
          attributes: true,
        });
      });
      document.querySelector<HTMLElement>('form button.main')?.click();
      await done;
      const ended = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 300));
      observer.disconnect();
      return { seconds: (ended - begun) / 1000, task: longest.task };
    });
    seconds.push(took.seconds);
    tasks.push(took.task);
  }
  const said = seconds.map((number) => number.toFixed(1)).join(', ');
  console.log(`import of 100,000 rows: ${said} s, each on top of the ones before`);
  console.log(`longest task of the options page over 50 ms: ${tasks.map((task) => task.toFixed(0)).join(', ')} ms`);
});

async function turn(extension: Extension, page: Page, notice: string): Promise<void> {
  await extension.within(
    async ({ address, notice }) => {
      const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address);
      await chrome.tabs.sendMessage(tab?.id ?? 0, { notice });
    },
    { address: page.url(), notice },
  );
}
