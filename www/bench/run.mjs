/**
 * Measures in the installed Chromium what ships, beside what one would otherwise use, in one run on the
 * same texts and names; prints the table and leaves it in `target/bench/`. Nothing here passes or fails.
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'rolldown';
import { cold, demo, search, whole } from './measures.mjs';
import { gather, ROOT } from './input.mjs';
import { report } from './report.mjs';
import { serve } from './serve.mjs';

const OUT = join(ROOT, 'target', 'bench');

/** The package's own walk, for the floor: what ships has it only together with the rest. */
await build({
  input: join(ROOT, 'www/src/text-map.ts'),
  output: { file: join(OUT, 'text-map.js'), minify: true },
});
const input = gather();
const site = await serve();
const browser = await chromium.launch({
  ...(process.env.NAMELIGHT_CHROMIUM ? { executablePath: process.env.NAMELIGHT_CHROMIUM } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const groups = [];
  for (const measure of [cold, search, whole, demo]) {
    groups.push(...(await measure(browser, site.address, input)));
  }
  const about = `Chromium ${browser.version()}, ${input.names.length} surface forms; medians`;
  report(OUT, about, groups);
} finally {
  await browser.close();
  await site.close();
}
