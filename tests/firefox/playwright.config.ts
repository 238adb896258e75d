/**
 * How the most important of the browser tests run in Firefox: the same files, in the Firefox that is
 * installed and not in one built for a test driver. Its own settings stand where Playwright cannot yet
 * set them for such a Firefox.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { page, program, run, thorough } from '../browser/run.js';

/** What the two browsers could differ in; the engine's own tests are run in Chromium alone. */
const FILES = [
  'card.spec.ts',
  'demo.spec.ts',
  'hostile-pages.spec.ts',
  'news-readers.spec.ts',
  'news.spec.ts',
  'view.spec.ts',
];

/** The engine's answers are the same in both; the parts of the demo page are tested in Chromium first. */
const THOROUGH = [
  'card-place.spec.ts',
  'cases.spec.ts',
  'demo-explain.spec.ts',
  'demo-links.spec.ts',
  'demo-map.spec.ts',
  'demo-own-text.spec.ts',
  'demo-own.spec.ts',
  'demo-parsing.spec.ts',
  'demo-pictures.spec.ts',
  'demo-reports.spec.ts',
  'demo-time.spec.ts',
  'mentions.spec.ts',
  'text-map.spec.ts',
];

/** What Playwright cannot do in a Firefox that is not its own: touch the page, print it, and take what it saves. */
const NOT_YET = /touch a tap|on paper|saved as a file/;

// The relay reads it.
process.env['NAMELIGHT_FIREFOX'] = program('Firefox', 'NAMELIGHT_FIREFOX', [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
]);

export default defineConfig({
  ...run,
  workers: 2,
  testMatch: thorough ? [...FILES, ...THOROUGH] : FILES,
  grepInvert: NOT_YET,
  use: {
    ...page,
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: fileURLToPath(new URL('relay.mjs', import.meta.url)),
      firefoxUserPrefs: {
        'ui.prefersReducedMotion': 1,
        'layout.css.prefers-color-scheme.content-override': 1,
      },
    },
  },
});
