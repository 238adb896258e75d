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
  blocks(): Iterable<Element> | AsyncIterable<Element>;
}

/** So many letters are laid out at once; more would keep the reader waiting. */
const BATCH = 24_000;
/** As many letters as a block is as much work as. */
const BLOCK = 50;

/**
 * Prints a story; a long one in batches, beginning with what is seen first. What was printed before stays until then:
 * without any text, the parts below it would come near, and be loaded.
 */
export async function print(printed: Printed, signal: AbortSignal): Promise<void> {
  const body = element('article');
  let first = true;
  for await (const blocks of batchesOf(printed.blocks())) {
    if (!first) await frame();
    if (signal.aborted) return;
    if (first) {
      open(printed);
      body.replaceChildren(...blocks);
      first = false;
    } else {
      // So that the browser need not look through all that it has laid out before.
      const batch = document.createElement('div');
      batch.className = 'batch';
      batch.append(...blocks);
      body.append(batch);
    }
  }
}

/** Prints what stands above the text, and says how the text is written. */
function open({ story, standfirst, credit, headlineCounts }: Printed): void {
  const { title, written, language } = story;
  const headline = element('headline');
  headline.textContent = title;
  if (headlineCounts) headline.removeAttribute('data-namelight');
  else headline.dataset['namelight'] = 'off';
  element('standfirst').textContent = standfirst;
  element('standfirst').hidden = standfirst === '';
  element('credit').textContent = credit;
  const time = element<HTMLTimeElement>('written');
  time.dateTime = written;
  // The page's own articles are dated in their own language, for so are the words beside the date.
  const credited = story.id === undefined || language === 'en' ? undefined : language;
  time.textContent = dateInWords(written, credited ?? words.locale);
  speak(element('byline'), credited ?? words.locale);
  speak(headline, language);
  speak(element('standfirst'), language);
  speak(element('article'), language);
  const { classList } = element('report');
  classList.toggle('long', story.long === true);
  classList.toggle('from-right', language !== undefined && directionOf(language) === 'rtl');
}

/** Blocks that are laid out at once; at least one batch, though it be empty. */
async function* batchesOf(blocks: ReturnType<Printed['blocks']>): AsyncIterable<Element[]> {
  let batch: Element[] = [];
  let work = 0;
  for await (const block of blocks) {
    const more = block.textContent.length + BLOCK;
    if (batch.length > 0 && work + more > BATCH) {
      yield batch;
      batch = [];
      work = 0;
    }
    batch.push(block);
    work += more;
  }
  yield batch;
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
