/** All that a page shows in one file without imports, `namelight.js`, for a script element and no bundler. */
export { createHighlighter } from './highlighter.js';
export { defineNameLight, type NameLightElement, type NameLightOptions } from './element.js';
export { attachCastList } from './cast-list.js';
export type { CastListOptions } from './cast-list.js';
export { english } from './strings.js';
export type * from './index.js';
