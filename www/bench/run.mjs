/**
 * Measures in the installed Chromium what ships, beside what one would otherwise use, in one run on the same texts and
 * names: the package with its base pack, then the engine and its peers by the size of the gazetteer. Prints tables and
 * leaves them in `target/bench/`. Nothing here passes or fails.
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { bundle } from './bundle.mjs';
import { busy } from './busy.mjs';
import { gatherComparison, mapValues } from './comparison-input.mjs';
import { comparisonText } from './comparison-report.mjs';
import { compareWays } from './comparison.mjs';
import { gather, ROOT } from './input.mjs';
import { cold, demo, search, whole } from './measures.mjs';
import { groupsText, report } from './report.mjs';
import { serve } from './serve.mjs';

const OUT = join(ROOT, 'target', 'bench');

await bundle(OUT);
const input = gather();
const { gazetteers, texts } = gatherComparison(input);
const site = await serve();
const browser = await chromium.launch({
  ...(process.env.NAMELIGHT_CHROMIUM ? { executablePath: process.env.NAMELIGHT_CHROMIUM } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const version = `Chromium ${browser.version()}`;
  const groups = [];
  for (const measure of [cold, search, whole, busy, demo]) {
    groups.push(...(await measure(browser, site.address, input)));
  }
  const about = `${version}, ${input.names.length} surface forms; medians`;
  report(OUT, 'browser', `${about}\n\n${groupsText(groups)}`, { about, groups });

  const rows = await compareWays(browser, site.address, gazetteers, texts);
  const bytes = mapValues(texts, (text) => Buffer.byteLength(text));
  const beside = `${version}, namelight and its peers; memory: medians; times: the fastest tenth`;
  report(OUT, 'peers', `${beside}\n\n${comparisonText(rows, bytes)}`, { about: beside, bytes, rows });
} finally {
  await browser.close();
  await site.close();
}
