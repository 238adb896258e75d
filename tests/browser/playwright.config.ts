/** How the browser tests run: in the installed Chromium, on what ships, without retries. */
import { defineConfig } from '@playwright/test';
import { page, program, run } from './run.js';

const chromium = program('Chromium', 'NAMELIGHT_CHROMIUM', [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]);

/** What measures the time of its own work has the machine to itself, after all others. */
const ALONE = ['cost.spec.ts', 'demo-work.spec.ts', 'engines-worker.spec.ts'];

export default defineConfig({
  ...run,
  workers: 2,
  projects: [
    { name: 'side by side', testIgnore: ALONE },
    { name: 'alone', testMatch: ALONE, workers: 1, dependencies: ['side by side'] },
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
