/** A Firefox with the extension as it ships, installed as an add-on, and what tests do with it. */
import { test as base } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { fileURLToPath } from 'node:url';
import { page as settings, program } from '../browser/run.js';

const BUILT = fileURLToPath(new URL('../../dist/extension/firefox', import.meta.url));
const ID = '{6a1f3c52-8d0b-4e97-b3a4-27c5e90d81fb}';
const UUID = '0a3d9f3e-6c0e-4d2b-9f0a-5d1c6b7e8f90';

export class FirefoxExtension {
  readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  /** Opens a page of the extension; the browser does not tell when such a page has loaded. */
  async open(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    const address = `moz-extension://${UUID}/${path}`;
    await page.goto(address, { timeout: 500 }).catch(() => undefined);
    await page.waitForFunction((wanted) => location.href === wanted && document.readyState === 'complete', {}, address);
    return page;
  }

  /** Installs what was built in place of what is there, as an update does. */
  async update(): Promise<void> {
    await this.browser.installExtension(BUILT);
  }

  async within<A, R>(work: (argument: A) => R, argument: A): Promise<Awaited<R>> {
    const page = await this.open('pages/options.html');
    try {
      return (await page.evaluate(work as (argument: unknown) => R, argument)) as Awaited<R>;
    } finally {
      await page.close();
    }
  }

  /** The reader grants a site, or takes it back, by a click. */
  async permit(what: 'request' | 'remove', origin: string): Promise<boolean> {
    const page = await this.open('pages/options.html');
    await page.evaluate(
      (what, origin) => {
        const ask = (): void => {
          void chrome.permissions[what]({ origins: [origin] }).then((answer) => Object.assign(globalThis, { answer }));
        };
        document.addEventListener('click', ask, { once: true, capture: true });
      },
      what,
      origin,
    );
    await page.mouse.click(1, 1);
    await page.waitForFunction(() => 'answer' in globalThis);
    const answer = await page.evaluate(() => (globalThis as unknown as { answer: boolean }).answer);
    await page.close();
    return answer;
  }

  /** A page whose own errors, and ours, are kept. */
  async visit(path: string): Promise<{ page: Page; errors: string[] }> {
    const page = await this.browser.newPage();
    const errors: string[] = [];
    // The policy of the pages has no room for the icon that browsers ask for.
    page.on('pageerror', (error) => {
      const { message } = error as Error;
      if (!message.includes('favicon.ico')) errors.push(message);
    });
    await page.goto(settings.baseURL + path);
    return { page, errors };
  }
}

/** A test with a Firefox of its own; `preferences` are set before it starts. */
export const test = base.extend<{ preferences: Record<string, unknown>; extension: FirefoxExtension }>({
  preferences: [{}, { option: true }],
  extension: async ({ preferences }, use) => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: program('Firefox', 'NAMELIGHT_FIREFOX', ['/usr/bin/firefox-esr', '/usr/bin/firefox']),
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
        // The browser's own question is answered with yes.
        'extensions.webextOptionalPermissionPrompts': false,
        'ui.prefersReducedMotion': 1,
        ...preferences,
      },
    });
    await browser.installExtension(BUILT);
    await use(new FirefoxExtension(browser));
    await browser.close();
  },
});

/** What is lit in a page, by highlight, as the page itself sees it. */
export function lit(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const text = (range: AbstractRange): string => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    };
    return Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(text)]));
  });
}
