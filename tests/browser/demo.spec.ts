/** The demo page: it stays as it was, follows the date, keeps to its policy, and explains its failures. */
import { test as plain } from '@playwright/test';
import { DEMO, card, expect, openDemo, test } from './support.js';

const entry = '[data-entity="bashar-al-assad"]';

test('the article can be read before the names arrive', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(DEMO);
  await expect(page.locator('#article')).toContainText('jets are targeting opposition fighters');
  await expect(page.locator('#article p')).toHaveCount(12);
  await context.close();
});

test('the article can be read while the engine is still on its way', async ({ page }) => {
  const arrive = new Promise<() => void>((resolve) => {
    void page.route('**/*.wasm', (route) => resolve(() => void route.continue()));
  });
  await page.goto(DEMO, { waitUntil: 'commit' });
  const letArrive = await arrive;
  await expect(page.locator('#article')).toContainText('jets are targeting opposition fighters');
  await expect(page.locator('#waiting')).toBeVisible();
  await expect(page.locator('#cast li')).toHaveCount(0);
  letArrive();
  await expect(page.locator('#cast li').first()).toBeVisible();
  await expect(page.locator('#waiting')).toBeHidden();
});

test('nothing in the article is changed by painting, cards or dates', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      const article = document.getElementById('article');
      if (document.readyState !== 'interactive' || !article) return;
      const observed = { before: article.outerHTML, records: 0 };
      new MutationObserver((records) => {
        observed.records += records.length;
      }).observe(article, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
      Object.assign(window, { observed });
    });
  });
  await openDemo(page);
  await page.locator(`${entry} .name`).click();
  await expect(card(page)).toBeVisible();
  await page.locator('#as-of-known').click();
  await expect(page.locator(`${entry} .title`)).toContainText('Former');
  const { before, records, after } = await page.evaluate(() => {
    const { observed } = window as unknown as { observed: { before: string; records: number } };
    return { ...observed, after: document.getElementById('article')?.outerHTML };
  });
  expect(after).toBe(before);
  expect(records).toBe(0);
});

test('moving the date changes the role in the card and in the cast list', async ({ page }) => {
  await openDemo(page);
  const role = card(page).locator('.role .title');
  const now = card(page).locator('.now .title');
  await page.locator(`${entry} .name`).click();
  await expect(role).toHaveText('President of Syria');
  await expect(now).toHaveText(/^Former president of Syria/);

  await page.locator('#as-of-date').fill('2025-06-01');
  await expect(role).toHaveText(/^Former president of Syria/);
  await expect(now).toHaveCount(0);
  await expect(page.locator(`${entry} .title`)).toHaveText(/^Former president of Syria/);

  await page.locator('#as-of-written').click();
  await expect(role).toHaveText('President of Syria');
  await expect(page.locator(`${entry} .title`)).toHaveText('President of Syria');
  await expect(page.locator(`${entry} .now`)).toContainText('Former president of Syria');
});

test('the slider moves the date', async ({ page }) => {
  await openDemo(page);
  const slider = page.locator('#as-of-slider');
  await expect(page.locator('#as-of-day')).toHaveText('1 December 2024');
  await slider.press('ArrowRight');
  await expect(page.locator('#as-of-day')).toHaveText('2 December 2024');
  await expect(slider).toHaveAttribute('aria-valuetext', '2\u00a0December 2024');
  await slider.press('Home');
  await expect(page.locator('#as-of-day')).toHaveText('1 January 2024');
  await expect(page.locator('#as-of-date')).toHaveValue('2024-01-01');
});

test('the page carries its content security policy', async ({ page }) => {
  await page.goto(DEMO);
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute(
    'content',
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
      "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
      "form-action 'none'",
  );
});

test('the cast list counts every mention that is painted as an actor or a place', async ({ page }) => {
  await openDemo(page);
  const counts = await page.locator('#cast .count').allTextContents();
  const painted = await page.evaluate(() =>
    ['namelight-actor', 'namelight-place']
      .map((name) => CSS.highlights.get(name)?.size ?? 0)
      .reduce((sum, size) => sum + size, 0),
  );
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(painted);
});

test('in a browser without highlights the names are wrapped', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Highlight'));
  await page.goto(DEMO);
  await expect(page.locator('#article mark.namelight-actor').first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

plain('a browser without WebAssembly is told so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto(DEMO);
  await expect(page.getByRole('alert')).toContainText('does not run WebAssembly');
});

for (const [what, pattern, message] of [
  ['engine', '**/*.wasm', 'could not be loaded'],
  ['pack', '**/*.nlpack', 'could not be loaded'],
] as const) {
  plain(`a missing ${what} is reported readably`, async ({ page }) => {
    await page.route(pattern, (route) => route.fulfill({ status: 404 }));
    await page.goto(DEMO);
    await expect(page.getByRole('alert')).toContainText(message);
    await expect(page.locator('#article')).toContainText('jets are targeting');
  });
}
