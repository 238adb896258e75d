/** All of the package in one file without imports, `namelight.js`, for a script element and no bundler. */
export { createHighlighter } from './highlighter.js';
export { english } from './strings.js';
export type * from './index.js';
