/** Lights the names of the article, each as of the day it was written. */
import { createHighlighter } from 'namelight';

const highlighter = createHighlighter();
await highlighter.highlight(document.querySelector('article'), { date: '2024-12-01' });
