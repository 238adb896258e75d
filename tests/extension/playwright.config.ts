/** How the extension is tested: unpacked as it ships, in the installed Chromium, on local pages, without retries. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { page, program, run, thorough } from '../browser/run.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What is left to the whole of the tests. */
const THOROUGH = [
  'firefox-pages.spec.ts',
  'frameworks.spec.ts',
  'pages-accessible.spec.ts',
  'pages-look-up.spec.ts',
  'pages.spec.ts',
];

export default defineConfig({
  ...run,
  testDir: here,
  workers: 2,
  testIgnore: thorough ? [] : THOROUGH,
  use: {
    ...page,
    // For what needs no extension; the others start a browser of their own.
    launchOptions: {
      executablePath: program('Chromium', 'NAMELIGHT_CHROMIUM', ['/usr/bin/chromium', '/usr/bin/google-chrome']),
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
  webServer: {
    command: 'node server.mjs',
    cwd: here,
    env: { PORT: new URL(page.baseURL).port },
    url: `${page.baseURL}/article`,
    reuseExistingServer: false,
  },
});
