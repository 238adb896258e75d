/**
 * A text with its mentions marked, as HTML. Every character of text, names and roles is escaped; the only
 * addresses are `https:` links of the gazetteer.
 */
import { addressesOf } from '../addresses.js';
import { classOf } from '../painter.js';
import type { ExportDocument } from '../export/document.js';
import type { Mention } from '../types.js';
import { wellFormed } from '../well-formed.js';

/** What becomes of mentions and blocks. */
export interface HtmlOptions {
  /**
   * What a mention becomes: `mark`, `span`, or `a`, a link to the entity's article. Without an article, and
   * where the text leaves open who is meant, `a` becomes a `span`.
   */
  element?: 'mark' | 'span' | 'a';
  /** The element of each block, `p` when left out; `null` for none, with a blank line between blocks. */
  block?: 'p' | 'div' | null;
  /** What the `title` of a mention says, or nothing; the role on the date of the text when left out. */
  title?: (mention: Mention) => string | undefined;
}

/** Blocks end at U+2029, as in the text of a view, and at blank lines, as in plain text. */
const BLOCK_END = /\u2029|\r?\n(?:[^\S\n]*\r?\n)+/g;

/**
 * Mentions have the painter's names as classes: `namelight-actor`, `namelight-place`, `namelight-ambiguous`;
 * `data-entity` has the id of the entity. A single line break becomes `<br>`.
 */
export function toHtml(
  { text, mentions }: Pick<ExportDocument, 'text' | 'mentions'>,
  { element = 'mark', block = 'p', title = roleOf }: HtmlOptions = {},
): string {
  const blocks: string[] = [];
  const queue = [...mentions];
  for (const { start, end } of blocksOf(text)) {
    let html = '';
    let at = start;
    while (queue[0] && queue[0].start < end) {
      const mention = queue.shift();
      if (!mention || mention.start < at || mention.end > end) continue;
      html += lines(text.slice(at, mention.start)) + marked(mention, text, element, title);
      at = mention.end;
    }
    html += lines(text.slice(at, end));
    if (html.trim()) blocks.push(block ? `<${block}>${html}</${block}>` : html);
  }
  return blocks.join(block ? '\n' : '\n\n');
}

const roleOf = ({ role, confidence }: Mention): string | undefined =>
  confidence === 'ambiguous' ? undefined : role?.title;

function blocksOf(text: string): { start: number; end: number }[] {
  const ends = [...text.matchAll(BLOCK_END)];
  const starts = [0, ...ends.map(({ index, 0: { length } }) => index + length)];
  return starts.map((start, number) => ({ start, end: ends[number]?.index ?? text.length }));
}

function marked(
  mention: Mention,
  text: string,
  element: 'mark' | 'span' | 'a',
  title: (mention: Mention) => string | undefined,
): string {
  const isOpen = mention.confidence === 'ambiguous';
  const article = isOpen || element !== 'a' ? undefined : articleOf(mention);
  const name = element === 'a' && !article ? 'span' : element;
  const attributes: [string, string | undefined][] = [
    ['class', `namelight-${classOf(mention)}`],
    ['data-entity', isOpen ? undefined : mention.entity],
    ['href', article],
    ['title', title(mention)],
  ];
  const written = attributes.flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  );
  return `<${name}${written.join('')}>${lines(text.slice(mention.start, mention.end))}</${name}>`;
}

/** The page that a person would rather read comes before the one for machines. */
function articleOf({ links }: Mention): string | undefined {
  const addresses = addressesOf(links);
  return (addresses.find(({ site }) => site === 'wikipedia') ?? addresses[0])?.address;
}

const lines = (text: string): string => escaped(text).replace(/\r?\n/g, '<br>\n');

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // What stood for something that is not text, and a character that HTML does not know.
  '\ufffc': '',
  '\0': '\ufffd',
};

const escaped = (text: string): string =>
  wellFormed(text).replace(/[&<>"'\ufffc\0]/g, (character) => ESCAPES[character] ?? '');
