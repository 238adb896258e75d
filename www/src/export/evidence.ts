/** What proves a mention, in the form that all formats share. */
import type { Mention } from '../types.js';
import { sourceOf, type ExportDocument } from './document.js';
import { quote } from './quote.js';
import { fragmentLink, textFragments } from './text-fragment.js';

/** What a reader needs to find a mention again, and to judge it. */
export interface Evidence {
  /** UTF-16 code units of the text, half open. */
  start: number;
  end: number;
  /** The words of the page. */
  text: string;
  /** What stands before and after, up to 32 code units within the block. */
  prefix: string;
  suffix: string;
  /** The page's address with a text fragment; without an address the fragment alone. */
  link: string;
}

/** Gives the evidence of each mention of a document. */
export function evidenceIn(document: ExportDocument): (mention: Mention) => Evidence {
  const { text } = document;
  const { url = '' } = sourceOf(document);
  const directive = textFragments(text);
  return (mention) => {
    const { prefix, exact, suffix } = quote(text, mention);
    const link = fragmentLink(url, directive(mention));
    return { start: mention.start, end: mention.end, text: exact, prefix, suffix, link };
  };
}
