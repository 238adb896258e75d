/** What a view needs once the first names are lit, in a file of its own that comes after them. */
export { HighlightPainter } from './highlight-painter.js';
export { liveRange, originOf } from './hit-test.js';
export { inIdleMoments } from './idle.js';
export { PageView } from './page-view.js';
