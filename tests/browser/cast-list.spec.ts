/** The cast list: what it says, how it is chosen from, and that it keeps up with its view. */
import type { Page } from '@playwright/test';
import { TEXT, kept, middleOf, openSmall } from './small-page.js';
import { card, expect, test } from './support.js';

const list = (page: Page) => page.locator('namelight-cast .list');
const names = (page: Page) => list(page).locator('li[data-entity] .name bdi');
const entry = (page: Page, id: string) => list(page).locator(`li[data-entity="${id}"]`);
const status = (page: Page) => list(page).getByRole('status');

test('it says who and where, in which role then and now, how often, and named how first', async ({ page }) => {
  await openSmall(page, { list: {} });
  await expect(list(page).getByRole('heading', { level: 3 })).toHaveText([/Actors\s+2/, /Places\s+1/, /Left open by the text\s+1/]);
  const reske = entry(page, 'ada-reske');
  await expect(reske.getByRole('button').first()).toHaveAccessibleName(/^Ada Reske ?, mentioned 3 times$/);
  await expect(reske.locator('.role')).toHaveText(/Person\s+President of Ombria/);
  await expect(reske.locator('.now')).toHaveText('Now Former president of Ombria, since 8\u00a0December 2024');
  await expect(reske.locator('.count')).toHaveText('3');
  await expect(reske.locator('.first')).toHaveCount(0);
  await expect(entry(page, 'ombria').locator('.first')).toHaveText('First as “Ombrian”');
  await expect(list(page).locator('.date')).toHaveText('On 1\u00a0December 2024');
  const lists = list(page).getByRole('list');
  await expect(lists.first().getByRole('listitem')).toHaveCount(2);
});

test('what the text leaves open stands apart, with all that it could be', async ({ page }) => {
  await openSmall(page, { list: {} });
  const open = list(page).locator('section.open');
  await expect(open.locator('.name')).toHaveText('Velda, mentioned once');
  await expect(open.locator('.candidates li')).toHaveText([
    'Velda Town in the north',
    'Velda Town in the south',
  ]);
  await expect(entry(page, 'velda-north')).toHaveCount(0);
  await open.locator('.name').click();
  await expect(card(page).locator('h2')).toHaveText('Velda');
  await expect(status(page)).toHaveText('Velda, Left open by the text, mention 1 of 1');
});

test('the order is chosen', async ({ page }) => {
  await openSmall(page, { list: { order: 'name' } });
  await expect(names(page)).toHaveText(['Ada Reske', 'Solm Guard', 'Ombria']);
  await kept(
    page,
    `await kept.load({ entities: [{ id: 'abel', type: 'person', name: 'expected', names: [], links: { wikidata: 'Q9' } }] })`,
  );
  await expect(names(page)).toHaveText(['Ada Reske', 'expected', 'Solm Guard', 'Ombria']);
  const order = list(page).getByLabel('Order');
  await order.selectOption('In the text');
  await expect(names(page)).toHaveText(['Ada Reske', 'Solm Guard', 'expected', 'Ombria']);
  await order.selectOption('By mentions');
  await expect(names(page)).toHaveText(['Ada Reske', 'Solm Guard', 'expected', 'Ombria']);
});

test('a kind or a type is chosen, and how many are left is said', async ({ page }) => {
  await openSmall(page, { list: {} });
  const show = list(page).getByLabel('Show');
  await expect(status(page)).toBeEmpty();
  await show.selectOption('All actors');
  await expect(names(page)).toHaveText(['Ada Reske', 'Solm Guard']);
  await expect(status(page)).toHaveText('2 actors, 0 places');
  await show.selectOption('Military (1)');
  await expect(names(page)).toHaveText(['Solm Guard']);
  await show.selectOption('All places');
  await expect(names(page)).toHaveText(['Ombria']);
  await expect(list(page).locator('section.open')).toBeVisible();
  await show.selectOption('All names');
  await expect(names(page)).toHaveText(['Ada Reske', 'Solm Guard', 'Ombria']);
});

test.describe('a long list', () => {
  const many = Array.from({ length: 500 }, (_, number) => ({
    id: `town-${number}`,
    type: number % 5 === 0 ? 'person' : 'city',
    name: `Mårkå ${String.fromCharCode(65 + (number % 26))}${'bcdfg'[number % 5]}${'aeiou'[Math.floor(number / 26) % 5]}${'lmnpr'[Math.floor(number / 130) % 5]}a`,
    links: { wikidata: `Q${number + 10}` },
  }));
  const html = many.map(({ name }) => `<p>Then ${name} came.</p>`).join('');

  test('can be searched, by any of the names and without marks', async ({ page }) => {
    await openSmall(page, { list: {}, html, gazetteer: { entities: many } });
    await expect(names(page)).toHaveCount(500);
    const find = list(page).getByRole('searchbox', { name: 'Find in the list' });
    await find.fill('marka abal');
    await expect(names(page)).toHaveText([many[0]?.name ?? '']);
    await find.fill('nobody');
    await expect(list(page).locator('.none')).toContainText('No name fits.');
    await list(page).getByRole('button', { name: 'Show all' }).press('Enter');
    await expect(names(page)).toHaveCount(500);
    await expect(list(page).getByLabel('Show')).toBeFocused();
  });

  test('changes only the rows that are concerned', async ({ page }) => {
    await openSmall(page, { list: {}, html, gazetteer: { entities: many } });
    await expect(names(page)).toHaveCount(500);
    const touched = await page.evaluate(async () => {
      const { view } = (window as unknown as { kept: import('./small-page.js').Kept }).kept;
      const shadow = document.querySelector('namelight-cast')?.shadowRoot as ShadowRoot;
      const rows = new Set<Element | null>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          rows.add(element?.closest('li') ?? null);
        }
      });
      observer.observe(shadow, { subtree: true, childList: true, attributes: true, characterData: true });
      const frames = (): Promise<unknown> =>
        new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      view.select(3);
      await frames();
      view.select(400);
      await frames();
      observer.disconnect();
      return [...rows].map((row) => row?.getAttribute('data-entity')).sort();
    });
    expect(touched).toEqual([many[3]?.id, many[400]?.id].sort());
  });
});

test('from mention to mention of one entity, while the focus stays in the list', async ({ page }) => {
  await openSmall(page, { list: {} });
  const next = entry(page, 'ada-reske').getByRole('button', { name: 'Next mention of Ada Reske' });
  for (const [step, position] of ['1 of 3', '2 of 3', '3 of 3', '1 of 3'].entries()) {
    await next.press('Enter');
    await expect(entry(page, 'ada-reske').locator('.count')).toHaveText(position);
    await expect(next).toBeFocused();
    await expect(status(page)).toHaveText(`Ada Reske, Person, mention ${(step % 3) + 1} of 3`);
  }
  await expect(card(page)).toBeVisible();
  await expect(entry(page, 'ada-reske').locator('.name')).toHaveAttribute('aria-current', 'true');
  await entry(page, 'ada-reske').getByRole('button', { name: 'Previous mention of Ada Reske' }).click();
  await expect(entry(page, 'ada-reske').locator('.count')).toHaveText('3 of 3');
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(entry(page, 'ada-reske').locator('.count')).toHaveText('3');
});

test('arrow keys go from name to name; Tab goes through every control', async ({ page }) => {
  await openSmall(page, { list: {} });
  const name = (id: string) => entry(page, id).locator('.name');
  await name('ada-reske').focus();
  await page.keyboard.press('ArrowDown');
  await expect(name('solm-guard')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(name('ombria')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(name('ada-reske')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(name('ada-reske')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(entry(page, 'ada-reske').getByRole('button', { name: /Next/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(name('solm-guard')).toBeFocused();
  await page.keyboard.press('End');
  await expect(list(page).locator('section.open .name')).toBeFocused();
});

test('from the list to the mention, its card, a link, and back to where one was', async ({ page, context }) => {
  await openSmall(page, { list: {} });
  await context.route('https://en.wikipedia.org/**', (route) => route.fulfill({ body: 'elsewhere' }));
  const name = entry(page, 'ada-reske').locator('.name');
  await name.press('Enter');
  await expect(page.locator('namelight-card .frame')).toBeFocused();
  await page.keyboard.press('Enter');
  const link = card(page).getByRole('link', { name: /^Wikipedia ?, opens in a new tab$/ });
  await expect(link).toBeFocused();
  const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
  await opened.close();
  await page.bringToFront();
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(name).toBeFocused();
});

test('it follows its view: new names, another date; the focus stays, changes are said', async ({ page }) => {
  await openSmall(page, { list: { order: 'name' } });
  const name = entry(page, 'solm-guard').locator('.name');
  await name.focus();
  await kept(
    page,
    `await kept.load({ entities: [{ id: 'born', type: 'party', name: 'silent', names: [], links: { wikidata: 'Q9' } }] })`,
  );
  await expect(names(page)).toHaveText(['Ada Reske', 'silent', 'Solm Guard', 'Ombria']);
  await expect(name).toBeFocused();
  await expect(status(page)).toHaveText('3 actors, 1 place');
  await kept(page, `await kept.view.asOf('2025-02-01')`);
  await expect(entry(page, 'ada-reske').locator('.title')).toHaveText('Former president of Ombria');
  await expect(entry(page, 'ada-reske').locator('.now')).toHaveCount(0);
  await expect(list(page).locator('.date')).toHaveText('On 1\u00a0February 2025');
});

test('what the reader hides leaves text and list, and comes back from either', async ({ page }) => {
  await openSmall(page, { list: {} });
  const { x, y } = await middleOf(page, 1);
  await page.mouse.click(x, y);
  await card(page).getByRole('button', { name: 'Hide on this page' }).click();
  await expect(card(page)).toBeHidden();
  await expect(names(page)).toHaveText(['Solm Guard', 'Ombria']);
  const notice = page.locator('namelight-card .notice');
  await expect(notice).toContainText('“Ada Reske” is hidden on this page.');
  await list(page).getByRole('button', { name: 'Show Ada Reske again' }).click();
  await expect(names(page)).toHaveText(['Ada Reske', 'Solm Guard', 'Ombria']);
  await expect(list(page).locator('section.muted')).toHaveCount(0);
});

test('a page without names says so', async ({ page }) => {
  await openSmall(page, { list: {}, html: '<p>Nothing of note.</p>' });
  await expect(list(page)).toHaveText('No names were found in this text.');
});

test('within the text that is searched, it is no part of it', async ({ page }) => {
  await openSmall(page, { list: {}, listWithin: true });
  const before = await kept<number>(page, 'return kept.view.mentions.length');
  await kept(page, 'await kept.view.refresh()');
  expect(await kept<number>(page, 'return kept.view.mentions.length')).toBe(before);
});

test('dispose leaves its container as it was, whether its own or its view’s', async ({ page }) => {
  await openSmall(page, { list: {} });
  await kept(page, 'kept.list.dispose(); kept.view.select(0);');
  expect(await page.locator('#cast').innerHTML()).toBe('');
  await openSmall(page, { list: {} });
  await kept(page, 'kept.dispose()');
  expect(await page.locator('#cast').innerHTML()).toBe('');
  expect(await page.locator('#root').innerHTML()).toBe(TEXT);
});

test('plain data is enough: a list without a view', async ({ page }) => {
  await openSmall(page);
  await page.evaluate(async (address) => {
    const { createCastList, openNames } = (await import(address)) as typeof import('namelight/cast-list');
    const { view } = (window as unknown as { kept: import('./small-page.js').Kept }).kept;
    const content = {
      mentions: view.mentions,
      members: view.entities,
      open: openNames(view.mentions, (id) => view.entity(id)),
      date: '2024-12-01',
      checked: '2024-12-01',
      current: null,
    };
    const went: unknown[] = [];
    const list = createCastList(document.body, { go: (position, focus) => went.push([position, focus]) });
    list.show(structuredClone(content));
    Object.assign(window, { went });
  }, '/package/cast-list.js');
  await expect(names(page)).toHaveText(['Ada Reske', 'Solm Guard', 'Ombria']);
  await entry(page, 'solm-guard').locator('.name').click();
  await entry(page, 'ombria').locator('.name').press('Enter');
  expect(await page.evaluate('window.went')).toEqual([
    [2, false],
    [0, true],
  ]);
});
