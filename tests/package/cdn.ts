/** A stand-in for the host from which the README loads the package: the installed files at its addresses. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { INSTALLED, readManifest } from './places.js';

/** Where the files of this version are. */
export const CDN = (): string => `https://cdn.jsdelivr.net/npm/namelight@${readManifest().version}/`;

/** Answers what is asked of that host, to pages of every origin. */
export async function serveFromCdn(page: Page): Promise<void> {
  await page.route('https://cdn.jsdelivr.net/**', (route) => {
    const address = route.request().url();
    const path = join(INSTALLED, address.startsWith(CDN()) ? address.slice(CDN().length) : 'absent');
    const headers = { 'access-control-allow-origin': '*' };
    return existsSync(path)
      ? route.fulfill({ path, headers })
      : route.fulfill({ status: 404, headers });
  });
}
