/**
 * Another page's HTML into harmless blocks of text. It is parsed inert, taken apart, and each block cleaned by
 * DOMPurify down to text and its plain structure: no scripts, images, frames, forms, styles or names.
 */
import createPurifier, { type Config } from 'dompurify';

const CONFIG: Config = {
  ALLOWED_TAGS: [
    'a', 'abbr', 'b', 'bdi', 'blockquote', 'br', 'caption', 'cite', 'dd', 'dl', 'dt', 'em', 'figcaption', 'h2', 'h3',
    'h4', 'h5', 'h6', 'hr', 'i', 'li', 'ol', 'p', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'tbody',
    'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', '#text',
  ],
  ALLOWED_ATTR: ['href', 'lang', 'dir', 'datetime', 'colspan', 'rowspan'],
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

const INLINE =
  'a,abbr,b,bdi,bdo,br,cite,code,data,dfn,em,font,i,ins,kbd,label,mark,q,s,samp,small,span,strong,sub,sup,time,u,var,wbr';

/** An inert document; nothing of it is loaded or run. */
export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The blocks of a document, cleaned one by one as they are asked for. */
export function* blocksOf(page: Document): Iterable<Element> {
  const purifier = createPurifier(window);
  const root = page.querySelector('article, main, [role="main"]') ?? page.body;
  for (const html of piecesOf(root)) {
    const piece = purifier.sanitize(html, CONFIG) as unknown as DocumentFragment;
    for (const block of [...piece.children]) {
      if (block.textContent.trim() === '') continue;
      for (const link of block.querySelectorAll('a')) protect(link);
      yield block;
    }
  }
}

/** A link leads out of this page, and says nothing of it. */
function protect(link: HTMLAnchorElement): void {
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
}

/** Blocks as HTML, in order; text that stands between them makes paragraphs. */
function* piecesOf(holder: Element): Iterable<string> {
  let run: ChildNode[] = [];
  const paragraph = (): string => {
    const html = run.map(htmlOf).join('');
    run = [];
    return html.trim() === '' ? '' : `<p>${html}</p>`;
  };
  for (const node of holder.childNodes) {
    if (!(node instanceof Element)) {
      if (node.nodeType === Node.TEXT_NODE) run.push(node);
      continue;
    }
    if (node.matches(LEFT_OUT)) continue;
    if (node.matches(INLINE) && !holdsBlocks(node)) {
      run.push(node);
      continue;
    }
    const before = paragraph();
    if (before) yield before;
    if (HOLDERS.has(node.tagName) || holdsBlocks(node)) yield* piecesOf(node);
    else yield htmlOf(node);
  }
  const last = paragraph();
  if (last) yield last;
}

/** A link or a span around whole blocks, or an element that is not known. */
function holdsBlocks(node: Element): boolean {
  if (node.matches('blockquote, dl, li, ol, table, ul')) return false;
  return node.querySelector('p, div, section, article, h1, h2, h3, ul, ol, table, blockquote') !== null;
}

/** The page's own headline is above the text. */
function htmlOf(node: ChildNode): string {
  if (!(node instanceof Element)) return escape(node.textContent ?? '');
  return node.tagName === 'H1' ? `<h2>${node.innerHTML}</h2>` : node.outerHTML;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
