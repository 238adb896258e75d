/** The measurements of the extension, which say little while anything else runs: `npm run measure:extension`. */
import config from './playwright.config.js';

export default { ...config, testMatch: 'measure.ts', workers: 1, timeout: 300_000 };
