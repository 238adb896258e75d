/** The card on pages that make it hard: dialogs, hostile styles, other directions, links, little room, age. */
import type { Page } from '@playwright/test';
import { TEXT, kept, middleOf, openSmall } from './small-page.js';
import { card, expect, openDemo, test } from './support.js';

const frame = (page: Page) => page.locator('namelight-card .frame');
const name = (page: Page) => card(page).locator('h2');
const notice = (page: Page) => page.locator('namelight-card .notice');

/** Opens the card of a mention by a click on it. */
async function clickOn(page: Page, mention: number): Promise<void> {
  const { x, y } = await middleOf(page, mention);
  await page.mouse.click(x, y);
  await expect(card(page)).toBeVisible();
}

/** Whether a locator's middle shows it and nothing else. */
function isOnTop(page: Page): Promise<boolean> {
  return name(page).evaluate((heading) => {
    const { left, top, width, height } = heading.getBoundingClientRect();
    const root = heading.getRootNode() as ShadowRoot;
    const x = left + width / 2;
    const y = top + height / 2;
    const host = document.elementFromPoint(x, y);
    return root.host === host && root.elementFromPoint(x, y)?.closest('.card') !== null;
  });
}

test.describe('a modal dialog', () => {
  const html = `<p>Ombria outside.</p><dialog id="modal"><p>Ada Reske inside.</p><button>Well</button></dialog>`;

  test.beforeEach(async ({ page }) => {
    await openSmall(page, { html });
    await page.evaluate('document.querySelector("dialog").showModal()');
    await kept(page, 'await kept.view.refresh()');
  });

  const reske = (page: Page) =>
    kept<number>(page, `return kept.view.mentions.findIndex(({ entity }) => entity === 'ada-reske')`);

  test('its mentions have their card, above it and of use', async ({ page }) => {
    await clickOn(page, await reske(page));
    await expect(name(page)).toHaveText('Ada Reske');
    expect(await isOnTop(page)).toBe(true);
    await card(page).getByRole('button', { name: 'Close' }).click();
    await expect(card(page)).toBeHidden();
  });

  test('the keyboard reaches them', async ({ page }) => {
    await page.getByRole('button', { name: 'Well' }).focus();
    await page.keyboard.press('Tab');
    await expect(frame(page)).toBeFocused();
    await expect(name(page)).toHaveText('Ada Reske');
  });

  test('once it is closed, the card is of use to the page again, and nothing is left in it', async ({ page }) => {
    await clickOn(page, await reske(page));
    await page.evaluate('document.querySelector("dialog").close()');
    await expect(card(page)).toBeHidden();
    await clickOn(page, 0);
    await expect(name(page)).toHaveText('Ombria');
    await kept(page, 'kept.dispose()');
    expect(await page.locator('#root').innerHTML()).toBe(html);
  });
});

test.describe('hostile styles', () => {
  test('hide nothing of the card and change nothing of it', async ({ page }) => {
    await openSmall(page);
    await clickOn(page, 1);
    const look = () =>
      card(page).evaluate((element) => {
        const { color, fontSize, fontFamily, backgroundColor, opacity, transform } = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        return { color, fontSize, fontFamily, backgroundColor, opacity, transform, width, height };
      });
    const before = await look();
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = `
        * { display: none !important; opacity: .2 !important; color: red !important; font: 40px fantasy !important;
            visibility: hidden !important; transform: rotate(9deg) !important; filter: blur(9px) !important;
            --ink: red; --paper: lime; }
        html, body, #root, p { display: block !important; visibility: visible !important; }
        html { font-size: 4px !important; }
        [popover] { display: none !important; }`;
      document.head.append(style);
    });
    await expect(card(page)).toBeVisible();
    expect(await look()).toEqual(before);
    expect(await isOnTop(page)).toBe(true);
  });

  test('an overlay on top of everything lies beneath the card', async ({ page }) => {
    await openSmall(page);
    await clickOn(page, 1);
    await page.evaluate(() => {
      const overlay = document.createElement('div');
      overlay.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:white';
      document.body.append(overlay);
    });
    expect(await isOnTop(page)).toBe(true);
  });
});

test.describe('text from right to left', () => {
  const gazetteer = {
    entities: [
      { id: 'one', type: 'person', name: 'عمر راشد', links: { wikidata: 'Q1' } },
      { id: 'two', type: 'city', name: 'ملاذ', links: { geonames: 2 } },
    ],
  };
  const html = '<div dir="rtl" lang="ar"><p>قال عمر راشد في ملاذ إن الأمر انتهى.</p></div>';

  test('the card begins where the name begins, and arrow keys go as the text goes', async ({ page }) => {
    await openSmall(page, { html, gazetteer });
    expect(await kept<number>(page, 'return kept.view.mentions.length')).toBe(2);
    await frame(page).focus();
    await expect(name(page)).toHaveText('عمر راشد');
    const edges = () =>
      page.evaluate(() => {
        const shadow = document.querySelector('namelight-card')?.shadowRoot;
        const right = (selector: string) => shadow?.querySelector(selector)?.getBoundingClientRect().right ?? NaN;
        return Math.abs(right('.card') - right('.frame'));
      });
    await expect.poll(edges).toBeLessThanOrEqual(16);
    await page.keyboard.press('ArrowLeft');
    await expect(name(page)).toHaveText('ملاذ');
    await page.keyboard.press('ArrowRight');
    await expect(name(page)).toHaveText('عمر راشد');
  });
});

test('a click on a link follows the link; resting on it shows the card', async ({ page }) => {
  await page.clock.install({ time: '2025-01-01T00:00:00Z' });
  await openSmall(page, { html: '<p>As <a href="#there">Ada Reske</a> said.</p>' });
  await page.clock.pauseAt('2025-01-01T01:00:00Z');
  const { x, y } = await middleOf(page, 0);
  await page.mouse.move(x, y);
  await page.clock.runFor(150);
  await expect(name(page)).toHaveText('Ada Reske');
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/#there$/);
});

for (const [width, height] of [
  [320, 256],
  [320, 640],
  [640, 300],
] as const) {
  test.describe(`little room: ${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('the card stays within the window and can be read to its end', async ({ page }) => {
      await openSmall(page, { html: `${TEXT}<p style="margin-top:400px">Ada Reske.</p>` });
      const last = await kept<number>(page, 'return kept.view.mentions.length - 1');
      for (const mention of [0, 1, last]) {
        await kept(page, `kept.view.select(${mention}, { scroll: true })`);
        await expect(card(page)).toBeVisible();
        const outside = () =>
          card(page).evaluate((element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return Math.max(-left, -top, right - innerWidth, bottom - innerHeight);
          });
        await expect.poll(outside).toBeLessThanOrEqual(0);
        const wide = await card(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
        expect(wide).toBe(0);
        const button = card(page).getByRole('button').last();
        await button.scrollIntoViewIfNeeded();
        await expect(button).toBeInViewport({ ratio: 1 });
      }
    });
  });
}

test('the reader’s size of letters counts, the page’s own does not', async ({ page }) => {
  await openSmall(page);
  await page.addStyleTag({ content: 'html { font-size: 62.5% } body { font-size: 30px }' });
  await clickOn(page, 1);
  await expect(card(page)).toHaveCSS('font-size', '16px');
});

test('dark where the page is dark, light where the page is light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSmall(page);
  await clickOn(page, 1);
  await expect(card(page)).toHaveCSS('background-color', 'rgb(255, 253, 248)');
  await page.addStyleTag({ content: ':root { color-scheme: dark }' });
  await expect(card(page)).toHaveCSS('background-color', 'rgb(36, 33, 30)');
});

test('nothing of it is printed', async ({ page }) => {
  await openSmall(page);
  await clickOn(page, 1);
  await page.emulateMedia({ media: 'print' });
  await expect(card(page)).toBeHidden();
});

test.describe('hiding an entity', () => {
  test('by pointer: its mentions are painted no more, and undo brings them back', async ({ page }) => {
    await openSmall(page);
    const count = () => kept<number>(page, 'return kept.view.mentions.length');
    const before = await count();
    await clickOn(page, 1);
    await card(page).getByRole('button', { name: 'Hide on this page' }).click();
    await expect(notice(page)).toContainText('“Ada Reske” is hidden on this page.');
    expect(await count()).toBe(before - 3);
    await notice(page).getByRole('button', { name: 'Undo' }).click();
    await expect(notice(page)).toBeHidden();
    await expect(name(page)).toHaveText('Ada Reske');
    expect(await count()).toBe(before);
  });

  test('by keyboard: the focus is on the way back, Escape leaves it hidden', async ({ page }) => {
    await openSmall(page);
    await frame(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect(name(page)).toHaveText('Ada Reske');
    await page.keyboard.press('Enter');
    await card(page).getByRole('button', { name: 'Hide on this page' }).press('Enter');
    const undo = notice(page).getByRole('button', { name: 'Undo' });
    await expect(undo).toBeFocused();
    await expect(undo).toHaveAccessibleDescription('“Ada Reske” is hidden on this page.');
    await page.keyboard.press('Escape');
    await expect(notice(page)).toBeHidden();
    await expect(frame(page)).toBeFocused();
    await expect(card(page)).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(name(page)).toHaveText('Ombria');
  });

  test('what is left open cannot be hidden', async ({ page }) => {
    await openSmall(page);
    const open = await kept<number>(page, `return kept.view.mentions.findIndex(({ text }) => text === 'Velda')`);
    await clickOn(page, open);
    await expect(card(page).locator('.candidates li')).toHaveCount(2);
    await expect(card(page).getByRole('button')).toHaveCount(1);
  });
});

test('Escape in a card that the keyboard opened gives the focus back to the frame, silently', async ({ page }) => {
  await openSmall(page);
  await frame(page).focus();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(frame(page)).toBeFocused();
});

test('facts that have not been checked for 90 days say so', async ({ page }) => {
  await page.clock.setFixedTime('2025-01-01T00:00:00Z');
  await openDemo(page);
  const checked = await page.evaluate(async () => {
    const { createHighlighter } = (await import('/package/index.js' as string)) as typeof import('namelight');
    return (await createHighlighter().ready).checked;
  });
  const footer = card(page).locator('footer');
  const on = async (days: number): Promise<void> => {
    await page.clock.setFixedTime(Date.parse(checked) + days * 86_400_000);
    await page.locator('[data-entity="cnn"] .name').click();
    await expect(footer).toContainText('Known as of');
  };
  await on(90);
  await expect(footer).not.toContainText('may have changed');
  await on(91);
  await expect(footer).toContainText('Last checked 2 months ago; some of it may have changed.');
  await expect(page.locator('namelight-cast .date').last()).toContainText('Last checked 2 months ago');
});

test('every word of the card and the list can be German', async ({ page }) => {
  await openSmall(page, { list: {}, german: true });
  const list = page.locator('namelight-cast .list');
  await expect(list).toHaveAttribute('lang', 'de-DE');
  await expect(list.locator('[data-entity="ada-reske"] .name')).toHaveText('Ada Reske, 3-mal genannt');
  await expect(list.locator('[data-entity="solm-guard"] .name')).toHaveText('Solm Guard, einmal genannt');
  await list.locator('[data-entity="ada-reske"] .name').click();
  await expect(card(page).locator('.role')).toContainText('Am 1.\u00a0Dezember 2024');
  await expect(card(page).locator('.role')).toContainText('2010 bis 8.\u00a0Dezember 2024');
  await expect(card(page).getByRole('button', { name: 'Auf dieser Seite ausblenden' })).toBeVisible();
  const shapes = await page.evaluate(async () => {
    const { english } = (await import('/package/strings.js' as string)) as typeof import('namelight/strings');
    const { german } = (await import('/pages/german.js' as string)) as { german: typeof english };
    const shape = (words: object): [string, unknown][] =>
      Object.entries(words)
        .map(([key, value]): [string, unknown] => [
          key,
          typeof value === 'object' ? shape(value as object) : typeof value,
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return [shape(german), shape(english)];
  });
  expect(shapes[0]).toEqual(shapes[1]);
});

test('words written from right to left turn the card and the list', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const directions = await page.evaluate(async () => {
    const { directionOf } = (await import('/package/strings.js' as string)) as typeof import('namelight/strings');
    return ['en-GB', 'de', 'ar', 'fa-IR', 'he', 'ur', 'ru', 'az-Arab', 'ku', 'zh'].map(directionOf);
  });
  expect(directions).toEqual(['ltr', 'ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'rtl', 'ltr', 'ltr']);
});
