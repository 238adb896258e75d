/** The demo page's address: it holds what is shown, is copied, and is believed only as far as it can be. */
import type { Page } from '@playwright/test';
import { DEMO, card, expect, openDemo, test } from './support.js';
import { article, entry, headline, openDemoAt, pasteInto } from './demo-page.js';

const fragment = (page: Page): string => new URL(page.url()).hash;

/** What the page copies, as text. */
async function copied(page: Page): Promise<string> {
  await page.evaluate(() => {
    const texts: string[] = [];
    const writeText = async (text: string): Promise<void> => void texts.push(text);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    Object.assign(globalThis, { texts });
  });
  await page.locator('#copy-link').click();
  await expect(page.locator('#copied')).toContainText('copied');
  return page.evaluate(() => (globalThis as unknown as { texts: string[] }).texts.join());
}

test('report, day and name are in the address, and come back with it', async ({ page, context }) => {
  await openDemoAt(page, '#article=korea');
  await page.locator('#as-of-date').fill('2025-06-10');
  await expect(entry(page, 'lee-jae-myung').locator('.title')).toHaveText('President of South Korea');
  await entry(page, 'lee-jae-myung').locator('.name').click();
  await expect.poll(() => fragment(page)).toBe('#article=korea&date=2025-06-10&name=lee-jae-myung');

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(card(other).locator('h2')).toHaveText('Lee Jae-myung');
  await expect(card(other).locator('.role .title')).toHaveText('President of South Korea');
  await expect(other.locator('#as-of-day')).toHaveText(/^10\s+June 2025$/);
});

test('the address goes back to the page alone when nothing differs from it', async ({ page }) => {
  await openDemo(page);
  await page.locator('#as-of-known').click();
  await expect.poll(() => fragment(page)).toBe('#date=2025-06-30');
  await page.locator('#as-of-written').click();
  await expect.poll(() => fragment(page)).toBe('');
});

test('a text of the reader is in the address, and comes back with its day', async ({ page, context }) => {
  await openDemo(page);
  const html = '<h1>Talks</h1><p>In <b>Aleppo</b>, Bashar al-Assad spoke.</p><time datetime="2024-12-01">then</time>';
  await pasteInto(page, { 'text/html': html });
  await expect(headline(page)).toHaveText('Talks');
  await expect.poll(() => fragment(page)).toMatch(/^#text=[\w-]+$/);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(headline(other)).toHaveText('Talks');
  await expect(article(other).locator('b')).toHaveText('Aleppo');
  await expect(other.locator('#written')).toHaveAttribute('datetime', '2024-12-01');
  await expect(entry(other, 'bashar-al-assad').locator('.title')).toHaveText('President of Syria');
  await other.close();

  await page.evaluate(() => history.back());
  await expect(headline(page)).toContainText('Opposition forces');
  await page.evaluate(() => history.forward());
  await expect(headline(page)).toHaveText('Talks');
});

test('a link to a name leads to its words', async ({ page, context }) => {
  await openDemo(page);
  await expect(page.locator('#copy-link')).toBeDisabled();
  await entry(page, 'tass').locator('.name').click();
  await expect(page.locator('#copy-link')).toHaveText('Copy link to “TASS”');
  const link = await copied(page);
  expect(link).toBe(`${new URL(DEMO, page.url()).href}#name=tass:~:text=TASS`);

  const other = await context.newPage();
  await other.goto(link);
  await expect(card(other).locator('h2')).toHaveText('TASS');
});

test('a link to a later mention of a name leads to that one', async ({ page, context }) => {
  await openDemo(page);
  await entry(page, 'bashar-al-assad').locator('.name').click();
  await entry(page, 'bashar-al-assad').locator('[data-by="1"]').click();
  await expect(page.locator('#copy-link')).toHaveText('Copy link to “Assad”');
  const link = await copied(page);
  expect(link).toContain('#name=bashar-al-assad&mention=2:~:text=');

  const other = await context.newPage();
  await other.goto(link);
  await expect(card(other)).toContainText('2 of 2');
});

test('a text too long for a link is not put into it, and the reader is told', async ({ page }) => {
  await openDemo(page);
  // Words that cannot be compressed.
  const words = await page.evaluate(() =>
    Array.from({ length: 12_000 }, (_, number) => ((number * 2654435761) >>> 0).toString(36)).join(' '),
  );
  await pasteInto(page, { 'text/plain': `In Aleppo. ${words}` });
  await expect(entry(page, 'aleppo')).toBeVisible();
  await entry(page, 'aleppo').locator('.name').click();
  await page.locator('#copy-link').click();
  expect(await copied(page)).not.toContain('text=aW4');
  await expect(page.locator('#copied')).toContainText('too long for a link');
  expect(fragment(page).length).toBeLessThan(100);
});

for (const [what, damaged] of [
  ['letters that are none', '#text=%%%'],
  ['bytes that cannot be decompressed', '#text=AAAAAAAA'],
  // {"kind":"markdown","content":"a"} and {"kind":"text"}, compressed.
  ['a kind that no link has', '#text=q1bKzsxLUbJSyk0syk7JL89T0lFKzs8rSc0rUbJSSlSqBQA'],
  ['no text', '#text=q1bKzsxLUbJSKkmtKFGqBQA'],
] as const) {
  test(`a link with ${what} is said to be damaged, and the page works`, async ({ page }) => {
    await page.goto(`${DEMO}${damaged}`);
    await expect(page.getByRole('alert')).toContainText('damaged');
    await expect(entry(page, 'bashar-al-assad')).toBeVisible();
    await page.locator('.editions [data-article="sahel"]').click();
    await expect(entry(page, 'macky-sall')).toBeVisible();
    await expect(page.locator('#problem')).toBeHidden();
  });
}

test('HTML in a link is cleaned like any other', async ({ page }) => {
  await openDemo(page);
  const packed = await page.evaluate(async () => {
    const content = '<p>In Aleppo.</p><section><p><a href="/x" name="cast">x</a><b id="cast">y</b></p></section>';
    const bytes = new TextEncoder().encode(JSON.stringify({ kind: 'html', content, title: '<b>Title</b>' }));
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const small = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(String.fromCharCode(...small)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  });
  await openDemoAt(page, '#');
  await page.goto(`${DEMO}#text=${packed}`);
  await expect(headline(page)).toHaveText('<b>Title</b>');
  await expect(article(page)).toContainText('In Aleppo.');
  await expect(article(page).locator('[id], [name], [href]')).toHaveCount(0);
});
