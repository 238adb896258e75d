/** Lights the names of the article. */
import { createHighlighter } from 'namelight';

const highlighter = createHighlighter();
await highlighter.highlight(document.querySelector('article'), { date: '2024-12-01' });
