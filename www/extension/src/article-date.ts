/** The day on which an article was published, as its page says it. Reads, and changes nothing. */

export interface ArticleDate {
  /** `YYYY-MM-DD`, as it was written: where the page was written it was that day. */
  date: string;
  /** Where it was read. */
  from: 'json-ld' | 'meta' | 'time' | 'address';
}

/** Types of schema.org that an article may have. */
const ARTICLE = /(^|\/)(\w*(Article|Posting)|Report|Review|LiveBlogPosting|CreativeWork)$/;

const METAS = [
  '[property="article:published_time"]',
  '[property="og:article:published_time"]',
  '[property="og:published_time"]',
  '[itemprop="datePublished"]',
  '[name="article:published_time"]',
  '[name="datePublished"]',
  '[name="date"]',
  '[name="pubdate"]',
  '[name="publish-date"]',
  '[name="publication_date"]',
  '[name="parsely-pub-date"]',
  '[name="sailthru.date"]',
  '[name="cXenseParse:recs:publishtime"]',
  '[name="DC.date.issued"]',
  '[name="dc.date"]',
  '[name="dcterms.created"]',
  '[name="citation_publication_date"]',
  '[name="citation_date"]',
];

/** The first that says a day, from the most certain to the least. */
export function articleDate(page: Document): ArticleDate | undefined {
  return (
    dated('json-ld', fromJsonLd(page)) ??
    dated('meta', fromMeta(page)) ??
    dated('time', fromTime(page)) ??
    dated('address', fromAddress(page.URL))
  );
}

function dated(from: ArticleDate['from'], date: string | undefined): ArticleDate | undefined {
  return date === undefined ? undefined : { date, from };
}

function fromJsonLd(page: Document): string | undefined {
  const scripts = page.querySelectorAll('script[type="application/ld+json"]');
  const nodes = [...scripts].flatMap((script) => nodesOf(parse(script.textContent ?? '')));
  const isArticle = ({ '@type': type }: Node_): boolean => [type].flat().some((name) => ARTICLE.test(String(name)));
  const articles = nodes.filter(isArticle);
  for (const field of ['datePublished', 'dateCreated']) {
    for (const article of articles) {
      const day = dayIn([article[field]].flat()[0]);
      if (day) return day;
    }
  }
  return undefined;
}

type Node_ = Record<string, unknown>;

/** All objects of a graph that may be the article, however they are wrapped. */
function nodesOf(value: unknown): Node_[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node_;
  return [node, ...nodesOf(node['@graph']), ...nodesOf(node['mainEntity']), ...nodesOf(node['mainEntityOfPage'])];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Line breaks within strings are common, and no JSON.
    try {
      return JSON.parse(json.replaceAll(/[\u0000-\u001f]+/g, ' '));
    } catch {
      return undefined;
    }
  }
}

function fromMeta(page: Document): string | undefined {
  for (const selector of METAS) {
    for (const meta of page.querySelectorAll(`meta${selector}`)) {
      const day = dayIn(meta.getAttribute('content'));
      if (day) return day;
    }
  }
  return undefined;
}

/** What is marked as the day of publication, or stands at the head of the one article of the page. */
function fromTime(page: Document): string | undefined {
  const marked = page.querySelectorAll('[itemprop~="datePublished"], time[pubdate], time.dt-published');
  const articles = page.querySelectorAll('article');
  const [only] = articles;
  const own = articles.length === 1 && only ? only : (page.querySelector('main') ?? page);
  const times = [...marked, ...own.querySelectorAll('time[datetime]')];
  for (const time of times) {
    const day = dayIn(time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent);
    if (day) return day;
  }
  return undefined;
}

/** `/2024/12/01/`, `/2024-12-01`, `/20241201/` and the like. */
function fromAddress(address: string): string | undefined {
  const path = URL.parse(address)?.pathname ?? '';
  const parts = /(?:^|[/_-])((?:19|20)\d\d)([/_-]?)(\d\d?)\2(\d\d?)(?![\d])/.exec(path);
  const named = /\/((?:19|20)\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d\d?)(?!\d)/i.exec(path);
  if (named?.[1] && named[2] && named[3]) {
    const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(named[2].toLowerCase()) / 3 + 1;
    return day(named[1], String(month), named[3]);
  }
  const [, year, separator, month, date] = parts ?? [];
  if (!year || !month || !date) return undefined;
  if (!separator && month.length + date.length !== 4) return undefined;
  return day(year, month, date);
}

/** The day that a date in the manner of ISO 8601 or of RFC 5322 begins with. */
function dayIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const iso = /^(\d{4})[-/.]?(\d\d?)[-/.]?(\d\d?)(?=$|[T\s_+Z,])/.exec(text);
  if (iso?.[1] && iso[2] && iso[3]) return day(iso[1], iso[2], iso[3]);
  const words = /(?:^|\s)(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})/.exec(text);
  const american = /(?:^|\s)([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/.exec(text);
  const [date, name, year] = words ? words.slice(1) : [american?.[2], american?.[1], american?.[3]];
  if (!date || !name || !year) return undefined;
  const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.toLowerCase()) / 3 + 1;
  return Number.isInteger(month) && month > 0 ? day(year, String(month), date) : undefined;
}

/** A day that there is, from 1800 on. */
function day(year: string, month: string, date: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  const same = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return same && Number(year) >= 1800 ? text : undefined;
}
