/**
 * Measures in the installed Chromium and Firefox what ships, beside what one would otherwise use, in one run on the
 * same texts, names and pages. Writes all samples to `target/bench/`; a full run also writes
 * `docs/bench/results.json`, and draws chart and tables from it. `--quick` takes a minute, prints a part of the tables,
 * and is for looking at what a change does. Nothing here passes or fails.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserOf, NAMES } from './browsers.mjs';
import { bundle } from './bundle.mjs';
import { busy } from './busy.mjs';
import { gatherComparison } from './comparison-input.mjs';
import { compareWays } from './comparison.mjs';
import { draw } from './draw.mjs';
import { gather, ROOT } from './input.mjs';
import { cold, demo, floors, search } from './measures.mjs';
import { RESULTS, summary, written } from './results.mjs';
import { serve } from './serve.mjs';
import { tables } from './tables.mjs';

const MODES = {
  quick: {
    chosen: { sizes: [10_000], pages: ['100 KB'] },
    groups: [],
    rounds: { warmUp: 3, rounds: 15 },
    comparison: { cap: 5_000, time: 0 },
  },
  full: {
    chosen: {},
    groups: [cold, search, busy, demo],
    rounds: { warmUp: 5, rounds: 31 },
    comparison: { cap: 20_000, time: 270_000 },
  },
};

const OUT = join(ROOT, 'target/bench');

const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;
const mode = quick ? 'quick' : 'full';
const { chosen, groups, rounds, comparison } = MODES[mode];

/** Of the machine before anything was measured. */
const load = loadavg()[0];
const begun = Date.now();

const input = gather();
await bundle(OUT);
const gathered = gatherComparison(input, chosen);
const site = await serve();
const measured = { versions: {}, rows: [], floors: [], groups: [] };
try {
  for (const name of NAMES) await measureIn(browserOf(name));
} finally {
  await site.close();
}
const about = {
  date: new Date(begun).toISOString().slice(0, 10),
  ...{ mode, load, seconds: Math.round((Date.now() - begun) / 1000) },
  ...{ processors: cpus().length, processor: cpus()[0].model },
  texts: gathered.texts,
};
const samples = { about, ...measured };
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, `${mode}-samples.json`), `${JSON.stringify(samples)}\n`);
const results = summary(samples);
if (quick) {
  console.log(tables(results));
} else {
  mkdirSync(join(ROOT, 'docs/bench'), { recursive: true });
  writeFileSync(join(ROOT, RESULTS), written(results));
  draw();
}

async function measureIn(browser) {
  try {
    measured.versions[browser.name] = await browser.version();
    console.log(`measuring in ${measured.versions[browser.name]}`);
    if (browser.name === 'chromium') {
      for (const measure of groups) measured.groups.push(...(await measure(browser, site.address, input)));
    }
    measured.floors.push(...(await floors(browser, site.address, { ...floorInput(), date: input.date, rounds })));
    measured.rows.push(...(await compareWays(browser, site.address, gathered, comparison)));
  } finally {
    await browser.close();
  }
}

/** The page and packs of the budgets. */
function floorInput() {
  const { files } = gathered.gazetteers.find(({ size }) => size === 10_000);
  return { text: gathered.texts['100 KB'], packs: { '10,000 names': files.pack, 'base pack': undefined } };
}
