/** How the browser tests run: in the installed Chromium, on what ships, without retries. */
import { defineConfig } from '@playwright/test';
import { page, program, run } from './run.js';

const chromium = program('Chromium', 'NAMELIGHT_CHROMIUM', [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]);

export default defineConfig({
  ...run,
  use: {
    ...page,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
