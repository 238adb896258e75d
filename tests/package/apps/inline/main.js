/** Lights the names of the article with the module that is inside the code. */
import { createHighlighter } from 'namelight/inline';

const highlighter = createHighlighter({ pack: './base.nlpack' });
highlighter.highlight(document.querySelector('article'), { date: '2024-12-01' });
