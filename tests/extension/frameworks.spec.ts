/** Pages that a framework takes over after the extension has lit them: it finds what it left, and its changes are lit. */
import { FRAMEWORKS, renderPage } from '../browser/frameworks/build.js';
import { expect, lit, SITE, test } from './support.js';

declare global {
  // eslint-disable-next-line no-var
  var hydrate: () => void, hydrated: boolean | undefined;
}

for (const framework of FRAMEWORKS) {
  test(`${framework}: the page is lit before it is hydrated, and with each change`, async ({ page, extension }) => {
    // Bundling a framework twice is most of the work here.
    test.slow();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    const html = await renderPage(framework);
    await page.route('**/app.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await extension.grant(SITE);
    await page.goto('/app.html');
    const names = async (): Promise<string[]> => Object.values(await lit(page)).flat().toSorted();
    await expect.poll(names).toEqual(['Athens', 'Cyprus', 'Japan', 'Kenya', 'Lagos', 'Oslo', 'Peru']);
    const rendered = await page.evaluateHandle(() => [...document.querySelectorAll('#app h1, #app b, #app li')]);
    await page.evaluate(() => {
      globalThis.hydrate();
    });
    await page.waitForFunction(() => globalThis.hydrated);
    expect(await rendered.evaluate((elements) => elements.every(({ isConnected }) => isConnected))).toBe(true);
    await page.locator('#rewrite').click();
    await expect.poll(names).toEqual(['Accra', 'Athens', 'Cyprus', 'Japan', 'Kenya', 'Oslo', 'Peru']);
    await page.locator('#insert').click();
    await expect.poll(names).toContain('Fiji');
    await page.locator('#remove').click();
    await expect.poll(names).toEqual(['Accra', 'Athens', 'Fiji', 'Japan', 'Kenya']);
    expect(complaints).toEqual([]);
  });
}
