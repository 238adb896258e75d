/**
 * The words that readers see, by key, in one of the languages of `_locales`: the browser's own language through
 * the browser, or one that the reader has chosen, from its file.
 */
import type messages from '../_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** What is said in the forms of a plural: `names` for `names_one`, `names_other` and what else a language has. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** The words of one language. */
export interface Words {
  /** The locale of dates and numbers, and the language of the words. */
  readonly locale: string;
  /** A message with its placeholders filled, in the order in which English has them. */
  (key: MessageKey, ...values: readonly string[]): string;
}

/** The languages that there are words in, each as it calls itself. */
export const languages = {
  ar: 'العربية',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
} as const;

/** The part of the browser's interface that gives its own language's messages. */
export interface BrowserMessages {
  getMessage(key: string, values?: string[]): string;
}

/** The words of the browser's language. */
export function browserWords(i18n: BrowserMessages): Words {
  const say = (key: MessageKey, ...values: readonly string[]): string => i18n.getMessage(key, [...values]);
  return Object.assign(say, { locale: i18n.getMessage('locale') });
}

/** The words of messages by key. */
export function wordsOf(messages: Readonly<Record<string, string>>): Words {
  const say = (key: MessageKey, ...values: readonly string[]): string =>
    (messages[key] ?? '').replace(/\$(\d)/g, (_, number: string) => values[Number(number) - 1] ?? '');
  return Object.assign(say, { locale: messages['locale'] ?? 'en' });
}

/** The words of a language of `languages`, or of the browser's where that is empty. */
export async function wordsIn(
  language: string,
  { i18n, runtime }: { i18n: BrowserMessages; runtime: { getURL(path: string): string } },
): Promise<Words> {
  if (!(language in languages)) return browserWords(i18n);
  const response = await fetch(runtime.getURL(`_locales/${language}/messages.json`));
  const messages = (await response.json()) as Record<string, { message: string }>;
  return wordsOf(Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message])));
}

/** The form that a number takes, with the number in it as its first value. */
export function counted(words: Words, key: PluralKey, count: number, ...values: readonly string[]): string {
  const form = new Intl.PluralRules(words.locale).select(count);
  const all = [new Intl.NumberFormat(words.locale).format(count), ...values];
  return words(`${key}_${form}` as MessageKey, ...all) || words(`${key}_other` as MessageKey, ...all);
}
