/** What a view costs a page that changes all the time, measured beside the same page without a view. */
import { thorough } from './run.js';
import { PACKAGE, expect, test } from './support.js';

const GAZETTEER = { entities: [{ id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063 } }] };

test('a page that rewrites the same text for ever', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const { rounds, annotations, seconds } = await page.evaluate(
    async ({ address, gazetteer }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.innerHTML = Array.from({ length: 400 }, (_, number) => `<p>Number ${number} in Aleppo.</p>`).join('');
      const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
      let annotations = 0;
      view.addEventListener('annotate', () => (annotations += 1));
      let rounds = 0;
      // Whatever changes the page's tree or what is painted makes this page write its text again.
      const text = root.querySelector('p')!.firstChild as Text;
      const rewrite = new MutationObserver(() => {
        rounds += 1;
        requestAnimationFrame(() => (text.data = `Round ${rounds} in Aleppo.`));
      });
      rewrite.observe(root, { characterData: true, subtree: true });
      const begun = performance.now();
      text.data = 'From now on in Aleppo.';
      await new Promise<void>((resolve) => {
        const look = (): void => (rounds < 60 ? void requestAnimationFrame(look) : resolve());
        look();
      });
      rewrite.disconnect();
      return { rounds, annotations, seconds: (performance.now() - begun) / 1000 };
    },
    { address: PACKAGE, gazetteer: GAZETTEER },
  );
  expect(rounds).toBeGreaterThanOrEqual(60);
  expect(annotations).toBeGreaterThan(0);
  expect(annotations).toBeLessThan(rounds);
  expect(seconds).toBeLessThan(30);
});

test('ten thousand changes a second cost less than a twentieth of the main thread', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const session = await page.context().newCDPSession(page);
  // Of the processor, so that what else the machine does is not counted; what lit names cost besides is in the benchmark.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value;
  };
  await page.evaluate(
    async ({ address, gazetteer }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.innerHTML = Array.from({ length: 1000 }, (_, number) => `<p>Number ${number} in Aleppo, as was said.</p>`).join('');
      const texts = [...root.querySelectorAll('p')].map(({ firstChild }) => firstChild as Text);
      /** A hundred changes every ten milliseconds, for two seconds. */
      const churn = async (): Promise<number> => {
        let spent = 0;
        for (let round = 0; round < 200; round += 1) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          const begun = performance.now();
          for (let number = 0; number < 100; number += 1) {
            texts[(round * 7 + number) % texts.length]!.data = `Number ${round} in Aleppo, as was ${number}.`;
          }
          spent += performance.now() - begun;
        }
        return spent;
      };
      const start = async () => createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
      Object.assign(globalThis, { churn, start });
    },
    { address: PACKAGE, gazetteer: GAZETTEER },
  );
  const run = async (): Promise<{ spent: number; lasted: number }> => {
    const before = await busy();
    const begun = Date.now();
    await page.evaluate(() => (globalThis as unknown as { churn(): Promise<number> }).churn());
    return { spent: (await busy()) - before, lasted: (Date.now() - begun) / 1000 };
  };
  const without = await run();
  await page.evaluate(async () => {
    await (globalThis as unknown as { start(): Promise<unknown> }).start();
  });
  const beside = await run();
  const share = (beside.spent - without.spent) / beside.lasted;
  expect(share).toBeLessThan(0.05);
});

test('while a page never rests, what is near is lit, and the rest once it does', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const mentions = await page.evaluate(
    async ({ address, gazetteer }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      const html = Array.from({ length: 1000 }, (_, number) => `<p>Number ${number} in Aleppo.</p>`);
      root.innerHTML = `<p id="clock">0</p>${html.join('')}`;
      const clock = document.getElementById('clock') as HTMLElement;
      const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
      let ticks = 0;
      const tick = (): void => {
        if (ticks < 0) return;
        clock.textContent = `${(ticks += 1)}`;
        requestAnimationFrame(tick);
      };
      const lit = () => [...(CSS.highlights.get('namelight-place') ?? [])];
      /** Numbers of the paragraphs in the viewport, and of those of them that are lit. */
      const sight = () => {
        const isIn = (element: Element | null): boolean => {
          const { top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
          return bottom > 0 && top < innerHeight;
        };
        const shown = [...root.querySelectorAll('p:not(#clock)')].filter(isIn).length;
        return [shown, lit().filter(({ startContainer }) => isIn(startContainer.parentElement)).length];
      };
      Object.assign(globalThis, { begin: tick, end: () => (ticks = -1), litCount: () => lit().length, sight });
      return view.mentions.length;
    },
    { address: PACKAGE, gazetteer: GAZETTEER },
  );
  const litCount = () => page.evaluate<number>('litCount()');
  const inSight = async (): Promise<void> => {
    await expect.poll(async () => {
      const [shown = 0, lit = -1] = await page.evaluate<number[]>('sight()');
      return shown > 10 && shown === lit;
    }).toBe(true);
  };
  expect(mentions).toBe(1000);
  await expect.poll(litCount).toBe(mentions);
  await page.evaluate('begin()');
  await expect.poll(litCount).toBeLessThan(200);
  await inSight();
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight / 2)');
  await inSight();
  expect(await litCount()).toBeLessThan(500);
  await page.evaluate('end()');
  await expect.poll(litCount).toBe(mentions);
});

test('of very many names, only what has come near is lit', async ({ page }) => {
  test.skip(!thorough, 'it takes long');
  await page.clock.install();
  await page.goto('/pages/blank.html');
  const mentions = await page.evaluate(
    async ({ address, gazetteer }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.innerHTML = Array.from({ length: 3000 }, () => '<p>Aleppo, Aleppo, and Aleppo.</p>').join('');
      const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
      const ranges = () => [...(CSS.highlights.get('namelight-place') ?? [])];
      const isIn = (element: Element | null): boolean => {
        const { top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
        return bottom > 0 && top < innerHeight;
      };
      const counts = () => {
        const shown = [...root.querySelectorAll('p')].filter(isIn).length;
        const lit = ranges().filter(({ startContainer }) => isIn(startContainer.parentElement)).length;
        return [3 * shown, lit, ranges().length];
      };
      Object.assign(globalThis, { counts });
      return view.count;
    },
    { address: PACKAGE, gazetteer: GAZETTEER },
  );
  expect(mentions).toBe(9000);
  // All that waits for rest and for idle moments is done.
  await page.clock.runFor(10_000);
  for (const part of [1, 0.5]) {
    await page.evaluate((at) => scrollTo(0, document.documentElement.scrollHeight * at), part);
    await expect.poll(async () => {
      const [shown = 0, lit = -1, all = Infinity] = await page.evaluate<number[]>('counts()');
      return shown > 10 && shown === lit && all < 1000;
    }).toBe(true);
  }
});

test('a page of a megabyte has its turns while it is read, and is painted in the end', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const { turns, length, first, mentions } = await page.evaluate(
    async ({ address, gazetteer }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      const words = 'so it was said on the day that followed, '.repeat(4);
      const html = Array.from({ length: 5000 }, () => `<p>${words} <em>in Aleppo</em> and elsewhere.</p>`);
      root.innerHTML = html.join('');
      const painted = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      const highlighter = createHighlighter({ pack: gazetteer });
      await highlighter.ready;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      let turns = 0;
      let first = 0;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        if (painted() === 0) turns += 1;
        else first ||= painted();
        if (first === 0) channel.port2.postMessage(null);
        else channel.port1.close();
      };
      channel.port2.postMessage(null);
      const view = await highlighter.highlight(root, { card: false });
      while (painted() < view.mentions.length) await new Promise((resolve) => requestIdleCallback(resolve));
      return { turns, first, length: root.textContent.length, mentions: view.mentions.length };
    },
    { address: PACKAGE, gazetteer: GAZETTEER },
  );
  expect(length).toBeGreaterThan(800_000);
  expect(turns).toBeGreaterThan(2);
  expect(first).toBeLessThan(mentions);
  expect(mentions).toBe(5000);
});
