/** Lights the names of the article; with `?worker`, from a worker. */
import { createHighlighter } from 'namelight';
import { createWorkerEngine } from 'namelight/worker-engine';

const options = location.search === '?worker' ? { engine: createWorkerEngine() } : {};
const highlighter = createHighlighter(options);
await highlighter.highlight(document.querySelector('article'), { date: '2024-12-01' });
