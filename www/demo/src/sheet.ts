/** The printed sheet: puts a text's opening and its blocks into the page, and takes the last ones away. */
import { dateInWords, directionOf } from 'namelight/strings';
import { element } from './element.js';
import type { Story } from './story.js';
import { frame } from './turn.js';
import { words } from './words.js';

/** All that is printed of a story. */
export interface Printed {
  readonly story: Story;
  readonly standfirst: string;
  readonly credit: string;
  /** The headline belongs to the text, so its names count. */
  readonly headlineCounts: boolean;
  /** Elements of the text in order, not yet in the page; made one by one as they are taken. */
  blocks(): Iterable<Element>;
}

/** So many letters are laid out at once; more would keep the reader waiting. */
const BATCH = 24_000;

/** Prints a story; a long one block by block, beginning with what is seen first. */
export async function print({ story, blocks, ...opening }: Printed, signal: AbortSignal): Promise<void> {
  const { title, written, language } = story;
  const headline = element('headline');
  headline.textContent = title;
  if (opening.headlineCounts) headline.removeAttribute('data-namelight');
  else headline.dataset['namelight'] = 'off';
  element('standfirst').textContent = opening.standfirst;
  element('standfirst').hidden = opening.standfirst === '';
  element('credit').textContent = opening.credit;
  const time = element<HTMLTimeElement>('written');
  time.dateTime = written;
  // The page's own articles are dated in their own language, for so are the words beside the date.
  const credited = story.id === undefined || language === 'en' ? undefined : language;
  time.textContent = dateInWords(written, credited ?? words.locale);
  speak(element('byline'), credited ?? words.locale);
  const report = element('report');
  speak(headline, language);
  speak(element('standfirst'), language);
  const body = element('article');
  speak(body, language);
  report.classList.toggle('long', story.long === true);
  report.classList.toggle('from-right', language !== undefined && directionOf(language) === 'rtl');
  body.replaceChildren();
  let letters = 0;
  // Batches, so that the browser need not look through all that it has laid out before for each.
  let batch: Element = body;
  for (const block of blocks()) {
    if (letters > BATCH) {
      await frame();
      if (signal.aborted) return;
      letters = 0;
      batch = document.createElement('div');
      batch.className = 'batch';
      body.append(batch);
    }
    batch.append(block);
    letters += block.textContent.length;
  }
}

/** Says in which language an element is, and so in which direction it is written. */
function speak(where: HTMLElement, language: string | undefined): void {
  if (language) {
    where.lang = language;
    where.dir = directionOf(language);
  } else {
    where.removeAttribute('lang');
    where.dir = 'auto';
  }
}

/** Paragraphs of plain text. */
export function* paragraphs(texts: Iterable<string>): Iterable<Element> {
  for (const text of texts) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    yield paragraph;
  }
}
