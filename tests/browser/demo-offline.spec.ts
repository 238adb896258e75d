/** The demo page without a connection: after one visit, all of it works. */
import { test as plain } from '@playwright/test';
import { DEMO, expect } from './support.js';
import { article, entry, headline, openDemoAt, pasteInto } from './demo-page.js';

plain('after the first visit the page works without a connection, on its sub-path', async ({ page, context, baseURL }) => {
  await openDemoAt(page, '');
  await expect(page.locator('#offline')).not.toBeEmpty();
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(`${baseURL}${DEMO}`);

  await context.setOffline(true);
  await page.reload();
  await expect(entry(page, 'bashar-al-assad')).toBeVisible();
  await page.locator('.editions [data-article="egypt"]').click();
  await expect(entry(page, 'barack-obama')).toBeVisible();
  await pasteInto(page, { 'text/html': '<h1>Offline</h1><p>In Aleppo.</p>' });
  await expect(headline(page)).toHaveText('Offline');
  await expect(article(page)).toHaveText('In Aleppo.');
  await page.locator('#export').scrollIntoViewIfNeeded();
  await expect(page.locator('#export [data-save="csv"]')).toBeVisible();

  const other = await context.newPage();
  await other.goto(`${DEMO}#article=sahel`);
  await expect(entry(other, 'macky-sall')).toBeVisible();
});

plain('every file of the build is kept', async ({ page }) => {
  await openDemoAt(page, '');
  await expect(page.locator('#offline')).not.toBeEmpty();
  const kept = await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname.split('/').at(-1));
  });
  for (const end of ['.wasm', '.nlpack', '.css', '.svg', '.webmanifest']) {
    expect(kept.filter((name) => name?.endsWith(end)).length, end).toBeGreaterThan(0);
  }
  expect(kept).toContain('');
});
