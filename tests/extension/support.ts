/**
 * A Chromium with the extension as it ships, and what tests do with it: the button, permissions, a background that is
 * killed. Permissions are asked for by a click in a page of the extension, as readers do; the browser is told before
 * that the answer is yes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, test as base, type BrowserContext, type CDPSession, type Page, type Worker } from '@playwright/test';
import { page as settings, program } from '../browser/run.js';

export { expect };

export const BUILT = fileURLToPath(new URL('../../dist/extension/chromium', import.meta.url));
export const EVERYWHERE = '*://*/*';
export const SITE = 'http://127.0.0.1/*';

/** The messages and the address of the extension's own pages. */
export class Extension {
  readonly context: BrowserContext;
  readonly id: string;
  readonly #browser: CDPSession;

  constructor(context: BrowserContext, id: string, browser: CDPSession) {
    this.context = context;
    this.id = id;
    this.#browser = browser;
  }

  address(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  async open(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.address(path));
    return page;
  }

  /** Does something in a page of the extension that the reader is not shown. */
  async within<A, R>(work: (argument: A) => R, argument: A): Promise<Awaited<R>> {
    // As good as any page, and does nothing by itself.
    const page = await this.open('manifest.json');
    try {
      return (await page.evaluate(work as (argument: unknown) => R, argument)) as Awaited<R>;
    } finally {
      await page.close();
    }
  }

  /** Presses the extension's button over a page, which opens the popup. */
  async press(page: Page): Promise<void> {
    await page.bringToFront();
    const { targetInfos } = await this.#browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    const send = this.#browser.send.bind(this.#browser) as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
  }

  /** The reader grants sites, by a click in a page of the extension. */
  async grant(...origins: string[]): Promise<void> {
    await this.agree(...origins);
    expect(await this.#byClick('request', origins)).toBe(true);
    await expect.poll(() => this.registered()).toEqual(expect.arrayContaining(origins));
  }

  /** From now on the answer is yes when sites are asked for. */
  async agree(...origins: string[]): Promise<void> {
    const administration = await this.context.newPage();
    await administration.goto('chrome://extensions');
    await administration.evaluate(
      async ({ id, origins }) => {
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
        };
        for (const origin of origins) await developerPrivate.addHostPermission(id, origin);
      },
      { id: this.id, origins },
    );
    await administration.close();
  }

  async revoke(...origins: string[]): Promise<void> {
    expect(await this.#byClick('remove', origins)).toBe(true);
  }

  /** The patterns of pages on which it starts by itself. */
  registered(): Promise<string[]> {
    return this.within(async () => {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return scripts.flatMap(({ matches }) => matches ?? []);
    }, undefined);
  }

  /** The background as it runs now, started if need be. */
  async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? this.context.waitForEvent('serviceworker');
  }

  /** Ends the background as browsers do: at once, whatever it is doing. */
  async kill(): Promise<void> {
    const { targetInfos } = await this.#browser.send('Target.getTargets');
    const workers = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(this.id));
    for (const { targetId } of workers) await this.#browser.send('Target.closeTarget', { targetId });
  }

  /** What the browser does when the reader presses a key of the extension, or uses its menu. */
  async happen(event: 'command' | 'menu', page: Page, what: string): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate(
      async ({ event, address, what }) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find(({ url }) => url === address);
        const [commands, menus] = [chrome.commands.onCommand, chrome.contextMenus.onClicked] as unknown as {
          dispatch(...happened: unknown[]): void;
        }[];
        if (event === 'command') commands?.dispatch(what, tab);
        else menus?.dispatch({ menuItemId: what, selectionText: 'Aleppo', frameId: 0 }, tab);
      },
      { event, address: page.url(), what },
    );
  }

  /** Installs what was built in place of what is there, as an update does; also for private windows, if so. */
  async update({ inPrivate = false } = {}): Promise<void> {
    const send = this.#browser.send.bind(this.#browser) as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.loadUnpacked', { path: BUILT, enableInIncognito: inPrivate });
  }

  async isRunning(): Promise<boolean> {
    const { targetInfos } = await this.#browser.send('Target.getTargets');
    return targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(this.id));
  }

  async #byClick(what: 'request' | 'remove', origins: string[]): Promise<boolean> {
    const page = await this.open('pages/options.html');
    await page.evaluate(
      ({ what, origins }) => {
        const answer = Promise.withResolvers<boolean>();
        Object.assign(globalThis, { answer: answer.promise });
        const ask = (): void => void chrome.permissions[what]({ origins }).then(answer.resolve, answer.reject);
        document.addEventListener('click', ask, { once: true, capture: true });
      },
      { what, origins },
    );
    await page.mouse.click(1, 1);
    const answer = await page.evaluate(() => (globalThis as unknown as { answer: Promise<boolean> }).answer);
    await page.close();
    return answer;
  }
}

interface Fixtures {
  /** Further arguments of the browser. */
  flags: string[];
  extension: Extension;
  page: Page;
}

/** A test with a browser of its own, in which the extension was just installed. */
export const test = base.extend<Fixtures>({
  flags: [[], { option: true }],
  extension: async ({ flags }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'namelight-'));
    const context = await chromium.launchPersistentContext(profile, {
      ...settings,
      executablePath: program('Chromium', 'NAMELIGHT_CHROMIUM', ['/usr/bin/chromium', '/usr/bin/google-chrome']),
      headless: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--enable-unsafe-extension-debugging',
        '--host-resolver-rules=MAP *.example 127.0.0.1',
        `--disable-extensions-except=${BUILT}`,
        `--load-extension=${BUILT}`,
        ...flags,
      ],
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('the browser cannot be reached');
    await use(new Extension(context, new URL(worker.url()).host, browser));
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  },
  page: async ({ extension }, use) => use(await extension.context.newPage()),
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

/** Waits until the names of the seed article are lit, and gives them. */
export async function expectArticle(page: Page): Promise<void> {
  await expect
    .poll(() => lit(page))
    .toMatchObject({
      'namelight-actor': expect.arrayContaining(['Bashar al-Assad']),
      'namelight-place': expect.arrayContaining(['Aleppo', 'Idlib']),
    });
}
