/** Where the card stands: beside the name, whatever the page does to both, and within the window. */
import type { Page } from '@playwright/test';
import { kept, middleOf, openSmall, type Kept } from './small-page.js';
import { card, expect, test } from './support.js';

const name = (page: Page) => card(page).locator('h2');

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Boxes {
  card: Box;
  frame: Box;
  /** The current name, line by line, in the viewport of the page. */
  lines: Box[];
}

/** What is drawn now. */
function boxes(page: Page): Promise<Boxes> {
  return page.evaluate(() => {
    const { view } = (window as unknown as { kept: Kept }).kept;
    const shadow = document.querySelector('namelight-card')?.shadowRoot;
    const found = view.rangeOf(view.current ?? -1);
    if (!found || !shadow) throw new Error('no mention is current');
    const owner = found.startContainer.ownerDocument ?? document;
    const range = owner.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    const outer = owner === document ? undefined : owner.defaultView?.frameElement;
    const { left: x, top: y } = outer?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const box = ({ left, right, top, bottom }: DOMRect, dx = 0, dy = 0): Box => {
      return { left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy };
    };
    const drawn = (selector: string): Box => box((shadow.querySelector(selector) as Element).getBoundingClientRect());
    const edge = { x: x + (outer?.clientLeft ?? 0), y: y + (outer?.clientTop ?? 0) };
    const lines = [...range.getClientRects()].map((rect) => box(rect, edge.x, edge.y));
    return { card: drawn('.card'), frame: drawn('.frame'), lines };
  });
}

/** Pixels between the card and the line that it should begin under. */
function apart({ card, lines }: Boxes): number {
  const line = lines.at(-1) as Box;
  return Math.max(Math.abs(card.left - line.left), Math.abs(card.top - line.bottom - 8));
}

const settled = (page: Page): Promise<unknown> => expect.poll(async () => apart(await boxes(page))).toBeLessThan(2);

test('under the last line of a name that is broken between lines', async ({ page }) => {
  await openSmall(page, {
    html:
      '<p style="margin-left: 40px; width: 200px; font: 20px/1.5 serif">' +
      '<span style="display: inline-block; width: 140px"></span> <b>Ada <i>Reske</i></b> today.</p>',
  });
  await kept(page, 'kept.view.next()');
  await settled(page);
  const { lines } = await boxes(page);
  expect((lines.at(-1)?.left ?? 0) + 20).toBeLessThan(lines[0]?.left ?? 0);
});

test('above the name where there is no room below it', async ({ page }) => {
  await openSmall(page, { html: '<div style="height: 780px"></div><p>Ombria here.</p>' });
  await kept(page, 'kept.view.select(0)');
  await expect.poll(async () => {
    const { card, lines } = await boxes(page);
    return Math.abs((lines[0]?.top ?? 0) - 8 - card.bottom);
  }).toBeLessThan(2);
});

test('it goes along when the page moves the name, by scrolling or by what comes above it', async ({ page }) => {
  const html =
    '<div id="pane" style="height: 300px; overflow: auto"><div id="ad"></div><p style="margin: 40px">Ombria here.</p>' +
    '<div style="height: 2000px"></div></div><div style="height: 2000px"></div>';
  await openSmall(page, { html });
  await kept(page, 'kept.view.next()');
  await settled(page);
  const before = (await boxes(page)).card.top;
  // The pane stays as large as it is, and nothing that is read changes.
  await page.evaluate('document.getElementById("ad").style.setProperty("padding-top", "120px")');
  await expect.poll(async () => (await boxes(page)).card.top - before).toBeCloseTo(120, 0);
  await settled(page);
  await page.evaluate('document.getElementById("pane").scrollTop = 60');
  await expect.poll(async () => (await boxes(page)).card.top - before).toBeCloseTo(60, 0);
  await page.evaluate('scrollTo(0, 40)');
  await expect.poll(async () => (await boxes(page)).card.top - before).toBeCloseTo(20, 0);
  await settled(page);
});

for (const zoom of [0.5, 2, 3.5]) {
  test(`on a page with the style zoom: ${zoom}, within the window`, async ({ page }) => {
    await openSmall(page);
    await page.evaluate((zoom) => document.documentElement.style.setProperty('zoom', String(zoom)), zoom);
    await kept(page, 'kept.view.next()');
    await expect(name(page)).toHaveText('Ombria');
    await expect
      .poll(async () => {
        const { left, right, top, bottom } = (await boxes(page)).card;
        return Math.max(15 - left, right - 1265, 15 - top, bottom - 885);
      })
      .toBeLessThan(2);
    const { frame, lines } = await boxes(page);
    const [line] = lines;
    if (!line) throw new Error('the name is not drawn');
    expect(Math.hypot(frame.left - line.left, frame.top - line.top, frame.right - line.right)).toBeLessThan(2);
  });
}

test.describe('in a frame of the same origin', () => {
  const inner = '<p style=margin:60px>Ombria here. <button>Ada Reske</button></p>';
  const html = `<p>Velda.</p><iframe style="margin: 40px; width: 600px; height: 300px" srcdoc="${inner}"></iframe>`;

  test.beforeEach(async ({ page }) => {
    await openSmall(page, { html });
    await expect.poll(() => kept(page, 'return kept.view.mentions.map(({ name }) => name)')).toContain('Ombria');
  });

  const ombria = (page: Page) =>
    kept<number>(page, `return kept.view.mentions.findIndex(({ entity }) => entity === 'ombria')`);

  /** Middles are those of the frame; this is where they are in the page. */
  async function inPage(page: Page, mention: number): Promise<{ x: number; y: number }> {
    const { x, y } = await middleOf(page, mention);
    const frame = await page.locator('iframe').boundingBox();
    return { x: x + (frame?.x ?? 0) + 2, y: y + (frame?.y ?? 0) + 2 };
  }

  test('beside the name, by pointer and by click', async ({ page }) => {
    const { x, y } = await inPage(page, await ombria(page));
    await page.mouse.move(x, y);
    await expect(name(page)).toHaveText('Ombria');
    await settled(page);
    await page.mouse.move(5, 5);
    await expect(card(page)).toBeHidden();
    await page.mouse.click(x, y);
    await expect(name(page)).toHaveText('Ombria');
    await settled(page);
    await page.mouse.move(5, 5);
    await page.mouse.click(x + 460, y + 150);
    await expect(card(page)).toBeHidden();
  });

  test('Escape closes it from within the frame, and a control in the frame keeps its purpose', async ({ page }) => {
    const { x, y } = await inPage(page, await ombria(page));
    await page.mouse.click(x, y);
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    // Resting on it shows the card for as long as the pointer is there; the click is the button's own.
    await kept(page, `kept.view.addEventListener('select', ({ detail }) => { window.held = !detail.passing; })`);
    await page.mouse.move(5, 5);
    await page.frameLocator('iframe').locator('button').click();
    await expect(name(page)).toHaveText('Ada Reske');
    expect(await page.evaluate('held')).toBe(false);
  });

  test('a frame that shows another page has its card as well', async ({ page }) => {
    await page.evaluate(`document.querySelector('iframe').srcdoc = '<p style=margin:80px>Now Ombria.</p>'`);
    await expect.poll(() => kept(page, 'return kept.view.text')).toContain('Now');
    const { x, y } = await inPage(page, await ombria(page));
    await page.mouse.move(x, y);
    await expect(name(page)).toHaveText('Ombria');
    await settled(page);
  });
});
