/** Pages that never rest: what the package does is bounded by what the page is, not by how often it changes. */
import type { Page } from '@playwright/test';
import { expectLit, light, type Row } from './news.js';
import { expect, test } from './support.js';

declare global {
  // eslint-disable-next-line no-var
  var annotations: number, writes: number, spent: number;
}

const LIT: Row[] = [
  ['aleppo', 'Aleppo', 1],
  ['idlib', 'Idlib', 1],
];

/** Counts the annotations of the view from now on, and the milliseconds spent on them. */
async function countAnnotations(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.annotations = 0;
    globalThis.spent = 0;
    view.addEventListener('annotate', ({ detail: { walk, annotate, paint } }) => {
      globalThis.annotations += 1;
      globalThis.spent += walk + annotate + paint;
    });
  });
}

/** Frames, so that what was to happen after a change has had its chance. */
async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
  }, count);
}

test.beforeEach(async ({ page }) => {
  await page.goto('/pages/blank.html');
  await page.evaluate(() => {
    const root = document.getElementById('root') as HTMLElement;
    for (const text of ['In Aleppo.', 'In Idlib.']) {
      root.appendChild(document.createElement('p')).textContent = text;
    }
  });
  await light(page, '2025-05-20');
  await countAnnotations(page);
});

test('a page left alone is read once more when it is first watched, and never again', async ({ page }) => {
  await frames(page, 60);
  const first = await page.evaluate(() => annotations);
  expect(first).toBeLessThan(2);
  await frames(page, 60);
  expect(await page.evaluate(() => annotations)).toBe(first);
});

test('a page that writes the same text in each frame is not read in each frame', async ({ page }) => {
  await page.evaluate(() => {
    globalThis.writes = 0;
    const [paragraph] = document.querySelectorAll('p');
    const write = (): void => {
      (paragraph as HTMLElement).textContent = 'In Aleppo.';
      globalThis.writes += 1;
      requestAnimationFrame(write);
    };
    write();
  });
  await page.waitForFunction(() => writes >= 120);
  const counts = await page.evaluate(() => ({ annotations, writes }));
  expect(counts.annotations).toBeLessThan(counts.writes / 2);
  await expectLit(page, LIT);
});

test('a page that undoes all that is painted takes a small share of the time', async ({ page }) => {
  const share = await page.evaluate(async () => {
    const [paragraph] = document.querySelectorAll('p');
    const undo = (): void => {
      CSS.highlights.clear();
      (paragraph as HTMLElement).textContent = 'In Aleppo.';
    };
    view.addEventListener('annotate', undo);
    undo();
    const begun = performance.now();
    for (let frame = 0; frame < 120; frame += 1) await new Promise(requestAnimationFrame);
    view.removeEventListener('annotate', undo);
    return { annotations, share: spent / (performance.now() - begun) };
  });
  expect(share.annotations).toBeGreaterThan(1);
  expect(share.share).toBeLessThan(0.1);
  await expectLit(page, LIT);
});

test('ten thousand changes at once are one annotation or a few', async ({ page }) => {
  await page.evaluate(() => {
    const root = document.getElementById('root') as HTMLElement;
    for (let change = 0; change < 10_000; change += 1) {
      root.lastElementChild?.replaceChildren(`Change ${change}, in Idlib.`);
    }
  });
  await page.waitForFunction(() => annotations > 0);
  await frames(page, 30);
  expect(await page.evaluate(() => annotations)).toBeLessThan(4);
  await expectLit(page, LIT);
});
