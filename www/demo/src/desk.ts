/**
 * Which text lies on the desk: one of the page's articles or one of the reader's, opened by a link, the address or
 * hand. Keeps the address as the page is, so that it can be shared, and follows it.
 */
import { parseAddress, writeAddress, type Address } from './address.js';
import { loadArticle, isArticle, type Article } from './articles.js';
import { element } from './element.js';
import type { PageModel } from './model.js';
import type { Source } from './own-text/source.js';
import { showProblem } from './problem.js';
import { paragraphs, print, type Printed } from './sheet.js';
import type { Story } from './story.js';
import { words } from './words.js';

/** Milliseconds between two changes of the address: browsers refuse many of them at once. */
const PAUSE = 300;

/** Counts the headline of an article as a part of its text, but for the one whose headline is ours alone. */
const OWN_HEADLINE = 'syria';

export class Desk {
  readonly #model: PageModel;
  readonly #front: string;
  /** The text of the reader's that is open, and its place in a link. */
  #own: { source: Source; link: string | undefined } | undefined;
  #written = location.hash;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How many texts are being opened, and the article asked for last. */
  #opening = 0;
  #wanted: string | undefined;

  /** `front` is the article that stands in the page itself. */
  constructor(model: PageModel, front: string) {
    this.#model = model;
    this.#front = front;
    window.addEventListener('hashchange', () => {
      if (location.hash !== this.#written) void this.follow();
    });
    model.subscribe((state, before) => {
      if (state.phase !== 'read') return;
      if (state.date !== before.date || state.selected !== before.selected || state.phase !== before.phase) this.#note();
    });
  }

  /** Opens what the address says; at the beginning, what stands in the page is taken as it is. */
  async follow(atFirst = false): Promise<void> {
    this.#written = location.hash;
    const address = parseAddress(location.hash);
    // A place within the page, and not one of its states.
    if (!atFirst && location.hash !== '' && Object.keys(address).length === 0) return;
    this.#opening += 1;
    try {
      await this.#open(address, atFirst);
      this.#look(address);
    } catch (cause) {
      showProblem(address.text ? words.linkFault : cause);
      if (atFirst) await this.#model.open(this.#model.state.story);
    } finally {
      this.#opening -= 1;
      this.#note();
    }
  }

  /** Opens a text of the reader's. */
  async read(source: Source): Promise<void> {
    this.#own = { source, link: undefined };
    const { checked } = await this.#model.highlighter.ready;
    const { printedOf } = await import('./own-text/printed.js');
    const printed = await printedOf(source, checked);
    // Another text was opened meanwhile.
    if (this.#own?.source !== source) return;
    await this.#print(printed);
    if (this.#own.source !== source || this.#model.state.story !== printed.story) return;
    const { LONGEST_TEXT, packed } = await import('./own-text/link.js');
    // Writing a long text as HTML, to see that it is too long, would keep the page waiting.
    if (this.#model.state.text.length <= LONGEST_TEXT) {
      this.#own.link = await packed(shareable(source, printed.story, checked));
    }
    const address = this.#address();
    // A text that no link can hold is no place to come back to.
    if (address !== location.hash) history.pushState(null, '', address || location.pathname + location.search);
    this.#written = location.hash;
    element('headline').focus();
    scrollTo({ top: 0 });
  }

  /** The address with a mention as the one looked at, and whether the text can be found with it. */
  async addressOf(position: number): Promise<{ address: string; whole: boolean }> {
    const address = new URL(location.href);
    address.hash = this.#address(position);
    return { address: address.href, whole: !this.#own || this.#own.link !== undefined };
  }

  async #open({ article = this.#front, text, date }: Address, atFirst: boolean): Promise<void> {
    if (text) return this.#unpack(text, date);
    this.#own = undefined;
    const id = isArticle(article) ? article : this.#front;
    this.#mark(id);
    if (id === this.#model.state.story.id && (atFirst || this.#model.state.phase === 'read')) {
      if (atFirst) return this.#model.open(this.#model.state.story, undefined, date);
      return this.#model.setDate(date ?? this.#model.state.story.written);
    }
    const file = await loadArticle(id);
    // Another one was asked for meanwhile.
    if (this.#wanted !== id) return;
    await this.#print(printedArticle(file), date);
    if (!atFirst) element('headline').focus({ preventScroll: true });
  }

  async #unpack(text: string, date: string | undefined): Promise<void> {
    const [{ unpacked }, { printedOf }] = await Promise.all([
      import('./own-text/link.js'),
      import('./own-text/printed.js'),
    ]);
    const source = await unpacked(text);
    const { checked } = await this.#model.highlighter.ready;
    this.#own = { source, link: text };
    const printed = await printedOf(source, checked);
    if (this.#own?.source === source) await this.#print(printed, date);
  }

  async #print(printed: Printed, date?: string): Promise<void> {
    if (!printed.story.id) this.#mark(undefined);
    element('problem').hidden = true;
    document.title = words.pageTitle(printed.story.title);
    await this.#model.open(printed.story, (signal) => print(printed, signal), date);
  }

  /** Shows which of the reports is open. */
  #mark(id: string | undefined): void {
    this.#wanted = id;
    for (const link of document.querySelectorAll<HTMLElement>('.editions [data-article]')) {
      if (link.dataset['article'] !== id) {
        link.removeAttribute('aria-current');
        continue;
      }
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    const own = element('own-text');
    if (id === undefined) own.setAttribute('aria-current', 'true');
    else own.removeAttribute('aria-current');
  }

  /** Goes to the name that the address says. */
  #look({ name, mention = 1 }: Address): void {
    const member = this.#model.state.entities.find(({ entity }) => entity.id === name);
    const position = member?.mentions[mention - 1] ?? member?.mentions[0];
    if (position !== undefined) this.#model.select(position, { scroll: true });
  }

  #note(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      // The reader has gone elsewhere, and is followed.
      if (this.#opening > 0 || location.hash !== this.#written) return;
      const address = this.#address();
      if (address === location.hash) return;
      history.replaceState(history.state, '', address || location.pathname + location.search);
      this.#written = location.hash;
    }, PAUSE);
  }

  #address(position = this.#model.state.selected): string {
    const { story, date, mentions, entities } = this.#model.state;
    const id = mentions[position ?? -1]?.entity;
    const number = (entities.find(({ entity }) => entity.id === id)?.mentions.indexOf(position ?? -1) ?? -1) + 1;
    return writeAddress({
      ...(story.id && story.id !== this.#front && { article: story.id }),
      ...(this.#own?.link && { text: this.#own.link }),
      ...(date !== story.written && { date }),
      ...(id && number > 0 && { name: id }),
      ...(number > 1 && { mention: number }),
    });
  }
}

function printedArticle({ standfirst, credit, paragraphs: texts, ...story }: Article): Printed {
  return { story, standfirst, credit, headlineCounts: story.id !== OWN_HEADLINE, blocks: () => paragraphs(texts) };
}

/** A text as it was printed: of a page, what was left of it when it was cleaned. */
function shareable(source: Source, { title, written }: Story, checked: string): Source {
  const known = { title, ...(written !== checked && { written }) };
  if (source.kind === 'text') return { ...source, ...known, content: withoutTitle(source.content, title) };
  return { kind: 'html', content: element('article').innerHTML, ...known };
}

const withoutTitle = (text: string, title: string): string =>
  text.trimStart().startsWith(title) ? text.trimStart().slice(title.length) : text;
