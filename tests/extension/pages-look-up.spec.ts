/** Looking up a name that stands by itself, and leaving alone what it names. */
import { expect, test, type Extension } from './support.js';
import { openQuietly } from './pages.js';

const NAMED = {
  Biden: ['Joe Biden'],
  biden: ['Joe Biden'],
  'Mr Lavrov': ['Sergey Lavrov'],
  nato: ['NATO'],
  'bashar al-assad': ['Bashar al-Assad'],
  Clinton: ['Bill Clinton', 'Hillary Clinton'],
  'the Syrian army': ['Syrian Army'],
  Gaza: ['Gaza Strip', 'Gaza Governorate'],
  Zanthorpe: [],
};

/** What the background answers to texts that are looked up. */
function named(extension: Extension, texts: string[]): Promise<Record<string, string[]>> {
  return extension.within(async (texts) => {
    const answers = texts.map(async (text) => {
      const { answer } = await chrome.runtime.sendMessage({ ask: 'look-up', text });
      return [text, answer.entities.map(({ name }: { name: string }) => name)] as const;
    });
    return Object.fromEntries(await Promise.all(answers));
  }, texts);
}

test('a short form is looked up by itself, and a name without its capitals', async ({ extension }) => {
  expect(await named(extension, Object.keys(NAMED))).toEqual(NAMED);
});

test('what was looked up is left alone from then on, until that is ended', async ({ extension }) => {
  const { page, complaints } = await openQuietly(extension, 'options.html#own');
  await page.getByRole('link', { name: 'Look up a person' }).click();
  await page.getByLabel('Word or name').fill('Zanthorpe');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing by this name is known here.')).toBeVisible();
  await page.getByLabel('Word or name').fill('Biden');
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Joe Biden']);
  await page.getByRole('button', { name: 'Leave Joe Biden alone' }).click();
  await expect.poll(() => named(extension, ['Biden', 'Joe Biden'])).toEqual({ Biden: [], 'Joe Biden': [] });
  await page.getByRole('button', { name: 'Light up Joe Biden again' }).click();
  await expect.poll(() => named(extension, ['Biden'])).toEqual({ Biden: ['Joe Biden'] });
  expect(complaints).toEqual([]);
});
