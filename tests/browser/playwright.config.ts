/** How the browser tests run: in the installed Chromium, on what ships, without retries. */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Of this run's own, so that two runs at once do not meet; the workers inherit it.
const PORT = (process.env['NAMELIGHT_TEST_PORT'] ??= String(20_000 + (process.pid % 12_000)));

const chromium = [
  process.env['NAMELIGHT_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
if (!chromium) throw new Error('no Chromium found: set NAMELIGHT_CHROMIUM to its path');

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node server.mjs',
    env: { PORT },
    url: `http://127.0.0.1:${PORT}/site/demo/`,
    reuseExistingServer: false,
  },
});
