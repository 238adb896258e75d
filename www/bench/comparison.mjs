/**
 * Namelight and its peers on the same names and texts: how soon ready, in how much memory, how fast, and whether what
 * is found is right. Each has a process of its own, in which nothing disturbs it, and all take turns, so that a slow
 * moment of the machine meets all of them.
 */
import { heapOf, watchGrowth } from './memory.mjs';
import { PAGE, inNewProcess } from './measures.mjs';
import { compare } from './reference.mjs';

/** The ways by the name of their file in `ways/`. The best of the peers is what we are compared with. */
const WAYS = [
  { name: 'namelight', label: 'namelight: fold and search' },
  { name: 'namelight-whole', label: 'namelight: all rules' },
  { name: 'filtered-trie', label: 'trie of words, all tuning', peer: true },
  { name: 'word-trie', label: 'trie of words', peer: true },
  { name: 'flashtext', label: 'flashtext.js', peer: true },
  { name: 'expression', label: 'tuned regular expression', peer: true },
  { name: 'monyone', label: '@monyone/aho-corasick', peer: true },
  { name: 'fastscan', label: 'fastscan', peer: true },
  { name: 'ahocorasick', label: 'ahocorasick', peer: true },
];

const TURNS = 3;

/** Milliseconds to be ready after which one turn is enough, and of a turn after which a way is given up. */
const SLOW = 2_000;
const GIVEN_UP = 60_000;

/** A text of 1 MB makes ten times the work of one of 100 KB. */
const roundsFor = (text) => (text.length > 500_000 ? { warmUp: 3, rounds: 8 } : { warmUp: 20, rounds: 20 });

/** For each gazetteer and way, the samples, and what was found beside what was expected; `texts` by name. */
export async function compareWays(browser, address, gazetteers, texts) {
  const rows = gazetteers.flatMap((gazetteer) => WAYS.map((way) => newRow(gazetteer, way, texts)));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const row of rows.filter(({ failure, ready }) => !failure && !(ready[0] > SLOW))) {
      await takeTurn(row);
    }
  }
  return rows.map(({ gazetteer, ...row }) => row);

  function takeTurn(row) {
    return inNewProcess(browser, async (page) => {
      const limit = setTimeout(() => {
        row.failure = `given up after ${GIVEN_UP / 1000} s`;
        page.close();
      }, GIVEN_UP);
      try {
        await page.goto(address + PAGE);
        await measure(page, row);
      } catch (cause) {
        row.failure ??= cause.message;
      } finally {
        clearTimeout(limit);
      }
    });
  }

  async function measure(page, row) {
    const call = (name, given) =>
      page.evaluate(
        async ([from, work, input]) => (await import(from))[work](input),
        [MODULE, name, given],
      );
    await call('load', row.name);
    const before = await heapOf(page);
    await call('fetchSource', row.gazetteer.files);
    const growth = await watchGrowth(browser);
    const { took, longestTask } = await call('makeReady');
    row.ready.push(took);
    row.longestTask.push(longestTask);
    row.peak.push(growth());
    row.kept.push((await heapOf(page)) - before + (await call('outside')));
    for (const [name, text] of Object.entries(texts)) {
      row.search[name].push(...(await call('searchTimes', { text, rounds: roundsFor(text) })));
      row.found[name] ??= judge(await call('findings', text), row.gazetteer.expected[name]);
    }
  }
}

const MODULE = `/${PAGE}way.js`;

const newRow = (gazetteer, way, texts) => ({
  gazetteer,
  size: gazetteer.size,
  ...way,
  ...{ ready: [], longestTask: [], kept: [], peak: [] },
  search: Object.fromEntries(Object.keys(texts).map((name) => [name, []])),
  found: {},
});

/** Mentions are chosen by rules, of which the reference knows nothing: they are only counted. */
function judge({ finds, spans }, expected) {
  return finds in expected ? compare(spans, expected[finds]) : { found: spans.length };
}
