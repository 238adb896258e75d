/** How the package's tests run: on the packed tarball, installed as its users install it. */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = [
  process.env['NAMELIGHT_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
if (!chromium) throw new Error('no Chromium found: set NAMELIGHT_CHROMIUM to its path');

export default defineConfig({
  testDir: '.',
  // Here, and not in the apps.
  testMatch: /tests[\\/]package[\\/][^\\/]+\.spec\.ts$/,
  globalSetup: './setup.ts',
  outputDir: '../../test-results/package',
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Bundlers are other people's programs, and some take their time on a busy machine.
  timeout: 180_000,
  reporter: 'list',
  use: {
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
