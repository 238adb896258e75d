/** The demo page's own reports: each is readable, in its own direction, with names lit and roles of its own day. */
import { DEMO, expect, openDemo, test } from './support.js';
import { article, entry, headline, openDemoAt, paintedTexts } from './demo-page.js';

/** By name: somebody in the report, the role on its day, and two names as they stand in its text. */
const REPORTS = [
  ['sahel', 'en', 'macky-sall', 'President of Senegal', ['Ouagadougou', 'Alliance of Sahel States']],
  ['wagner', 'ru', 'sergei-shoigu', 'Minister of Defence of Russia', ['Сергей Шойгу', 'Ростов-на-Дону']],
  ['lebanon', 'ar', 'najib-mikati', 'Prime Minister of Lebanon', ['نجيب ميقاتي', 'بيروت']],
  ['korea', 'en', 'yoon-suk-yeol', 'President of South Korea', ['YOON SUK YEOL', 'SEOUL']],
  ['venezuela', 'en', 'antony-blinken', 'Secretary of State of the United States', ['Caracas', 'Gabriel Boric']],
  ['egypt', 'en', 'barack-obama', 'President of the United States', ['Tahrir Square', 'Angela Merkel']],
] as const;

for (const [id, language, person, role, texts] of REPORTS) {
  test(`the report "${id}" is read in its language and as of its day`, async ({ page }) => {
    await openDemo(page);
    const before = await headline(page).textContent();
    await page.locator(`.editions [data-article="${id}"]`).click();
    await expect(headline(page)).not.toHaveText(before ?? '');
    await expect(headline(page)).toBeFocused();
    await expect(page.locator('.editions [aria-current]')).toHaveAttribute('data-article', id);
    await expect(article(page)).toHaveAttribute('lang', language);
    await expect(article(page)).toHaveCSS('direction', language === 'ar' ? 'rtl' : 'ltr');
    await expect(entry(page, person).locator('.title')).toHaveText(role);
    expect(await paintedTexts(page)).toEqual(expect.arrayContaining([...texts]));
    expect(new URL(page.url()).hash).toBe(`#article=${id}`);
  });
}

test('going back shows the report that was there before', async ({ page }) => {
  await openDemo(page);
  const first = await headline(page).textContent();
  await page.locator('.editions [data-article="sahel"]').click();
  await expect(entry(page, 'macky-sall')).toBeVisible();
  await page.evaluate(() => history.back());
  await expect(headline(page)).toHaveText(first ?? '');
  await expect(entry(page, 'bashar-al-assad').locator('.title')).toHaveText('President of Syria');
  await expect(article(page).locator('p')).toHaveCount(12);
});

test('a report opened by its address is the only one whose names are listed', async ({ page }) => {
  await openDemoAt(page, '#article=lebanon');
  await expect(entry(page, 'joseph-aoun')).toBeVisible();
  await expect(entry(page, 'tass')).toHaveCount(0);
});

test('an article that is not there leaves the first one', async ({ page }) => {
  await openDemoAt(page, '#article=nowhere');
  await expect(entry(page, 'bashar-al-assad')).toBeVisible();
});

test('the names of every report are known to be certain or said to be open', async ({ page }) => {
  await page.goto(DEMO);
  for (const [id] of REPORTS) {
    await page.goto(`${DEMO}#article=${id}`);
    await expect(page.locator('.editions [aria-current]')).toHaveAttribute('data-article', id);
    await expect(article(page)).toHaveAttribute('lang', REPORTS.find(([other]) => other === id)?.[1] ?? '');
    await expect(page.locator('#cast li').first()).toBeVisible();
    const open = await page.locator('#cast section.open li').count();
    await expect(page.locator('#open')).toBeVisible({ visible: open > 0 });
  }
});
