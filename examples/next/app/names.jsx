'use client';

import { useEffect, useRef } from 'react';
import { createHighlighter } from 'namelight';

/** Lights the names in what it holds. React's elements are not changed, so that React may change them. */
export function Names({ date, children }) {
  const article = useRef(null);

  useEffect(() => {
    const highlighter = createHighlighter();
    highlighter.highlight(article.current, { date }).catch(console.error);
    return () => highlighter.dispose();
  }, [date]);

  return <article ref={article}>{children}</article>;
}
