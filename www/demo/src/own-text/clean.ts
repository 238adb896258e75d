/**
 * Another page's inert document into harmless blocks of text. It is taken apart, and each block cleaned by DOMPurify
 * down to text and its plain structure: no scripts, images, frames, forms, styles or names.
 */
import createPurifier, { type Config } from 'dompurify';
import { turns } from '../turn.js';
import { partsOf } from './divide.js';

const CONFIG: Config = {
  ALLOWED_TAGS: [
    'a', 'abbr', 'b', 'bdi', 'blockquote', 'br', 'caption', 'cite', 'dd', 'dl', 'dt', 'em', 'figcaption', 'h2', 'h3',
    'h4', 'h5', 'h6', 'hr', 'i', 'li', 'ol', 'p', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'tbody',
    'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', '#text',
  ],
  ALLOWED_ATTR: ['href', 'lang', 'dir', 'datetime', 'colspan', 'rowspan', 'start'],
  // Otherwise only what looks like an address is let in.
  ADD_URI_SAFE_ATTR: ['lang', 'dir', 'datetime', 'colspan', 'rowspan', 'start'],
  ALLOWED_URI_REGEXP: /^https?:\/\//i,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

/** What only holds other blocks, and is taken apart. */
const HOLDERS = new Set(['ARTICLE', 'BODY', 'CENTER', 'DIV', 'FIGURE', 'HEADER', 'HGROUP', 'MAIN', 'SECTION']);

/** What is no part of a text. */
const LEFT_OUT =
  'aside,audio,button,canvas,dialog,embed,fieldset,footer,form,iframe,input,link,map,math,menu,meta,nav,noscript,object,' +
  'picture,script,select,style,svg,template,textarea,title,video';

const BLOCK = 'blockquote, dl, h2, h3, h4, h5, h6, ol, p, table, ul';

const INLINE =
  'a,abbr,b,bdi,bdo,br,cite,code,data,dfn,em,font,i,ins,kbd,label,mark,q,s,samp,small,span,strong,sub,sup,time,u,var,wbr';

/** The blocks of a document, cleaned one by one as they are asked for; between them the page has its turn. */
export async function* blocksOf(page: Document): AsyncIterable<Element> {
  const purifier = createPurifier(window);
  const pause = turns();
  const root = page.querySelector('article, main, [role="main"]') ?? page.body;
  for (const html of piecesOf(root)) {
    await pause();
    if (html === '') continue;
    const piece = purifier.sanitize(html, CONFIG) as unknown as DocumentFragment;
    for (const link of piece.querySelectorAll('a')) protect(link);
    for (const node of [...piece.childNodes]) {
      if (node.textContent?.trim()) yield blockOf(node);
    }
  }
}

/** What was left of an element that is no block of a text is one by itself. */
function blockOf(node: ChildNode): Element {
  if (node instanceof Element && node.matches(BLOCK)) return node;
  const paragraph = document.createElement('p');
  paragraph.append(node);
  return paragraph;
}

/** A link leads out of this page, and says nothing of it. */
function protect(link: HTMLAnchorElement): void {
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
}

/** Blocks as HTML, in order, none of them large; text that stands between them makes paragraphs. Empty ones are only pauses. */
function* piecesOf(holder: Element): Iterable<string> {
  let run: ChildNode[] = [];
  function* paragraph(): Iterable<string> {
    const made = holder.ownerDocument.createElement('p');
    for (const node of run) made.append(node.cloneNode(true));
    run = [];
    if (made.textContent.trim() !== '') yield* htmlOf(made);
  }
  for (const node of holder.childNodes) {
    yield '';
    if (!(node instanceof Element)) {
      if (node.nodeType === Node.TEXT_NODE) run.push(node);
      continue;
    }
    if (node.matches(LEFT_OUT)) continue;
    if (node.matches(INLINE) && !holdsBlocks(node)) {
      run.push(node);
      continue;
    }
    yield* paragraph();
    if (HOLDERS.has(node.tagName) || holdsBlocks(node)) yield* piecesOf(node);
    else yield* htmlOf(node);
  }
  yield* paragraph();
}

/** A link or a span around whole blocks, or an element that is not known. */
function holdsBlocks(node: Element): boolean {
  if (node.matches('blockquote, dl, li, ol, table, ul')) return false;
  return node.querySelector('p, div, section, article, h1, h2, h3, ul, ol, table, blockquote') !== null;
}

/** The page's own headline is above the text. */
function* htmlOf(block: Element): Iterable<string> {
  for (const part of partsOf(block)) yield part.tagName === 'H1' ? `<h2>${part.innerHTML}</h2>` : part.outerHTML;
}
