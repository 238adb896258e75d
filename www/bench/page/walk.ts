/** The package's own walk and haystack, for the floor. */
export { flatten } from '../../src/text-map.js';
export { Walk } from '../../src/walk.js';
