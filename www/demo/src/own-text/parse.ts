/** HTML as an inert document: nothing of it is loaded or run, for no window shows it. */
import { turns } from '../turn.js';

/** Characters that are read at once. */
const SLICE = 16_384;

/**
 * The document as `DOMParser` would make it, but read in slices between which the page has its turn. (In Firefox what
 * is in `noscript` is one text, as in pages that run scripts.)
 */
export async function parse(html: string): Promise<Document> {
  const page = document.implementation.createHTMLDocument();
  const pause = turns();
  page.open();
  for (let at = 0; at < html.length; at += SLICE) {
    page.write(html.slice(at, at + SLICE));
    await pause();
  }
  page.close();
  return page;
}
