/** The custom element: what it lights up, when it begins and ends, and what it shares. */
import { fileURLToPath } from 'node:url';
import { test as node } from '@playwright/test';
import { ELEMENT, GAZETTEER, define, found, painted } from './element-page.js';
import { expect, test } from './support.js';

const PACK = fileURLToPath(new URL('../../dist/package/base.nlpack', import.meta.url));

node('on a server it can be imported and called, and does nothing', async () => {
  const file = new URL('../../dist/package/element.js', import.meta.url);
  const entry = (await import(file.href)) as typeof import('namelight/element');
  expect(Object.keys(entry)).toEqual(['defineNameLight']);
  expect(() => entry.defineNameLight()).not.toThrow();
});

test.describe('on a page that has it in its markup', () => {
  test.beforeEach(({ page }) => page.goto('/pages/element.html').then(() => undefined));

  test('it is lit once defined, and nothing moves', async ({ page }) => {
    const state = () =>
      page.evaluate(() => ({
        html: document.documentElement.outerHTML,
        sheets: document.adoptedStyleSheets.length,
        places: [...document.querySelectorAll('main, p, b')].map((element) =>
          JSON.stringify(element.getBoundingClientRect()),
        ),
      }));
    // As it is advised: so that nothing moves when the element is defined later.
    await page.addStyleTag({ content: 'name-light { display: contents }' });
    const before = await state();
    await define(page);
    expect(await found(page, 'own', 1)).toEqual(['Aleppo']);
    expect(await found(page, 'other', 1)).toEqual(['Idlib']);
    expect(await painted(page)).toEqual(['Aleppo', 'Idlib']);
    const { html, places } = await state();
    expect(html).toBe(before.html);
    expect(places).toEqual(before.places);
    const display = await page.evaluate(() => {
      document.querySelector('head > style')?.remove();
      return getComputedStyle(document.getElementById('own') as Element).display;
    });
    expect(display).toBe('contents');
  });

  test('names in its content are painted, as highlights are', async ({ page }) => {
    const before = await page.screenshot();
    await define(page);
    await found(page, 'own', 1);
    expect(Buffer.compare(await page.screenshot(), before)).not.toBe(0);
  });

  test('all elements share one engine and one pack, and the date is read', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await define(page, null);
    await found(page, 'own', 2);
    await found(page, 'other', 1);
    const { same, role } = await page.evaluate(() => {
      const own = document.getElementById('own') as HTMLElementTagNameMap['name-light'];
      const other = document.getElementById('other') as HTMLElementTagNameMap['name-light'];
      return {
        same: own.highlighter === other.highlighter,
        role: own.mentions.find(({ entity }) => entity === 'bashar-al-assad')?.role?.title,
      };
    });
    expect(same).toBe(true);
    expect(role).toBe('President of Syria');
    const loaded = asked.filter((path) => /\.(wasm|nlpack)$/.test(path)).sort();
    expect(loaded).toEqual(['/package/base.nlpack', '/package/namelight_bg.wasm']);
  });

  test('what happens in a view is told by events that bubble', async ({ page }) => {
    const told = page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const events: unknown[] = [];
          document.addEventListener('namelight-annotate', ({ target, detail }) => {
            const element = target as HTMLElementTagNameMap['name-light'];
            if (element.id !== 'own') return;
            events.push(['annotate', typeof detail.walk, element.view?.mentions.length]);
            element.view?.next();
          });
          document.addEventListener('namelight-select', ({ target, detail }) => {
            events.push(['select', (target as Element).id, detail.index]);
            resolve(events);
          });
        }),
    );
    await define(page);
    expect(await told).toEqual([
      ['annotate', 'number', 1],
      ['select', 'own', 0],
    ]);
  });

  test('taking it away ends it, and it begins again where it is put', async ({ page }) => {
    const html = () => page.locator('#own').evaluate((element) => element.outerHTML);
    const before = await html();
    await define(page);
    await found(page, 'own', 1);
    await found(page, 'other', 1);
    const left = await page.evaluate(() => {
      const main = document.getElementById('main') as HTMLElement;
      main.remove();
      const state = { highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length };
      document.body.prepend(main);
      return state;
    });
    expect(left).toEqual({ highlights: 0, sheets: 0 });
    expect(await found(page, 'own', 1)).toEqual(['Aleppo']);
    await page.evaluate(() => {
      document.getElementById('aside')?.append(document.getElementById('own') as Element);
    });
    expect(await found(page, 'own', 1)).toEqual(['Aleppo']);
    await expect.poll(() => painted(page)).toContain('Aleppo');
    expect(await html()).toBe(before);
  });

  test('an element that is gone before the engine is there paints nothing', async ({ page }) => {
    const ready = await page.evaluate(async (address) => {
      const { defineNameLight } = (await import(address)) as typeof import('namelight/element');
      defineNameLight();
      const own = document.getElementById('own') as HTMLElementTagNameMap['name-light'];
      const { highlighter } = own;
      document.getElementById('main')?.remove();
      await highlighter.ready;
      // Where it went on, it would be one annotation later.
      await highlighter.annotate('Aleppo');
      return { view: own.view === undefined, highlights: CSS.highlights.size };
    }, ELEMENT);
    expect(ready).toEqual({ view: true, highlights: 0 });
  });

  test('attributes take effect when they change', async ({ page }) => {
    await define(page, null);
    await found(page, 'own', 2);
    const role = (): Promise<string | undefined> =>
      page.evaluate(() => {
        const own = document.getElementById('own') as HTMLElementTagNameMap['name-light'];
        return own.mentions.find(({ entity }) => entity === 'bashar-al-assad')?.role?.title;
      });
    await page.evaluate(() => document.getElementById('own')?.setAttribute('date', '2025-06-01'));
    await expect.poll(role).toMatch(/^Former president/);
    await page.evaluate(() => document.getElementById('own')?.removeAttribute('date'));
    await expect.poll(role).toMatch(/^Former president/);

    await expect(page.locator('namelight-card')).toHaveCount(0);
    await page.evaluate(() => document.getElementById('own')?.removeAttribute('no-card'));
    await expect(page.locator('namelight-card')).toHaveCount(1);

    await page.evaluate(() => document.getElementById('own')?.setAttribute('for', 'aside'));
    await expect.poll(() => found(page, 'own', 1)).toEqual(['Idlib']);
  });

  test('it wraps names in links where it is asked to, until it is taken away', async ({ page }) => {
    const html = () => page.locator('#own').evaluate((element) => element.innerHTML);
    const before = await html();
    await page.evaluate(() => {
      const own = document.getElementById('own') as HTMLElement;
      own.setAttribute('painter', 'wrap');
      own.toggleAttribute('links', true);
    });
    await define(page);
    const link = page.locator('#own a');
    await expect(link).toHaveAttribute('href', 'https://www.geonames.org/170063');
    await page.evaluate(() => document.getElementById('own')?.removeAttribute('links'));
    await expect(page.locator('#own mark')).toHaveText('Aleppo');
    await expect(link).toHaveCount(0);
    await page.evaluate(() => document.getElementById('own')?.removeAttribute('painter'));
    await expect.poll(() => painted(page)).toEqual(['Aleppo', 'Idlib']);
    expect(await html()).toBe(before);
    const after = await page.evaluate(() => {
      const own = document.getElementById('own') as HTMLElement;
      own.setAttribute('painter', 'wrap');
      return new Promise<string>((resolve) => {
        own.addEventListener('namelight-annotate', () => {
          const wrapped = own.querySelector('mark') !== null;
          own.remove();
          resolve(`${wrapped} ${own.innerHTML}`);
        });
      });
    });
    expect(after).toBe(`true ${before}`);
  });

  test('what fails is told with its code, and is tried again when asked', async ({ page }) => {
    await define(page);
    await found(page, 'own', 1);
    const change = (name: string, value: string): Promise<string> =>
      page.evaluate(
        async ([name, value]) => {
          const own = document.getElementById('own') as HTMLElementTagNameMap['name-light'];
          const failed = new Promise<string>((resolve) => {
            document.addEventListener('namelight-error', ({ detail }) => resolve(detail.code), {
              once: true,
            });
          });
          own.setAttribute(name, value);
          return failed;
        },
        [name, value] as const,
      );
    expect(await change('for', 'nowhere')).toBe('target-missing');
    await page.evaluate(() => document.getElementById('own')?.removeAttribute('for'));
    await found(page, 'own', 1);
    expect(await change('pack', '/pages/blank.html')).toBe('not-a-pack');
    expect(await change('pack', 'http://[')).toBe('fetch');
    await page.route('/pages/blank.html', (route) => route.fulfill({ path: PACK }));
    await page.evaluate(() => document.getElementById('own')?.setAttribute('pack', '/pages/blank.html'));
    await found(page, 'own', 2);
  });

  test('its own name, its own highlighter, and a second definition', async ({ page }) => {
    const { names, own } = await page.evaluate(
      async ({ address, main, gazetteer }) => {
        const { defineNameLight } = (await import(address)) as typeof import('namelight/element');
        const { createHighlighter } = (await import(main)) as typeof import('namelight');
        const early = document.getElementById('own') as HTMLElementTagNameMap['name-light'];
        const given = createHighlighter({ pack: gazetteer });
        // Before it is defined, as frameworks do.
        early.highlighter = given;
        defineNameLight('name-light', { pack: { entities: [] } });
        defineNameLight('name-light');
        defineNameLight('my-names', { pack: gazetteer });
        const names = ['name-light', 'my-names'].map((name) => customElements.get(name) !== undefined);
        return { names, own: early.highlighter === given && !Object.hasOwn(early, 'highlighter') };
      },
      { address: ELEMENT, main: '/package/index.js', gazetteer: GAZETTEER },
    );
    expect(names).toEqual([true, true]);
    expect(own).toBe(true);
    expect(await found(page, 'own', 1)).toEqual(['Aleppo']);
    expect(await found(page, 'other', 0)).toEqual([]);
  });
});

test('content that is still being read is waited for, also in a shadow root', async ({ page }) => {
  await page.goto('/pages/blank.html');
  await define(page);
  const early = await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><title>Slow</title><name-light id="own" no-card><p>In Aleppo');
    const own = document.getElementById('own') as HTMLElementTagNameMap['name-light'];
    return { state: document.readyState, defined: own.matches(':defined') };
  });
  expect(early).toEqual({ state: 'loading', defined: true });
  await page.evaluate(() => {
    document.write(' and in Idlib.</p></name-light>');
    document.close();
  });
  expect(await found(page, 'own', 2)).toEqual(['Aleppo', 'Idlib']);
  const inside = await page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const host = document.body.appendChild(document.createElement('div'));
        const shadow = host.attachShadow({ mode: 'open' });
        document.addEventListener('namelight-annotate', (event) => {
          const [first] = event.composedPath();
          resolve([(first as HTMLElementTagNameMap['name-light']).mentions[0]?.text, event.target === host]);
        });
        const element = document.createElement('name-light');
        element.setAttribute('for', 'inner');
        element.toggleAttribute('no-card', true);
        const paragraph = document.createElement('p');
        paragraph.id = 'inner';
        paragraph.textContent = 'Idlib.';
        shadow.append(element, paragraph);
      }),
  );
  expect(inside).toEqual(['Idlib', true]);
});
