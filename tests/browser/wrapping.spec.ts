/** Names wrapped in elements: what is wrapped, and that the page gets back exactly what it had. */
import AxeBuilder from '@axe-core/playwright';
import { PACKAGE, expect, test } from './support.js';
import { AS_BEFORE, GAZETTEER, WIKIPEDIA, html, unwrap, wrap } from './wrapping-page.js';

const CASES: { name: string; html: string; wrapped: string }[] = [
  {
    name: 'several names in one text, at its ends and side by side',
    html: '<p>Aleppo, Idlib. Aleppo</p>',
    wrapped:
      '<p><mark class="namelight namelight-place">Aleppo</mark>, ' +
      '<mark class="namelight namelight-place">Idlib</mark>. ' +
      '<mark class="namelight namelight-place">Aleppo</mark></p>',
  },
  {
    name: 'a name over several elements, piece by piece, without the space between them',
    html: '<p>In N<i>ew</i> <b>York</b> City.</p>',
    wrapped:
      '<p>In <mark class="namelight namelight-place">N</mark>' +
      '<i><mark class="namelight namelight-place">ew</mark></i> ' +
      '<b><mark class="namelight namelight-place">York</mark></b>' +
      '<mark class="namelight namelight-place"> City</mark>.</p>',
  },
  {
    name: 'cells of a table, and nothing between them',
    html: '<table><tbody><tr> <td>Aleppo</td> <td>Ruth Example</td> </tr></tbody></table>',
    wrapped:
      '<table><tbody><tr> <td><mark class="namelight namelight-place">Aleppo</mark></td> ' +
      '<td><mark class="namelight namelight-actor">Ruth Example</mark></td> </tr></tbody></table>',
  },
  {
    name: 'text that is a box of its own is wrapped as a whole or not at all',
    html: '<div style="display: flex">In Aleppo<span> Idlib </span></div><div style="display: grid"> Aleppo </div>',
    wrapped:
      '<div style="display: flex">In Aleppo<span> <mark class="namelight namelight-place">Idlib</mark> </span></div>' +
      '<div style="display: grid"> <mark class="namelight namelight-place">Aleppo</mark> </div>',
  },
  {
    name: 'what the text leaves open',
    html: '<p>He left Springfield.</p>',
    wrapped: '<p>He left <mark class="namelight namelight-ambiguous">Springfield</mark>.</p>',
  },
];

for (const { name, html: given, wrapped } of CASES) {
  test(`wrapped and given back: ${name}`, async ({ page }) => {
    await wrap(page, given);
    expect(await html(page)).toBe(wrapped);
    expect(await unwrap(page)).toEqual(AS_BEFORE);
  });
}

test('links lead to the first safe address, where a link can stand', async ({ page }) => {
  await wrap(
    page,
    '<p>Aleppo <a href="/x">Aleppo</a> N<i>ew York City</i> Springfield</p><button>Idlib</button>',
    { links: true },
  );
  expect(await html(page)).toBe(
    `<p><a class="namelight namelight-place" href="${WIKIPEDIA}Aleppo" rel="noopener">Aleppo</a> ` +
      '<a href="/x"><mark class="namelight namelight-place">Aleppo</mark></a> ' +
      `<a class="namelight namelight-place" href="${WIKIPEDIA}New_York_City" rel="noopener">N</a><i>` +
      `<a class="namelight namelight-place" href="${WIKIPEDIA}New_York_City" rel="noopener" tabindex="-1">` +
      'ew York City</a></i> <mark class="namelight namelight-ambiguous">Springfield</mark></p>' +
      '<button><mark class="namelight namelight-place">Idlib</mark></button>',
  );
  const stops: string[] = [];
  for (let stop = 0; stop < 4; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
  }
  expect(stops).toEqual(['Aleppo', 'Aleppo', 'N', 'Idlib']);
  expect(await unwrap(page)).toEqual(AS_BEFORE);
});

test('an address that is not safe makes no link', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const made = await page.evaluate(async (address) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.textContent = 'Aleppo and Idlib';
    const spans = [
      { start: 0, end: 6 },
      { start: 11, end: 16 },
    ];
    const links = [
      { website: 'javascript:alert(1)', wikipedia: 'http://example.org/' },
      { website: 'https://example.org/"onclick="alert(1)', wikipedia: 'data:text/html,x' },
    ];
    const mentions = spans.map((span, entity) => ({
      ...span,
      entity,
      form: 'name' as const,
      confidence: 'certain' as const,
      kind: 'place' as const,
      why: '',
      candidates: [],
    }));
    const entities = links.map((given, index) => ({
      index,
      id: String(index),
      name: '<img src=x>',
      type: 'city',
      kind: 'place' as const,
      names: [],
      role: null,
      roles: [],
      links: given,
      in: [],
    }));
    const engine = {
      info: async () => ({ title: '', checked: '2025-01-01', entityCount: 2, nameCount: 2 }),
      annotate: async () => mentions,
      read: async () => ({ mentions, entities }),
      entity: async (id: string) => entities[Number(id)],
      load: async () => undefined,
      conflicts: async () => [],
      dispose: () => undefined,
    };
    await createHighlighter({ engine }).highlight(root, { card: false, links: true });
    return [...root.children].map((element) => [element.localName, ...element.getAttributeNames()]);
  }, PACKAGE);
  expect(made).toEqual([
    ['mark', 'class'],
    ['a', 'class', 'href', 'rel'],
  ]);
});

test('text, selection and copying stay the same', async ({ page }) => {
  const given = '<p>From Aleppo to <b>Idlib</b>, and on to New York City.</p>';
  await page.goto('/pages/blank.html');
  const told = await page.evaluate(
    async ({ address, html, pack }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.innerHTML = html;
      const [paragraph] = root.children;
      const first = paragraph?.firstChild as Text;
      const last = paragraph?.lastChild as Text;
      const selection = getSelection() as Selection;
      // Backwards, from the middle of one name to the middle of another.
      selection.setBaseAndExtent(last, 17, first, 8);
      const seen = () => ({
        text: root.textContent,
        selected: selection.toString(),
        direction: selection.direction,
      });
      const states = [seen()];
      const view = await createHighlighter({ pack }).highlight(root, { painter: 'wrap', card: false });
      states.push(seen());
      await view.refresh();
      states.push(seen());
      const inside = selection.anchorNode?.parentElement?.localName;
      view.dispose();
      states.push(seen());
      const back = selection.anchorNode === last && selection.anchorOffset === 17;
      return { states, inside, back: back && selection.focusNode === first && selection.focusOffset === 8 };
    },
    { address: PACKAGE, html: given, pack: GAZETTEER },
  );
  const [before, ...later] = told.states;
  expect(before?.selected).toBe('ppo to Idlib, and on to New Y');
  for (const state of later) expect(state).toEqual(before);
  expect(told.inside).toBe('mark');
  expect(told.back).toBe(true);
});

test('the current name is marked, found at a point, and has a range', async ({ page }) => {
  await wrap(page, '<p>In N<i>ew York</i> City and Aleppo.</p>');
  const told = await page.evaluate(() => {
    const { view } = window;
    const current = () =>
      [...document.querySelectorAll('.namelight-current')].map((element) => element.textContent);
    view.next();
    const first = current();
    view.next();
    const second = current();
    const text = [0, 1].map((index) => {
      const { startContainer, startOffset, endContainer, endOffset } = view.rangeOf(index) as StaticRange;
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    });
    const at = [...document.querySelectorAll('mark')].map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      return view.mentionAt(left + width / 2, top + height / 2);
    });
    view.select(null);
    return { first, second, text, at, nowhere: view.mentionAt(1, 1), none: current() };
  });
  expect(told).toEqual({
    first: ['N', 'ew York', ' City'],
    second: ['Aleppo'],
    text: ['New York City', 'Aleppo'],
    at: [0, 0, 0, 1],
    nowhere: undefined,
    none: [],
  });
  expect(await unwrap(page)).toEqual(AS_BEFORE);
});

test.describe('in a browser without highlights', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      delete (CSS as { highlights?: unknown }).highlights;
      Reflect.deleteProperty(window, 'Highlight');
      Reflect.deleteProperty(Object.getPrototypeOf(CSS) as object, 'highlights');
    }),
  );

  test('names are wrapped, and the card opens on them', async ({ page }) => {
    await page.goto('/pages/blank.html');
    const code = await page.evaluate(
      async ({ address, pack }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        const root = document.getElementById('root') as HTMLElement;
        root.innerHTML = '<p>In Aleppo.</p>';
        const highlighter = createHighlighter({ pack });
        await highlighter.highlight(root);
        return highlighter.highlight(root, { painter: 'highlight' }).then(
          () => 'none',
          ({ code }: { code: string }) => code,
        );
      },
      { address: PACKAGE, pack: GAZETTEER },
    );
    expect(await page.evaluate(() => ['highlights' in CSS, 'Highlight' in window])).toEqual([false, false]);
    expect(code).toBe('highlights-missing');
    await page.locator('mark.namelight-place').hover();
    await expect(page.locator('namelight-card .card h2')).toHaveText('Aleppo');
    await expect(page.locator('mark')).toHaveClass(/namelight-current/);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe-core finds nothing wrong with links', async ({ page }) => {
      const paragraph = '<p>Ruth Example went from Aleppo to Springfield and N<i>ew York City</i>.</p>';
      await wrap(page, `<main><h1>Names</h1>${paragraph}</main>`, { links: true });
      await page.addStyleTag({ content: ':root { color-scheme: light dark } p { line-height: 2 }' });
      await page.evaluate(() => window.view.next());
      await expect(page.locator('main a.namelight')).toHaveCount(4);
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { 'link-in-text-block': { enabled: true }, 'target-size': { enabled: true } } })
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ failureSummary }) => failureSummary)])).toEqual([]);
    });
  });
}
