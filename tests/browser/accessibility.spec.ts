/**
 * The demo page, its card and its cast list by WCAG 2.2 AA: by axe-core, and what axe-core does not see;
 * in both themes and with forced colours, on a phone and on a wide screen.
 */
import type { Locator, Page } from '@playwright/test';
import { contrasts } from './contrast.js';
import { kept, openSmall } from './small-page.js';
import { card, expect, openDemo, test } from './support.js';
import { thorough } from './run.js';
import { violations } from './violations.js';

const list = (page: Page) => page.locator('namelight-cast .list');
const controls = (within: Locator) => within.locator('button, a, select, input').filter({ visible: true });

/** A small page with all that card and list can show: open names, hidden ones, a current one, a note. */
async function openFull(page: Page): Promise<void> {
  await openSmall(page, { list: { headingLevel: 2 } });
  await page.addStyleTag({
    content: ':root { color-scheme: light dark; background: Canvas; color: CanvasText }',
  });
  await page.evaluate(() => {
    const title = document.createElement('h1');
    title.textContent = 'A small page';
    const header = document.createElement('header');
    header.append(title);
    document.body.prepend(header);
    document.getElementById('root')?.setAttribute('role', 'main');
    document.getElementById('cast')?.setAttribute('aria-label', 'Names');
  });
  await kept(page, `await kept.view.mute('solm-guard'); kept.view.select(1);`);
  await expect(list(page).locator('section.muted')).toBeVisible();
  await expect(list(page).locator('[data-current]')).toBeVisible();
}

const looks = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** Where not all are wanted: one in colours, and one without. */
const wanted = thorough ? looks : looks.filter((_, number) => number === 0 || number === 3);

for (const { colorScheme, forcedColors } of wanted) {
  const widths = thorough ? [320, 1280] : [colorScheme === 'light' ? 320 : 1280];
  for (const width of widths) {
    const forced = forcedColors === 'active' ? ', forced colours' : '';
    test.describe(`${colorScheme}${forced}, ${width} pixels`, () => {
      test.use({ colorScheme, contextOptions: { forcedColors, reducedMotion: 'reduce' } });
      test.use({ viewport: { width, height: 900 } });

      test('the page, an open card and the whole list have no violations', async ({ page }) => {
        await openDemo(page);
        await page.locator('[data-entity="bashar-al-assad"] .name').click();
        await expect(card(page)).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await openFull(page);
        expect(await violations(page)).toEqual([]);
      });

      test('nothing is wider than the page', async ({ page }) => {
        await openDemo(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
      });
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`contrast, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('of all words at least 4.5, of all that must be seen at least 3', async ({ page }) => {
      await openFull(page);
      const places = [card(page), list(page)];
      for (const place of places) {
        const words = await contrasts(place.locator('h2, h3 span, p, dd, dt, li, button, a, select, label span'));
        expect(words.length).toBeGreaterThan(8);
        expect(words.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      }
      const seen = [
        ...(await contrasts(list(page).locator('select, input'), 'border-top-color')),
        ...(await contrasts(list(page).locator('h3 .mark'), 'text-decoration-color')),
        ...(await contrasts(list(page).locator('[data-current]'), 'border-left-color')),
        ...(await contrasts(page.locator('namelight-card svg, namelight-cast svg'), 'stroke')),
        ...(await contrasts(page.locator('namelight-card a'), 'text-decoration-color')),
      ];
      expect(seen.length).toBeGreaterThan(8);
      expect(seen.filter(({ ratio }) => ratio < 3)).toEqual([]);
    });

    test('of the underlines in the text at least 3', async ({ page }) => {
      await openSmall(page);
      await page.addStyleTag({ content: ':root { color-scheme: light dark; background: Canvas }' });
      for (const name of ['actor', 'place', 'ambiguous']) {
        const style = await page.locator('p').first().evaluate((element, as) => {
          const { textDecorationColor, textDecorationStyle } = getComputedStyle(element, `::highlight(namelight-${as})`);
          (element as HTMLElement).style.outlineColor = textDecorationColor;
          return textDecorationStyle;
        }, name);
        const [found] = await contrasts(page.locator('p').first(), 'outline-color');
        expect(found?.ratio).toBeGreaterThanOrEqual(3);
        expect(style).toBe({ actor: 'solid', place: 'dashed', ambiguous: 'dotted' }[name]);
      }
    });
  });
}

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('the classes and the current entry are told apart by lines', async ({ page }) => {
    await openFull(page);
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const style = (selector: string, property: string) =>
      list(page)
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect(await style('.actor .mark', 'text-decoration-style')).toBe('solid');
    expect(await style('.place .mark', 'text-decoration-style')).toBe('dashed');
    expect(await style('.open .mark', 'text-decoration-style')).toBe('dotted');
    expect(await style('[data-current]', 'border-left-width')).toBe('3px');
    await expect(card(page)).toHaveCSS('border-top-style', 'solid');
  });
});

for (const hasTouch of [false, true]) {
  test.describe(hasTouch ? 'by touch' : 'by mouse', () => {
    test.use({ hasTouch, isMobile: hasTouch });

    test('every target is large enough', async ({ page }) => {
      await openFull(page);
      const least = hasTouch ? 40 : 24;
      for (const place of [card(page), list(page)]) {
        const sizes = await controls(place).evaluateAll((elements) =>
          elements.map((element) => {
            const { width, height } = element.getBoundingClientRect();
            return { what: element.outerHTML.slice(0, 80), width, height };
          }),
        );
        expect(sizes.length).toBeGreaterThan(3);
        // A name is as wide as its words.
        expect(sizes.filter(({ width, height }) => height < least || width < 24)).toEqual([]);
      }
    });
  });
}

for (const part of ['list', 'card']) {
  test(`whatever has the focus in the ${part} shows it, and nothing lies over it`, async ({ page }) => {
    await openFull(page);
    if (part === 'list') await kept(page, 'kept.view.select(null)');
    for (const control of await controls(part === 'list' ? list(page) : card(page)).all()) {
      await control.focus();
      await page.keyboard.press('Shift');
      const shown = await control.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { left, top, width, height } = element.getBoundingClientRect();
        const root = element.getRootNode() as ShadowRoot;
        const above = root.elementFromPoint(left + width / 2, top + height / 2);
        return { outlineStyle, outlineWidth, free: above !== null && element.contains(above) };
      });
      const wanted = { outlineStyle: 'solid', outlineWidth: '2px', free: true };
      expect(shown, await control.innerText()).toEqual(wanted);
    }
  });
}
