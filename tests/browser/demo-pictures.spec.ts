/** The demo page's graph and timeline: what they show, and that keys and tables lead to the same. */
import { expect, openDemo, test } from './support.js';
import { openPart } from './demo-parts.js';

test('the graph joins those whom a sentence names together', async ({ page }) => {
  await openDemo(page);
  const graph = await openPart(page, 'graph');
  await graph.locator('[data-entity="cnn"] .shape').click();
  await expect(graph.locator('.edge.lit')).toHaveCount(1);
  await expect(graph.locator('.chosen')).toContainText('Military Operations Command in 1 sentence');
  await expect(graph.locator('.alone')).toContainText('Kurds');
  await page.keyboard.press('Escape');
  await expect(graph.locator('.edge.lit')).toHaveCount(0);
});

test('countries are in the graph or not, as the reader likes', async ({ page }) => {
  await openDemo(page);
  const graph = await openPart(page, 'graph');
  const countries = graph.getByRole('button', { name: 'Countries too' });
  await expect(graph.locator('[data-entity="russia"]')).toBeVisible();
  await countries.click();
  await expect(graph.locator('[data-entity="russia"]')).toHaveCount(0);
  await expect(countries).toHaveAttribute('aria-pressed', 'false');
});

for (const width of [390, 1280]) {
  test(`no name in the graph covers another, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openDemo(page);
    const graph = await openPart(page, 'graph');
    await expect(graph.locator('[data-entity="cnn"]')).toBeVisible();
    const covered = await graph.locator('svg.graph').evaluate((picture) => {
      const boxes = [...picture.querySelectorAll('.node text')].map((text) => text.getBoundingClientRect());
      const over = (a: DOMRect, b: DOMRect) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
      return boxes.flatMap((a, number) => boxes.slice(number + 1).filter((b) => over(a, b))).length;
    });
    expect(covered).toBe(0);
  });
}

test('the graph of a text is the same each time', async ({ page }) => {
  const drawn: string[] = [];
  for (let time = 0; time < 2; time += 1) {
    await openDemo(page);
    const graph = await openPart(page, 'graph');
    await expect(graph.locator('[data-entity="cnn"]')).toBeVisible();
    const places = await graph.locator('.node text').evaluateAll((texts) =>
      texts.map((text) => `${text.textContent} ${text.getAttribute('x')} ${text.getAttribute('y')}`),
    );
    drawn.push(places.join('\n'));
  }
  expect(drawn[0]).toContain('CNN');
  expect(drawn[1]).toBe(drawn[0]);
});

test('the table says what the graph says, and leads to the text', async ({ page }) => {
  await openDemo(page);
  const graph = await openPart(page, 'graph');
  await graph.getByText('The same as a table').click();
  const row = graph.getByRole('row').filter({ hasText: 'CNN' }).filter({ hasText: 'Military Operations Command' });
  await expect(row.getByRole('cell')).toHaveText(['Military Operations Command', '1', '1']);
  await row.getByRole('button').click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('namelight-current')?.size)).toBe(1);
});

test('the graph goes by keys', async ({ page }) => {
  await openDemo(page);
  const graph = await openPart(page, 'graph');
  await graph.locator('.node[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(graph.locator('.node:focus')).toHaveAttribute('aria-pressed', 'true');
  await expect(graph.locator('.node[tabindex="0"]')).toHaveCount(1);
});

test('the timeline marks the role of the day, and the day of the report', async ({ page }) => {
  await openDemo(page);
  const timeline = await openPart(page, 'timeline');
  const president = timeline.getByRole('button', { name: /^Bashar al-Assad: President of Syria, / });
  const former = timeline.getByRole('button', { name: /^Bashar al-Assad: Former president/ });
  await expect(president).toHaveClass(/held/);
  await expect(former).not.toHaveClass(/held/);
  await expect(timeline.locator('.day')).toHaveCount(1);
  await page.locator('#as-of-date').fill('2025-03-01');
  await expect(former).toHaveClass(/held/);
  await expect(president).not.toHaveClass(/held/);
  await expect(timeline.locator('.day.written')).toHaveText(/Report/);
  await expect(timeline.locator('.day.as-of')).toContainText('1\u00a0March 2025');
});

test('a role on the timeline is told, and read as of its first day', async ({ page }) => {
  await openDemo(page);
  const timeline = await openPart(page, 'timeline');
  await timeline.getByRole('button', { name: /^Bashar al-Assad: Former president/ }).press('Enter');
  await expect(timeline.locator('.chosen')).toContainText('since 8\u00a0December 2024');
  await timeline.getByRole('button', { name: /^Read as of 8/ }).click();
  await expect(page.locator('#as-of-date')).toHaveValue('2024-12-08');
});

test('a click into the timeline reads the report as of that day', async ({ page }) => {
  await openDemo(page);
  const timeline = await openPart(page, 'timeline');
  const box = await timeline.locator('svg.timeline').boundingBox();
  if (!box) throw new Error('the timeline is not shown');
  await timeline.locator('svg.timeline').click({ position: { x: box.width - 12, y: 50 } });
  await expect(page.locator('#as-of-date')).not.toHaveValue('2024-12-01');
});

test('all years go back to the first that is known', async ({ page }) => {
  await openDemo(page);
  const timeline = await openPart(page, 'timeline');
  await timeline.getByRole('button', { name: 'All years' }).click();
  await expect(timeline.locator('.year').filter({ hasText: /^2000$/ })).toBeVisible();
  await timeline.getByText('The same as a table').click();
  await expect(timeline.getByRole('row').filter({ hasText: 'Bashar al-Assad' }).first()).toContainText('17\u00a0July 2000');
});
