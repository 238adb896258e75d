/** How the extension is tested: unpacked as it ships, in the installed Chromium, on local pages, without retries. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { page, run } from '../browser/run.js';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  ...run,
  testDir: here,
  use: page,
  webServer: {
    command: 'node server.mjs',
    cwd: here,
    env: { PORT: new URL(page.baseURL).port },
    url: `${page.baseURL}/article`,
    reuseExistingServer: false,
  },
});
