/** A Firefox with the extension as it ships, installed as an add-on, and what tests do with it. */
import { test as base } from '@playwright/test';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { fileURLToPath } from 'node:url';
import { page as settings, program } from '../browser/run.js';

const BUILT = fileURLToPath(new URL('../../dist/extension/firefox', import.meta.url));
const ID = '{6a1f3c52-8d0b-4e97-b3a4-27c5e90d81fb}';
const UUID = '0a3d9f3e-6c0e-4d2b-9f0a-5d1c6b7e8f90';

/** A key as keyboards have it: what it writes with Shift, where it is, and its number. */
export interface Key {
  key: string;
  code: string;
  keyCode: number;
}

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

  /** Installs what was built, in place of what is there as an update does; also for private windows, if so. */
  async install({ inPrivate = false } = {}): Promise<void> {
    const extensionData = { type: 'path', path: BUILT };
    await this.#send('webExtension.install', { extensionData, 'moz:allowPrivateBrowsing': inPrivate });
  }

  /** Presses Alt, Shift and a key in the window that is in front: the browser has it first, as from a keyboard. */
  async press({ key, code, keyCode }: Key): Promise<void> {
    const { contexts } = await this.#send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    await this.#send('script.callFunction', {
      target: { context: contexts[0]?.context },
      awaitPromise: false,
      functionDeclaration: PRESS,
      arguments: [
        { type: 'string', value: key },
        { type: 'string', value: code },
        { type: 'number', value: keyCode },
      ],
    });
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

  /** What puppeteer has no words for. */
  async #send<R>(method: string, params: object): Promise<R> {
    const { connection } = this.browser as unknown as {
      connection: { send(method: string, params: object): Promise<{ result: R & { type?: string } }> };
    };
    const { result } = await connection.send(method, params);
    if (result.type === 'exception') throw new Error(`${method}: ${JSON.stringify(result)}`);
    return result;
  }
}

/** Runs in the browser's own window, where a key's events begin. */
const PRESS = `(key, code, keyCode) => {
  const front = Services.wm.getMostRecentWindow('navigator:browser');
  const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!keyboard.beginInputTransactionForTests(front)) throw new Error('there is no keyboard');
  const keys = [
    { key: 'Alt', code: 'AltLeft', keyCode: 18 },
    { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
    { key, code, keyCode },
  ].map((init) => new front.KeyboardEvent('', init));
  for (const key of keys) keyboard.keydown(key);
  for (const key of keys.toReversed()) keyboard.keyup(key);
}`;

interface Fixtures {
  /** Set before the browser starts. */
  preferences: Record<string, unknown>;
  /** Whether the reader lets the extension run in private windows. */
  inPrivate: boolean;
  extension: FirefoxExtension;
}

/** A test with a Firefox of its own. */
export const test = base.extend<Fixtures>({
  preferences: [{}, { option: true }],
  inPrivate: [false, { option: true }],
  extension: async ({ preferences, inPrivate }, use) => {
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
    const extension = new FirefoxExtension(browser);
    await extension.install({ inPrivate });
    await use(extension);
    await browser.close();
  },
});

/** What is lit in a page, by highlight, as the page itself sees it. */
export function lit(page: Page | Frame): Promise<Record<string, string[]>> {
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
