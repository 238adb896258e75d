/** How the browser tests run: in the installed Chromium, on what ships, without retries. */
import { defineConfig } from '@playwright/test';
import { page, program, run, thorough } from './run.js';

const chromium = program('Chromium', 'NAMELIGHT_CHROMIUM', [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]);

/** What measures the time of its own work has the machine to itself, after all others. */
const ALONE = ['cost.spec.ts', 'demo-work.spec.ts', 'engines-worker.spec.ts'];

/** The parts of the demo page one by one, of which it is always tested that they come up, and what else takes long. */
const THOROUGH = [
  'demo-explain.spec.ts',
  'demo-export.spec.ts',
  'demo-links.spec.ts',
  'demo-map.spec.ts',
  'demo-meter.spec.ts',
  'demo-own-text.spec.ts',
  'demo-own.spec.ts',
  'demo-parsing.spec.ts',
  'demo-parts.spec.ts',
  'demo-pictures.spec.ts',
  'demo-reports.spec.ts',
  'demo-work.spec.ts',
  'odd-text.spec.ts',
  'wrapping-changes.spec.ts',
];
const left = thorough ? [] : THOROUGH;

export default defineConfig({
  ...run,
  workers: 2,
  projects: [
    { name: 'side by side', testIgnore: [...ALONE, ...left] },
    { name: 'alone', testMatch: ALONE, testIgnore: left, workers: 1, dependencies: ['side by side'] },
  ],
  use: {
    ...page,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
