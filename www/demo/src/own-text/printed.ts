/** A text that the reader brings, made ready to be printed. */
import type { Printed } from '../sheet.js';
import { paragraphs } from '../sheet.js';
import { words } from '../words.js';
import { headlineOf, linesOf } from './plain.js';
import type { Source } from './source.js';

/** Letters beyond which a text is a long one. */
const LONG = 200_000;

/** `checked` is the day as of which a text without a date is read. */
export async function printedOf(source: Source, checked: string): Promise<Printed> {
  const printed = await printedAs(source, checked);
  return source.content.length > LONG ? { ...printed, story: { ...printed.story, long: true } } : printed;
}

async function printedAs(source: Source, checked: string): Promise<Printed> {
  if (source.kind === 'text') return printedText(source, checked);
  const [{ parse }, { blocksOf }, { factsOf }] = await Promise.all([
    import('./parse.js'),
    import('./clean.js'),
    import('./facts.js'),
  ]);
  const page = await parse(source.kind === 'markdown' ? await htmlOf(source.content) : source.content);
  const facts = factsOf(page);
  const headline = source.title ?? facts.title;
  // What says the same as the headline above it.
  const first = page.querySelector('h1');
  if (first?.textContent.trim().replace(/\s+/g, ' ') === headline) first?.remove();
  return {
    ...opening(source.written ?? facts.written, headline, checked, facts.language),
    headlineCounts: headline !== undefined,
    blocks: () => blocksOf(page),
  };
}

function printedText({ content, title, written }: Source, checked: string): Printed {
  const found = title === undefined ? headlineOf(content) : undefined;
  const text = found === undefined ? content : content.slice(content.indexOf(found) + found.length);
  return {
    ...opening(written, title ?? found, checked),
    headlineCounts: (title ?? found) !== undefined,
    blocks: () => paragraphs(linesOf(text)),
  };
}

function opening(
  written: string | undefined,
  title: string | undefined,
  checked: string,
  language?: string,
): Pick<Printed, 'story' | 'standfirst' | 'credit'> {
  return {
    story: { title: title ?? words.ownTitle, written: written ?? checked, ...(language && { language }) },
    standfirst: '',
    credit: written ? words.ownCredit : `${words.ownUndated} ${words.ownCredit}`,
  };
}

async function htmlOf(markdown: string): Promise<string> {
  const { marked } = await import('marked');
  return marked.parse(markdown, { async: false, gfm: true });
}
