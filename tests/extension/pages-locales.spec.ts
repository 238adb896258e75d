/** All languages say the same things, with the same placeholders, in all the forms that their plurals have. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILT } from './support.js';

const FOLDER = join(BUILT, '_locales');
const PLURAL = /_(zero|one|two|few|many|other)$/;
const languages = readdirSync(FOLDER);

function messagesOf(language: string): Map<string, string> {
  const text = readFileSync(join(FOLDER, language, 'messages.json'), 'utf8');
  const messages = JSON.parse(text) as Record<string, { message: string }>;
  return new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

/** The placeholders of a message, and what it hands on as it is. */
const parts = (message: string): string[] => (message.match(/\$\d|\{\w+\}|%s/g) ?? []).sort();

const english = messagesOf('en');
const plurals = [...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, ''));
const isPlural = (key: string): boolean => PLURAL.test(key) && plurals.includes(key.replace(PLURAL, ''));

test('the languages are those that are offered', () => {
  expect(languages.sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ru']);
});

for (const language of languages) {
  test(`${language} has every message, with the same placeholders`, () => {
    const messages = messagesOf(language);
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const single = [...english.keys()].filter((key) => !isPlural(key));
    const counted = plurals.flatMap((key) => pluralCategories.map((category) => `${key}_${category}`));
    expect([...messages.keys()].sort()).toEqual([...single, ...counted].sort());
    const different = single.filter((key) => `${parts(messages.get(key) ?? '')}` !== `${parts(english.get(key) ?? '')}`);
    expect(different).toEqual([]);
    // A form for one or two may say the number in a word.
    const foreign = counted.filter((key) =>
      parts(messages.get(key) ?? '').some((part) => !parts(english.get(`${key.replace(PLURAL, '')}_other`) ?? '').includes(part)),
    );
    expect(foreign).toEqual([]);
    expect([...messages].filter(([, message]) => message.trim() === '')).toEqual([]);
    expect(new Set([...messages.keys()].map((key) => key.toLowerCase())).size).toBe(messages.size);
  });

  test(`${language} writes what stores show within their limits`, () => {
    const messages = messagesOf(language);
    expect(messages.get('name')?.length).toBeLessThanOrEqual(75);
    expect(messages.get('description')?.length).toBeLessThanOrEqual(132);
  });
}
