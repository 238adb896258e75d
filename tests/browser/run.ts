/** What every run of the browser tests has in common, whatever the browser: the site, no retries. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlaywrightTestConfig } from '@playwright/test';

// Of this run's own, so that two runs at once do not meet; the workers inherit it.
const PORT = (process.env['NAMELIGHT_TEST_PORT'] ??= String(20_000 + (process.pid % 12_000)));

/** Whether all tests are wanted; otherwise those are that a change is checked with in a quarter of an hour. */
export const thorough = process.env['NAMELIGHT_TESTS'] === 'all';

/** The page's window, as both browsers are told. */
export const page = {
  baseURL: `http://127.0.0.1:${PORT}`,
  locale: 'en-GB',
  viewport: { width: 1280, height: 900 },
};

export const run: PlaywrightTestConfig = {
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  outputDir: '../../test-results',
  retries: 0,
  // How long a test may take on a machine that is busy with other things.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  webServer: {
    command: 'node server.mjs',
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { PORT },
    url: `http://127.0.0.1:${PORT}/site/demo/`,
    reuseExistingServer: false,
  },
};

/** The first of these programs that is there; `variable` of the environment names another. */
export function program(name: string, variable: string, paths: string[]): string {
  const found = [process.env[variable], ...paths].find((path) => path && existsSync(path));
  if (!found) throw new Error(`no ${name} found: set ${variable} to its path`);
  return found;
}
