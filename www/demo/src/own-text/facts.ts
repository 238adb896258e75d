/** What a page says of itself: its headline, its language and the day on which it was written. */

export interface PageFacts {
  title?: string;
  written?: string;
  language?: string;
}

const DATED = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"], meta[name="date"], meta[name="dc.date"], meta[name="DC.date.issued"]', 'content'],
  ['article time[datetime], main time[datetime], time[datetime]', 'datetime'],
] as const;

export function factsOf(page: Document): PageFacts {
  const title = [page.querySelector('h1'), page.querySelector('title')]
    .map((found) => found?.textContent.trim().replace(/\s+/g, ' '))
    .find((text) => text);
  const written = DATED.map(([selector, attribute]) => page.querySelector(selector)?.getAttribute(attribute))
    .map((date) => dayOf(date ?? ''))
    .find((day) => day);
  const language = languageOf(page.documentElement.lang || page.querySelector('[lang]')?.getAttribute('lang') || '');
  return { ...(title && { title }), ...(written && { written }), ...(language && { language }) };
}

/** The day that a date or timestamp begins with, if there is such a day. */
export function dayOf(date: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0];
  return day && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
}

function languageOf(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}
