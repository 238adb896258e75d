/** What is measured, group by group: opens pages, has them measure, and names the rows of the table. */

export const PAGE = 'www/bench/page/';

/** How often things are measured that only a new process shows. */
const PROCESSES = 7;

/** Each context has a process of its own. */
export async function inNewProcess(browser, work) {
  const context = await (await browser.start()).newContext({ viewport: { width: 1280, height: 900 } });
  try {
    return await work(await context.newPage());
  } finally {
    // Where the browser had to be ended, it is gone already.
    await context.close().catch(() => undefined);
  }
}

/** Has a blank page run `name` of a module beside it. */
function inPage(browser, address, module, name, input) {
  return inNewProcess(browser, async (page) => {
    await page.goto(address + PAGE);
    return page.evaluate(
      async ([from, measure, given]) => (await import(from))[measure](given),
      [`/${PAGE}${module}.js`, name, input],
    );
  });
}

/** In turn, each time in a process that has done nothing yet. */
export async function cold(browser, address, input) {
  const samples = { namelight: [], tuned: [], plain: [] };
  for (let round = 0; round < PROCESSES; round += 1) {
    for (const [name, taken] of Object.entries(samples)) {
      taken.push(await inPage(browser, address, 'cold', name, input));
    }
  }
  const ours = (name) => samples.namelight.map((sample) => sample[name]);
  return [
    {
      title: 'Ready, in a new process',
      rows: [
        { what: 'namelight: module and base pack, from bytes', samples: ours('ready') },
        { what: 'namelight: and the mentions of the article (2 KB)', samples: ours('first') },
        { what: 'namelight: base pack alone, module running', samples: ours('packOnly') },
        { what: 'plain regular expression: and the matches', samples: samples.plain, peer: true },
        { what: 'tuned regular expression: and the matches', samples: samples.tuned },
      ],
    },
    {
      title: 'First page of such a process: 100 KB, with the frame',
      rows: [{ what: 'namelight', samples: ours('page') }],
    },
  ];
}

export async function search(browser, address, input) {
  const results = await inPage(browser, address, 'search', 'search', input);
  const titles = { longArticle: 'the article repeated', fewNames: 'prose with few names' };
  return Object.entries(results).map(([text, { samples, found, matched, bytes }]) => ({
    title: `Search of ${titles[text]}`,
    bytes,
    rows: [
      { what: `namelight, in the module (${found} mentions)`, samples: samples.inside },
      { what: 'namelight, engine', samples: samples.engine },
      { what: 'namelight, mentions with facts', samples: samples.highlighter },
      {
        what: `tuned regular expression (${matched} matches)`,
        samples: samples.expression,
        peer: true,
      },
    ],
  }));
}

/** What the package costs above the floor on the page of a text, with the packs by name. */
export async function floors(browser, address, { text, packs, date, rounds }) {
  const rows = [];
  for (const [pack, path] of Object.entries(packs)) {
    const input = { text: `/${text.path}`, pack: path && `/${path}`, date, rounds };
    rows.push({ browser: browser.name, pack, ...(await inPage(browser, address, 'floor', 'floor', input)) });
  }
  return rows;
}

/** From the navigation on, in a new process each time. */
export async function demo(browser, address) {
  const runs = [];
  for (let round = 0; round < PROCESSES; round += 1) {
    runs.push(await inNewProcess(browser, (page) => openDemo(page, `${address}dist/demo/`)));
  }
  return [
    {
      title: 'Demo page, in a new process, from the navigation on',
      rows: [
        { what: 'the report can be read', samples: runs.map(({ shown }) => shown) },
        { what: 'its names are lit', samples: runs.map(({ lit }) => lit) },
      ],
    },
  ];
}

async function openDemo(page, address) {
  await page.addInitScript(() => {
    const { set } = HighlightRegistry.prototype;
    HighlightRegistry.prototype.set = function (...given) {
      globalThis.lit ??= performance.now();
      return set.apply(this, given);
    };
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.lit !== undefined);
  return page.evaluate(() => ({
    shown: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    lit: globalThis.lit,
  }));
}
