/** Pages without encryption, on which browsers give scripts less: no `crypto.randomUUID`, no clipboard. */
import { cardText, clickInside } from './closed.js';
import { expect, expectArticle, test } from './support.js';

test('names are lit on a page without encryption, and a report can be copied there', async ({ page, extension, baseURL }) => {
  const address = new URL('/article', baseURL);
  address.hostname = 'news.example';
  await page.goto(address.href);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await extension.grant('http://news.example/*');
  await expectArticle(page);
  await page.bringToFront();
  const point = await page.evaluate(() => {
    const [range] = CSS.highlights.get('namelight-actor') ?? [];
    if (!range) throw new Error('no actor is lit');
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { x, y, width, height } = live.getClientRects()[0] ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(point.x, point.y);
  await page.mouse.move(point.x + 1, point.y);
  await expect.poll(() => cardText(page)).toContain('Wrong?');
  await clickInside(page, 'Wrong?');
  await expect.poll(() => cardText(page)).toContain('A report was copied.');
});
