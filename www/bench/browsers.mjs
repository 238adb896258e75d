/** The browsers that are measured in: how each is started, and what it tells of the memory of a page. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from '@playwright/test';
import { heapOf, residentAfterCollection, tabsOf, watchGrowth } from './memory.mjs';

const RELAY = fileURLToPath(new URL('../../tests/firefox/relay.mjs', import.meta.url));

const KINDS = {
  chromium: {
    label: 'Chromium',
    launch: () =>
      chromium.launch({
        ...(process.env.NAMELIGHT_CHROMIUM ? { executablePath: process.env.NAMELIGHT_CHROMIUM } : {}),
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      }),
    pages: (browser) => renderersOf(browser),
    kept: heapOf,
  },
  firefox: {
    label: 'Firefox',
    launch() {
      process.env.NAMELIGHT_FIREFOX ??= '/usr/bin/firefox-esr';
      if (!existsSync(process.env.NAMELIGHT_FIREFOX)) throw new Error('no Firefox: set NAMELIGHT_FIREFOX to its path');
      return firefox.launch({
        channel: 'moz-firefox',
        executablePath: RELAY,
        firefoxUserPrefs: {
          'privacy.reduceTimerPrecision': false,
          // For the collection of garbage before memory is measured.
          'dom.expose_test_interfaces': true,
        },
      });
    },
    pages: tabsOf,
    kept: residentAfterCollection,
  },
};

export const NAMES = Object.keys(KINDS);

/** A browser that is started when it is first needed, and again when it had to be ended. */
export function browserOf(name) {
  const { label, launch, pages, kept } = KINDS[name];
  let running;
  let ended;
  const start = () => (running ??= Promise.resolve(ended).then(launch));
  return {
    name,
    label,
    kept,
    version: async () => `${label} ${(await start()).version()}`,
    start,
    watchGrowth: async () => watchGrowth(await pages(await start())),
    close() {
      ended = running?.then((browser) => browser.close());
      running = undefined;
      return ended;
    },
  };
}

async function renderersOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}
