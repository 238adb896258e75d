/** Texts that the reader brings to the demo page: pasted, typed, dropped and chosen; and what of them is let in. */
import { test as plain } from '@playwright/test';
import { DEMO, expect, openDemo, test } from './support.js';
import { article, dropFile, entry, headline, paintedTexts, pasteInto } from './demo-page.js';
import { HOSTILE, PARAGRAPH } from './hostile-html.js';

test('a pasted text is read at once, and its first line is the headline', async ({ page }) => {
  await openDemo(page);
  await pasteInto(page, { 'text/plain': `Talks in Aleppo\n\n${PARAGRAPH}\nMore from Damascus.` });
  await expect(headline(page)).toHaveText('Talks in Aleppo');
  await expect(article(page).locator('p')).toHaveText([PARAGRAPH, 'More from Damascus.']);
  await expect(entry(page, 'vladimir-putin')).toBeVisible();
  expect(await paintedTexts(page)).toEqual(
    expect.arrayContaining(['Aleppo', 'Bashar al-Assad', 'Vladimir Putin', 'Damascus']),
  );
  await expect(page.locator('#own-text')).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.editions a[aria-current]')).toHaveCount(0);
});

for (const policy of ['with its policy', 'as if it had no policy']) {
  // The browser prints what the policy forbids in an inert document as well, so the console says nothing here.
  plain(`pasted HTML keeps its structure and loses all that acts, on the page ${policy}`, async ({ page, baseURL }) => {
    if (policy !== 'with its policy') {
      await page.route(`**${DEMO}`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
        await route.fulfill({ response, body });
      });
    }
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await openDemo(page);
    const policies = page.locator('meta[http-equiv="Content-Security-Policy"]');
    await expect(policies).toHaveCount(policy === 'with its policy' ? 1 : 0);
    await pasteInto(page, { 'text/html': HOSTILE, 'text/plain': 'A headline' });
    await expect(headline(page)).toHaveText('A headline');
    await expect(article(page)).toContainText(PARAGRAPH);
    const left = await article(page).evaluate((root) => ({
      elements: [...new Set([...root.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
      attributes: [...root.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`),
      ),
    }));
    expect(left.elements).toEqual(['a', 'b', 'i', 'p']);
    expect([...new Set(left.attributes)].sort()).toEqual([
      'href=https://elsewhere.example/page',
      'rel=noopener noreferrer nofollow',
      'target=_blank',
    ]);
    await expect(article(page).locator('b')).toHaveText('al-Assad');
    expect(await paintedTexts(page)).toEqual(expect.arrayContaining(['Bashar al-Assad', 'Damascus']));
    // The link without a harmless address does nothing either.
    await article(page).getByText('A link', { exact: true }).click();
    expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
    expect(requests.filter((address) => new URL(address).origin !== baseURL)).toEqual([]);
    expect(page.url()).toContain('/site/demo/');
  });
}

test('the source of a page, pasted as plain text, is read as a page', async ({ page }) => {
  await openDemo(page);
  const source = `<!doctype html><html lang="fr"><title>Un titre</title><meta property="article:published_time"
    content="2024-11-30T10:00:00Z"><nav>Moscow</nav><main><h1>À Damas</h1><p>Bashar al-Assad</p></main></html>`;
  await pasteInto(page, { 'text/plain': source });
  await expect(headline(page)).toHaveText('À Damas');
  await expect(article(page)).toHaveText('Bashar al-Assad');
  await expect(article(page)).toHaveAttribute('lang', 'fr');
  await expect(page.locator('#written')).toHaveAttribute('datetime', '2024-11-30');
  await expect(entry(page, 'bashar-al-assad').locator('.title')).toHaveText('President of Syria');
});

for (const [name, type, content] of [
  ['talks.txt', 'text/plain', `Talks in Aleppo\n\n${PARAGRAPH}`],
  ['talks.html', 'text/html', `<title>Talks in Aleppo</title><p>${PARAGRAPH}</p>`],
  ['talks.md', '', `# Talks in Aleppo\n\nIn **Aleppo**, Bashar al-*Assad* met Vladimir Putin.\n\n<script>globalThis.ran=1</script>`],
] as const) {
  test(`the file ${name} is read when it is dropped`, async ({ page }) => {
    await openDemo(page);
    await dropFile(page, name, type, content);
    await expect(headline(page)).toHaveText('Talks in Aleppo');
    await expect(article(page)).toHaveText(PARAGRAPH);
    await expect(entry(page, 'vladimir-putin')).toBeVisible();
    expect(await paintedTexts(page)).toContain('Bashar al-Assad');
    expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
  });
}

test('a file that is no text changes nothing', async ({ page }) => {
  await openDemo(page);
  const before = await headline(page).textContent();
  await dropFile(page, 'names.csv', 'text/csv', 'name\nAleppo');
  await page.locator('#as-of-known').click();
  await expect(entry(page, 'bashar-al-assad').locator('.title')).toContainText('Former');
  await expect(headline(page)).toHaveText(before ?? '');
});

test.describe('the dialog', () => {
  test('takes a text that is typed, and its day', async ({ page }) => {
    await openDemo(page);
    await page.locator('#own-text').click();
    const dialog = page.getByRole('dialog', { name: 'A text of your own' });
    await dialog.locator('textarea').fill(PARAGRAPH);
    await dialog.locator('[name="written"]').fill('2024-12-01');
    await dialog.getByRole('button', { name: 'Find the names' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(article(page)).toHaveText(PARAGRAPH);
    await expect(page.locator('#written')).toHaveAttribute('datetime', '2024-12-01');
    await expect(entry(page, 'bashar-al-assad').locator('.title')).toHaveText('President of Syria');
    await expect(entry(page, 'bashar-al-assad').locator('.now')).toBeVisible();
  });

  test('takes a part of a page, and gives it back', async ({ page }) => {
    await openDemo(page);
    await page.locator('#own-text').click();
    const dialog = page.getByRole('dialog');
    await pasteInto(page, { 'text/html': `<p>${PARAGRAPH}</p>`, 'text/plain': PARAGRAPH }, '.own-text textarea');
    await expect(dialog.locator('.held')).toContainText('53 characters');
    await expect(dialog.getByRole('button', { name: 'Find the names' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Take another text' }).click();
    await expect(dialog.locator('textarea')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('#own-text')).toBeFocused();
  });

  test('takes a file, and refuses one that is no text', async ({ page }) => {
    await openDemo(page);
    await page.locator('#own-text').click();
    const dialog = page.getByRole('dialog');
    const field = dialog.locator('input[type="file"]');
    await field.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('none') });
    await expect(dialog.getByRole('alert')).toContainText('a.png');
    // "Алеппо и Дамаск" in the encoding of a page that says so.
    const letters = Buffer.from('Дамаск', 'utf16le').filter((_, at) => at % 2 === 0).map((low) => low + 0xb0);
    const head = Buffer.from('<meta charset="windows-1251"><p>');
    const page1251 = Buffer.concat([head, Buffer.from([...letters].map((byte) => byte & 0xff))]);
    await field.setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: page1251 });
    await dialog.getByRole('button', { name: 'Find the names' }).click();
    await expect(article(page)).toHaveText('Дамаск');
    await expect(entry(page, 'damascus')).toBeVisible();
  });

  test('asks for a text before it is done', async ({ page }) => {
    await openDemo(page);
    await page.locator('#own-text').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Find the names' }).click();
    await expect(dialog.locator('textarea')).toBeFocused();
  });
});
