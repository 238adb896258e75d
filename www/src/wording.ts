/** How a language writes dates and numbers, and in which direction: by `Intl`, for any locale. */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words, as precise as it is given. No line ends between day and month. */
export function dateInWords(date: string, locale: string): string {
  const [year, month, day] = date.split('-');
  const parts: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) parts.month = 'long';
  if (day) parts.day = 'numeric';
  const instant = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  const words = new Intl.DateTimeFormat(locale, parts).format(instant);
  return day ? words.replace(' ', '\u00a0') : words;
}

/** The month of a day, in words. */
export function monthInWords(date: string, locale: string): string {
  return dateInWords(date.slice(0, 7), locale);
}

/** Chooses the form of a language's plural for a number, and writes the number where the form has `#`. */
export function plural(
  locale: string,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): (count: number) => string {
  // Made when first needed, once: making them takes longer than using them.
  let rules: Intl.PluralRules | undefined;
  let number: Intl.NumberFormat | undefined;
  return (count) => {
    rules ??= new Intl.PluralRules(locale);
    number ??= new Intl.NumberFormat(locale);
    return (forms[rules.select(count)] ?? forms.other).replace('#', number.format(count));
  };
}

/** Scripts that are written from right to left. */
const FROM_THE_RIGHT = /^(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

/** The direction in which a language is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(locale).maximize();
  return script && FROM_THE_RIGHT.test(script) ? 'rtl' : 'ltr';
}
