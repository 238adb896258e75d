/**
 * How the demo page reads the HTML of others: in slices, into a document that no window shows. Whatever stands where
 * a slice ends, it must be the document that the browser's own parser makes in one go, and as inert.
 */
import { test } from '@playwright/test';
import { expect, openDemo } from './support.js';
import { article, headline, pasteInto } from './demo-page.js';
import { HOSTILE, PARAGRAPH } from './hostile-html.js';

/** What a parser must not lose its place in. */
const INTRICATE =
  '<!doctype html>\r\n<html lang=en><head><title>a&amp;b</title><base href="https://elsewhere.example/">\r' +
  '<body class=\'x\'>😀&notin;&not;&noti;&#x1f600;\0<p>one<p>two<b>three<i>four</b>five</i><!-- <script>x</script> -->' +
  '<table><caption>c<tr><td>1<p>x<div>outside</div></table><svg><title><![CDATA[<p>]]></title></svg>' +
  '<script>"<!--<script>"</script>-->"</script><textarea>\r\n<b></textarea><select><option>a<option>b</select>' +
  '<template><p>t</template><noscript><img src="https://elsewhere.example/n.png"></noscript>' +
  '<img src="https://elsewhere.example/pixel.png" onerror="globalThis.ran = 21">';
const LAST = '<plaintext></p>\u{10ffff}\r';

/** Firefox reads what is in these as pages do that may run scripts, and its `DOMParser` as those that may not. */
const alike = (html: string): string => html.replaceAll('noscript', 'x-script');

test('two slices make the same document wherever the first ends, and so do slices of one letter', async ({ page }) => {
  await openDemo(page);
  for (const html of [HOSTILE, `${INTRICATE}${LAST}`, `\ufeff${INTRICATE}`, INTRICATE.slice(17), '']) {
    const texts = [{ html, parsed: false }, { html: alike(html), parsed: true }];
    for (const { html, parsed } of texts) {
      const unequal = await page.evaluate(
        ({ html, parsed }) => {
          const written = (...slices: string[]): Document => {
            const made = document.implementation.createHTMLDocument();
            made.open();
            for (const slice of slices) made.write(slice);
            made.close();
            return made;
          };
          const whole = parsed ? new DOMParser().parseFromString(html, 'text/html') : written(html);
          const isWhole = (made: Document): boolean =>
            made.isEqualNode(whole) &&
            made.documentElement.outerHTML === whole.documentElement.outerHTML &&
            made.compatMode === whole.compatMode &&
            made.defaultView === null;
          const ends = Array.from({ length: html.length }, (_, at) => at);
          const unequal = ends.filter((at) => !isWhole(written(html.slice(0, at), html.slice(at))));
          return isWhole(written(...html.split(''))) ? unequal : [...unequal, 'letters'];
        },
        { html, parsed },
      );
      expect(unequal).toEqual([]);
    }
  }
});

test('a page that was pasted is what the browser makes of it in one go, and loads and runs nothing', async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    const { write } = Document.prototype;
    const written = new Map<Document, string[]>();
    Object.assign(globalThis, { written });
    Document.prototype.write = function (this: Document, ...slices: string[]): void {
      written.set(this, [...(written.get(this) ?? []), ...slices]);
      write.call(this, ...slices);
    };
  });
  await openDemo(page);
  const html = alike(`${HOSTILE}${INTRICATE.slice(17)}`.repeat(60));
  await pasteInto(page, { 'text/html': html });
  await expect(headline(page)).toHaveText('A headline');
  await expect(article(page)).toContainText('outside');
  const { documents, slices, same } = await page.evaluate((html) => {
    const { written } = globalThis as unknown as { written: Map<Document, string[]> };
    const [[made, slices] = [document, []]] = written;
    const whole = new DOMParser().parseFromString(html, 'text/html');
    // What stands above the text twice is taken out when it was read.
    whole.querySelector('h1')?.remove();
    return { documents: written.size, slices: slices.length, same: made.isEqualNode(whole) };
  }, html);
  expect(documents).toBe(1);
  expect(slices).toBeGreaterThan(5);
  expect(same).toBe(true);
  // Whatever was begun before this picture was would have come before it.
  const image = page.waitForResponse(/icon\.svg/);
  await page.evaluate(() => fetch('icon.svg?last'));
  await image;
  expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
  expect(requests.filter((address) => new URL(address).origin !== baseURL)).toEqual([]);
});

test('of two texts that are pasted one after the other the second stays, though reading the first takes longer', async ({ page }) => {
  await page.addInitScript(() => {
    const { close } = Document.prototype;
    Document.prototype.close = function (this: Document): void {
      close.call(this);
      Object.assign(globalThis, { parsed: true });
    };
  });
  await openDemo(page);
  await page.evaluate((first) => {
    for (const [type, text] of [['text/html', first], ['text/plain', 'Talks in Aleppo\n\nThey were long.']] as const) {
      const clipboardData = new DataTransfer();
      clipboardData.setData(type, text);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
      document.body.dispatchEvent(event);
    }
  }, `<h1>Too late</h1>${`<p>${PARAGRAPH}</p>`.repeat(20_000)}`);
  await page.waitForFunction(() => 'parsed' in globalThis);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await expect(headline(page)).toHaveText('Talks in Aleppo');
  await expect(article(page)).toHaveText('They were long.');
});

test('a block too large to be laid out at once is divided, and loses nothing', async ({ page }) => {
  await openDemo(page);
  const items = Array.from({ length: 1500 }, (_, number) => `Item ${number} of Aleppo`);
  const sentences = Array.from({ length: 1500 }, (_, number) => `Bashar al-Assad was in Damascus ${number} times. `);
  const rows = items.map((item) => `<tr><td>${item}</td><td>Idlib</td></tr>`);
  await pasteInto(page, {
    'text/html':
      `<h1>Lists</h1><ol start="5"><li>${items.join('</li><li>')}</li></ol>` +
      `<table><tbody>${rows.join('')}</tbody></table><p>A <b>bold</b> word. ${sentences.join('')}</p>`,
  });
  await expect(article(page)).toContainText('1499 times.');
  const { lists, listed, tables, cells, paragraphs } = await article(page).evaluate((root) => {
    const all = (selector: string): Element[] => [...root.querySelectorAll(selector)];
    const texts = (selector: string): string[] => all(selector).map(({ textContent }) => textContent ?? '');
    const lists = (all('ol') as HTMLOListElement[]).map(({ start, children }) => [start, start + children.length]);
    return { lists, listed: texts('li'), tables: all('table').length, cells: texts('tr'), paragraphs: texts('p') };
  });
  expect(listed).toEqual(items);
  expect(lists.length).toBeGreaterThan(1);
  expect(lists.flat()).toEqual([5, ...lists.slice(1).flatMap(([start]) => [start, start]), 1505]);
  expect(tables).toBeGreaterThan(1);
  expect(cells).toEqual(items.map((item) => `${item}Idlib`));
  expect(paragraphs.length).toBeGreaterThan(1);
  expect(paragraphs.join('')).toBe(`A bold word. ${sentences.join('')}`);
});
