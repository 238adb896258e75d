/** What a view needs once the first names are lit, in a file of its own that comes after them. */
export { HighlightPainter } from './highlight-painter.js';
export { liveRange, originOf, rectOf } from './hit-test.js';
export { parentOf } from './observer.js';
export { inIdleMoments } from './idle.js';
export { PageView } from './page-view.js';
