/** The package on a page that has other things to do: what it leaves behind and what it leaves alone. */
import { test as plain } from '@playwright/test';
import { PACKAGE, expect, test } from './support.js';

const TEXT = '<p>In Aleppo and in <b>Aleppo</b> again.</p><p>Idlib too.</p>';
const GAZETTEER = {
  entities: [{ id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063 } }],
};
const LATER = {
  entities: [{ id: 'idlib', type: 'city', name: 'Idlib', links: { geonames: 169389 } }],
};
const given = { address: PACKAGE, html: TEXT, gazetteer: GAZETTEER, later: LATER };

test.beforeEach(({ page }) => page.goto('/pages/blank.html').then(() => undefined));

test('dispose leaves no highlight, style sheet or element', async ({ page }) => {
  const { before, during, after } = await page.evaluate(async ({ address, html, gazetteer }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = html;
    const state = () => ({
      html: document.documentElement.outerHTML,
      highlights: CSS.highlights.size,
      sheets: document.adoptedStyleSheets.length,
    });
    const before = state();
    const highlighter = createHighlighter({ pack: gazetteer });
    const view = await highlighter.highlight(root);
    view.next();
    const during = state();
    highlighter.dispose();
    return { before, during, after: state() };
  }, given);
  expect(during).toMatchObject({ highlights: 2, sheets: 1 });
  expect(during.html).toContain('<namelight-card>');
  expect(after).toEqual(before);
});

test("the page's own highlights and other views are left alone", async ({ page }) => {
  const names = await page.evaluate(async ({ address, html, gazetteer }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = html;
    CSS.highlights.set('own', new Highlight());
    const highlighter = createHighlighter({ pack: gazetteer });
    const [first, second] = [...root.querySelectorAll('p, b')];
    const views = [
      await highlighter.highlight(first as Element, { card: false }),
      await highlighter.highlight(second as Element, { card: false }),
    ];
    const sizes = () => [...CSS.highlights].map(([name, { size }]) => `${name} ${size}`);
    const states = [sizes()];
    for (const view of views) {
      view.dispose();
      states.push(sizes());
    }
    return states;
  }, given);
  expect(names).toEqual([['own 0', 'namelight-place 3'], ['own 0', 'namelight-place 1'], ['own 0']]);
});

test('next and previous go round, and tell of it', async ({ page }) => {
  const steps = await page.evaluate(async ({ address, html, gazetteer }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = html;
    const view = await createHighlighter({ pack: gazetteer }).highlight(root, { card: false });
    const told: (number | null)[] = [];
    view.addEventListener('select', ({ detail }) => told.push(detail.index));
    view.previous();
    view.next();
    view.next();
    view.next();
    view.select(null);
    view.next();
    return told;
  }, given);
  expect(steps).toEqual([1, 0, 1, 0, null, 1]);
});

test('a gazetteer loaded later is laid over and painted at once', async ({ page }) => {
  const found = await page.evaluate(async ({ address, html, gazetteer, later }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = html;
    const highlighter = createHighlighter({ pack: gazetteer });
    const view = await highlighter.highlight(root, { card: false });
    const before = view.entities.map(({ entity, mentions }) => [entity.id, mentions]);
    await highlighter.load(later);
    const after = view.entities.map(({ entity, mentions }) => [entity.id, mentions]);
    const idlib = await highlighter.entity('idlib');
    return { before, after, name: idlib?.name, unknown: await highlighter.entity('nowhere') };
  }, given);
  expect(found.before).toEqual([['aleppo', [0, 1]]]);
  expect(found.after).toEqual([
    ['aleppo', [0, 1]],
    ['idlib', [2]],
  ]);
  expect(found.name).toBe('Idlib');
  expect(found.unknown).toBeUndefined();
});

test('where the text leaves open who is meant, the card shows all and chooses none', async ({ page }) => {
  const { cast, painted } = await page.evaluate(async ({ address }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = '<p>He left Springfield.</p>';
    const springfield = (state: string, geonames: number) => ({
      id: `springfield-${state.toLowerCase()}`,
      type: 'city',
      name: `Springfield, ${state}`,
      names: ['Springfield'],
      links: { geonames },
    });
    const pack = { entities: [springfield('Illinois', 4250542), springfield('Missouri', 4409896)] };
    const view = await createHighlighter({ pack }).highlight(root);
    const painted = [...CSS.highlights.keys()];
    view.next();
    return { cast: view.entities.length, painted };
  }, given);
  expect(painted).toEqual(['namelight-ambiguous']);
  expect(cast).toBe(0);
  const card = page.locator('namelight-card .card');
  await expect(card.locator('h2')).toHaveText('Springfield');
  await expect(card.locator('.candidates li')).toHaveText([/^Springfield, Illinois/, /^Springfield, Missouri/]);
  await expect(card.getByRole('link')).toHaveCount(0);
});

test('markup in a gazetteer is shown as text, and only https is linked', async ({ page }) => {
  await page.evaluate(async ({ address, html }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = html;
    const mention = {
      start: 3,
      end: 9,
      entity: 0,
      form: 'name' as const,
      confidence: 'certain' as const,
      kind: 'place' as const,
      why: '',
      candidates: [],
    };
    const aleppo = {
      index: 0,
      id: 'aleppo',
      name: '<img src=x onerror=alert(1)>',
      type: 'city',
      kind: 'place' as const,
      names: [],
      role: { title: '<b>bold</b>' },
      roles: [],
      links: { website: 'javascript:alert(1)', wikipedia: 'https://en.wikipedia.org/wiki/Aleppo' },
      in: [],
    };
    const engine = {
      info: async () => ({ title: '', checked: '2025-01-01', entityCount: 1, nameCount: 1 }),
      annotate: async () => [mention],
      read: async () => ({ mentions: [mention], entities: [aleppo] }),
      entity: async () => aleppo,
      load: async () => undefined,
      conflicts: async () => [],
      dispose: () => undefined,
    };
    const view = await createHighlighter({ engine: Promise.resolve(engine) }).highlight(root);
    view.next();
  }, given);
  const card = page.locator('namelight-card .card');
  await expect(card.locator('h2')).toHaveText('<img src=x onerror=alert(1)>');
  await expect(card.locator('.title')).toHaveText('<b>bold</b>');
  await expect(card.locator('img, b')).toHaveCount(0);
  await expect(card.getByRole('link')).toHaveCount(1);
});

test('what is told of entities is made when it is asked for, and never by an engine that is gone', async ({ page }) => {
  const made = await page.evaluate(async ({ address, html, engines }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    const { createLocalEngine } = (await import(engines)) as typeof import('namelight/engine');
    const root = document.getElementById('root') as HTMLElement;
    root.innerHTML = html;
    const local = await createLocalEngine();
    const counts: number[] = [];
    let asked = 0;
    const engine = Object.assign(Object.create(local) as typeof local, {
      read: async (text: string) => {
        const reading = await local.read(text);
        return {
          mentions: reading.mentions,
          get entities() {
            asked += 1;
            return reading.entities;
          },
        };
      },
      info: () => local.info(),
      dispose: () => local.dispose(),
    });
    const highlighter = createHighlighter({ engine });
    const [read, unread] = [await highlighter.highlight(root), await highlighter.highlight(root)];
    counts.push(asked, read.count, unread.count, read.mentions.length, asked, read.entities.length);
    highlighter.dispose();
    await Promise.resolve();
    counts.push(read.mentions.length, unread.mentions.length, unread.entities.length, asked);
    return { counts, gone: unread.entity('assad') ?? null };
  }, { ...given, engines: PACKAGE.replace('index', 'engine') });
  const [before, count, other, mentions, after, cast] = made.counts;
  expect([before, after]).toEqual([0, 1]);
  expect(count).toBeGreaterThan(0);
  expect([other, mentions]).toEqual([count, count]);
  expect(cast).toBeGreaterThan(0);
  expect(made.counts.slice(6)).toEqual([count, 0, 0, 1]);
  expect(made.gone).toBeNull();
});

plain('a policy without WebAssembly is a clear error', async ({ page }) => {
  await page.goto('/pages/strict.html');
  const failure = await page.evaluate(async ({ address }) => {
    const { createHighlighter } = (await import(address)) as typeof import('namelight');
    return createHighlighter().ready.then(
      () => ({ code: 'none', message: '' }),
      ({ code, message }: { code: string; message: string }) => ({ code, message }),
    );
  }, given);
  expect(failure.code).toBe('wasm-refused');
  expect(failure.message).toContain('wasm-unsafe-eval');
});
