/**
 * Pages that a framework has rendered on the server and takes over in the browser, lit before or after
 * that: the framework finds its DOM as it left it, and each change of state is lit anew.
 */
import type { Page } from '@playwright/test';
import { FRAMEWORKS, renderPage } from './frameworks/build.js';
import { light, lit } from './news.js';
import { expect, test } from './support.js';

declare global {
  // eslint-disable-next-line no-var
  var hydrate: () => void, hydrated: boolean | undefined, rendered: Element[];
}

const FIRST = ['Lagos', 'Oslo', 'Athens', 'Cyprus', 'Kenya', 'Peru', 'Japan'];

/** The names in the page's order after each change. */
const STEPS: [change: string, names: string[]][] = [
  ['rewrite', ['Accra', 'Oslo', 'Athens', 'Cyprus', 'Kenya', 'Peru', 'Japan']],
  ['insert', ['Accra', 'Oslo', 'Athens', 'Cyprus', 'Fiji', 'Kenya', 'Peru', 'Japan']],
  ['remove', ['Accra', 'Athens', 'Fiji', 'Kenya', 'Japan']],
  ['reorder', ['Accra', 'Athens', 'Japan', 'Kenya', 'Fiji']],
  ['restore', ['Accra', 'Oslo', 'Athens', 'Cyprus', 'Japan', 'Kenya', 'Fiji']],
];

for (const framework of FRAMEWORKS) {
  test.describe(framework, () => {
    let html: string;
    test.beforeAll(async () => {
      // Bundling a framework twice is most of the work here.
      test.setTimeout(180_000);
      html = await renderPage(framework);
    });
    test.beforeEach(async ({ page }) => {
      await page.route('**/app.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await page.goto('/app.html');
    });

    test('lit before it is hydrated', async ({ page }) => {
      await light(page, '2025-05-20');
      await expectNames(page, FIRST);
      await hydrate(page);
      await changes(page);
    });

    test('lit after it is hydrated', async ({ page }) => {
      await hydrate(page);
      await light(page, '2025-05-20');
      await changes(page);
    });
  });
}

/** Hydrates, and makes sure that the framework kept what the server had rendered. */
async function hydrate(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.rendered = [...document.querySelectorAll('#app h1, #app b, #app li')];
    globalThis.hydrate();
  });
  await page.waitForFunction(() => globalThis.hydrated);
  const kept = await page.evaluate(() => rendered.every(({ isConnected }) => isConnected));
  expect(kept).toBe(true);
}

async function changes(page: Page): Promise<void> {
  await expectNames(page, FIRST);
  for (const [change, names] of STEPS) {
    await page.locator(`#${change}`).click();
    await expectNames(page, names);
  }
}

async function expectNames(page: Page, names: string[]): Promise<void> {
  await expect.poll(async () => (await lit(page)).map(([, text]) => text)).toEqual(names);
  const shown = await page.locator('#app').evaluate((app) => app.textContent ?? '');
  const inOrder = names.map((name) => shown.indexOf(name));
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  expect(inOrder).not.toContain(-1);
}
