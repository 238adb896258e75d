/** What a view needs once the first names are lit, in a file of its own that comes after them. */
export { byNode, renewed } from './entries.js';
export { liveRange, originOf, rangeAt } from './hit-test.js';
export { inIdleMoments } from './idle.js';
export { PageView } from './page-view.js';
export { registerAgain } from './registry.js';
export { inSight } from './sight.js';
