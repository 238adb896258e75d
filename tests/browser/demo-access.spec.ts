/** The demo page for everybody: by axe-core with all its parts open, in both themes, at three widths, by keyboard. */
import type { Page } from '@playwright/test';
import { DEMO, card, expect, openDemo, test } from './support.js';
import { article, headline, openDemoAt } from './demo-page.js';
import { thorough } from './run.js';
import { violations } from './violations.js';

/** Brings every further part of the page into view, so that it is loaded. */
async function openParts(page: Page): Promise<void> {
  for (const part of await page.locator('.part:not([hidden])').all()) {
    await part.scrollIntoViewIfNeeded();
    await expect(part.locator('.room')).toHaveClass(/furnished/);
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  const widths = thorough ? [390, 820, 1440] : [colorScheme === 'light' ? 390 : 1440];
  for (const width of widths) {
    test.describe(`${colorScheme}, ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('the page with all its parts has no violations, and nothing is wider than it', async ({ page }) => {
        // All of axe-core's rules over all of the page's elements.
        test.slow();
        await openDemo(page);
        await openParts(page);
        expect(await violations(page)).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
      });
    });
  }

  const reports = thorough ? ['lebanon', 'korea', 'egypt'] : [colorScheme === 'light' ? 'lebanon' : 'korea'];
  for (const id of reports) {
    test.describe(`${colorScheme}, the report "${id}"`, () => {
      test.use({ colorScheme });

      test('has no violations', async ({ page }) => {
        test.slow();
        await openDemoAt(page, `#article=${id}`);
        expect(await violations(page)).toEqual([]);
      });
    });
  }

  test.describe(`${colorScheme}, the dialog`, () => {
    test.use({ colorScheme });

    test('has no violations', async ({ page }) => {
      await openDemo(page);
      await page.locator('#own-text').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('the skip link leads past the head of the page', async ({ page }) => {
  await openDemo(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(headline(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('#step')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#step')).toBeFocused();
});

test('a report is opened with the keyboard', async ({ page }) => {
  await openDemo(page);
  await page.locator('.editions [data-article="sahel"]').focus();
  await page.keyboard.press('Enter');
  await expect(headline(page)).toHaveText(/ECOWAS/);
  await expect(headline(page)).toBeFocused();
});

test('headings stand in order, one of them the page’s', async ({ page }) => {
  await openDemo(page);
  await openParts(page);
  const levels = await page.locator('h1, h2, h3, h4').evaluateAll((headings) =>
    headings.filter((heading) => heading.checkVisibility()).map(({ localName }) => Number(localName[1])),
  );
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  const jumps = levels.filter((level, number) => number > 0 && level > (levels[number - 1] ?? 0) + 1);
  expect(jumps).toEqual([]);
});

test('the text can be read before any script has run', async ({ page }) => {
  await page.route('**/*.js', () => new Promise(() => undefined));
  await page.goto(DEMO, { waitUntil: 'commit' });
  await expect(article(page)).toContainText('jets are targeting');
  const [painted] = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().map(({ startTime }) => startTime))).observe({
          type: 'paint',
          buffered: true,
        });
      }),
  );
  expect(painted).toBeGreaterThan(0);
});

test('what lights the names is asked for before the script that uses it', async ({ page }) => {
  await page.goto(DEMO);
  await expect(page.locator('#cast li').first()).toBeVisible();
  const begun = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
  );
  const of = (end: RegExp): number[] => begun.filter(({ name }) => end.test(name)).map(({ startTime }) => startTime);
  for (const file of [/\.wasm$/, /\.nlpack$/, /local-engine.*\.js$/]) {
    expect(of(file), String(file)).toHaveLength(1);
    expect(of(file)[0] ?? Infinity, String(file)).toBeLessThan(Math.min(...of(/around.*\.js$/)));
  }
});
