/** A text that the reader brings, as it came. */
export interface Source {
  kind: 'text' | 'html' | 'markdown';
  content: string;
  title?: string;
  /** The day on which it was written, `YYYY-MM-DD`; undefined where it does not say. */
  written?: string;
}

/** A text as plain as its start: what was copied from an editor may be a page's source. */
export function sourceOf(plain: string, html = ''): Source {
  if (html.trim() !== '') return { kind: 'html', content: html };
  const isMarkup = /^\s*<(!doctype|html|head|body|article|section|main|div|p|h[1-6])\b/i.test(plain);
  return { kind: isMarkup ? 'html' : 'text', content: plain };
}
