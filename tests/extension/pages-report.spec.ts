/** “Wrong?” on the card: a report that is ready to be sent, on the clipboard and nowhere else. */
import { cardText, clickInside } from './closed.js';
import { expect, expectArticle, SITE, test } from './support.js';

test('the card copies a report of a mention, with its sentence and without the page', async ({ page, extension }) => {
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/article');
  await extension.grant(SITE);
  await expectArticle(page);
  await page.bringToFront();
  const point = await page.evaluate(() => {
    const [range] = CSS.highlights.get('namelight-actor') ?? [];
    if (!range) throw new Error('no actor is lit');
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = live.getClientRects()[0] ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2, name: live.toString() };
  });
  await page.mouse.move(point.x, point.y);
  await page.mouse.move(point.x + 1, point.y);
  await expect.poll(() => cardText(page)).toContain('Wrong?');
  await clickInside(page, 'Wrong?');
  await expect.poll(() => cardText(page)).toContain('A report was copied.');
  const report = await page.evaluate(() => navigator.clipboard.readText());
  const lines = report.split('\n');
  expect(lines[0]).toBe('Namelight was wrong here');
  expect(lines.map((line) => line.split(':')[0])).toEqual(
    expect.arrayContaining(['Entity', 'As written', 'Rule', 'Date of the text', 'Facts checked', 'Sentence']),
  );
  expect(lines.find((line) => line.startsWith('As written'))).toContain(`“${point.name}”`);
  expect(lines.find((line) => line.startsWith('Sentence'))).toContain(point.name);
  expect(report).not.toContain('127.0.0.1');
});
