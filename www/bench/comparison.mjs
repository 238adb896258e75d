/**
 * Namelight and its peers on the same names, texts and pages: how soon ready, in how much memory, how fast to find and
 * to paint, and whether what is found is right. Each has a process of its own, in which nothing disturbs it, and all
 * take turns, so that a slow moment of the machine meets all of them.
 */
import { PAGE, inNewProcess } from './measures.mjs';
import { compare } from './reference.mjs';
import { shipped } from './shipped.mjs';
import { WAYS } from './ways.mjs';

/** Milliseconds to be ready after which one turn is enough. */
const SLOW = 2_000;

/** A text of 1 MB makes ten times the work of one of 100 KB. */
const searchesOf = ({ bytes }) => (bytes > 500_000 ? { warmUp: 2, rounds: 4 } : { warmUp: 10, rounds: 10 });

/** How many pages are lit in a turn at most, and the milliseconds after which there are enough; the first is apart. */
const pagesOf = ({ bytes }) => ({ rounds: bytes > 500_000 ? 3 : 5, allowance: bytes > 500_000 ? 2_500 : 1_000 });

/**
 * For each gazetteer and way, the samples, and what was found beside what was expected. All have a turn, and more until
 * the milliseconds of `time` are over. A way that needs more than `cap` milliseconds for one thing is given up, and
 * `capped` says for what.
 */
export async function compareWays(browser, address, { gazetteers, texts, pages }, { cap, time }) {
  const rows = gazetteers.flatMap((gazetteer) => WAYS.map((way) => newRow(gazetteer, way)));
  const end = Date.now() + time;
  const isOver = () => Date.now() > end;
  for (let turn = 0; turn === 0 || !isOver(); turn += 1) {
    console.log(`turn ${turn + 1} of all ways`);
    for (const row of rows.filter(({ failure, capped, ready }) => !failure && !capped && !(ready[0] > SLOW))) {
      if (turn === 0 || !isOver()) await takeTurn(row);
    }
  }
  return rows.map(({ gazetteer, ...row }) => ({ browser: browser.name, size: gazetteer.size, ...row }));

  async function takeTurn(row) {
    let limit;
    // Each thing that is done with a way has its time; what is over ends the browser, which may be busy for long yet.
    const doing = (what) => {
      clearTimeout(limit);
      limit = setTimeout(() => {
        row.capped = { doing: what, seconds: cap / 1000 };
        browser.close();
      }, cap);
    };
    try {
      await inNewProcess(browser, async (page) => {
        await page.goto(address + PAGE);
        await measure(page, row, doing);
      });
    } catch (cause) {
      if (!row.capped) row.failure = cause.message.split('\n')[0];
    } finally {
      clearTimeout(limit);
    }
  }

  async function measure(page, row, doing) {
    const call = (name, given) =>
      page.evaluate(
        async ([from, work, input]) => (await import(from))[work](input),
        [MODULE, name, given],
      );
    const kept = async () => browser.kept(page, await call('outside'), () => call('collectGarbage'));
    await call('load', row.name);
    const before = await kept();
    await call('fetchSource', row.gazetteer.files);
    const growth = await browser.watchGrowth();
    doing('ready');
    const { took, longestTask } = await call('makeReady');
    row.ready.push(took);
    row.longestTask.push(longestTask);
    row.peak.push(growth());
    row.kept.push((await kept()) - before);
    for (const [name, text] of row.searches ? Object.entries(texts) : []) {
      doing(`search ${name}`);
      add(row.search, name, await call('searchTimes', { text: text.path, ...{ rounds: searchesOf(text) } }));
      row.found[name] ??= judge(await call('findings', text.path), row.gazetteer.expected[name]);
    }
    for (const [measure, kind] of Object.entries(row.pages)) {
      for (const name of pages) {
        doing(`${kind} ${name}`);
        const text = texts[name];
        const [first, ...others] = await call('pageTimes', { text: text.path, measure, ...pagesOf(text) });
        add(row[kind], name, others.length > 0 ? others : [first]);
        row.painted[name] = await call('paintedThen');
      }
    }
    const { files } = row.gazetteer;
    row.bytes ??= shipped(await call('fetched'), files[await call('reads')]);
  }
}

const MODULE = `/${PAGE}way.js`;

const newRow = (gazetteer, way) => ({
  gazetteer,
  ...way,
  ...{ ready: [], longestTask: [], kept: [], peak: [] },
  ...{ search: {}, page: {}, all: {}, painted: {}, found: {} },
});

const add = (samples, name, more) => (samples[name] ??= []).push(...more);

/** Mentions are chosen by rules, of which the reference knows nothing: they are only counted. */
function judge({ finds, spans }, expected) {
  return finds in expected ? compare(spans, expected[finds]) : { found: spans.length };
}
