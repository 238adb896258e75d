/** One way of finding names, in a page and process of its own: made ready once, then searched and painted with. */
import { articleRoot, show } from './article.js';
import { clear } from './floor-paint.js';
import { inTurn, sampled, timed, timedWithFrame } from './time.js';
import { lightSpans } from './walker.js';

let way;
let source;
let search;
let painted;

/** Its code, which is not measured. */
export async function load(name) {
  way = await import(`/target/bench/ways/${name}.js`);
  await way.prepare?.();
}

/** What it is made from, as it comes from the network. */
export async function fetchSource(files) {
  const response = await fetch(`/${files[reads()]}`);
  source = reads() === 'pack' ? new Uint8Array(await response.arrayBuffer()) : await response.json();
}

/** Which of the files of a gazetteer. */
export const reads = () => way.reads ?? 'names';

/** The paths of all that this page has fetched. */
export const fetched = () =>
  [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))];

/** Milliseconds until it can be searched with, and of the longest task meanwhile; browsers tell from 50 on or never. */
export async function makeReady() {
  const tasks = [];
  const tells = PerformanceObserver.supportedEntryTypes.includes('longtask');
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  if (tells) observer.observe({ type: 'longtask' });
  await frame();
  const took = await timed(async () => {
    search = await way.build(source);
  });
  source = undefined;
  // The task that ends here is told of when it has ended.
  await frame();
  await frame();
  tasks.push(...observer.takeRecords());
  observer.disconnect();
  return { took, longestTask: tells ? Math.max(0, ...tasks.map((task) => task.duration)) : NaN };
}

/** Bytes kept outside of JavaScript's heap. */
export const outside = () => way.outside?.() ?? 0;

/** What browsers other than Chromium need a page for. */
export const collectGarbage = () => globalThis.TestUtils?.gc();

/** Milliseconds for a text. */
export async function searchTimes({ text, rounds }) {
  const haystack = await textAt(text);
  const { samples } = await inTurn({ samples: () => timed(() => search(haystack)) }, rounds);
  return samples;
}

/** What it finds in a text, and which of all names it means to find: see `reference.mjs`. */
export async function findings(text) {
  return { finds: way.finds, spans: way.spans(await search(await textAt(text))) };
}

/**
 * Milliseconds until a page of a text is painted, with the frame. Each time it is another page, and another one by what
 * is known of it beforehand: only a floor knows anything.
 */
export async function pageTimes({ text, measure, ...enough }) {
  const template = articleRoot(await textAt(text));
  await way.before?.(template);
  const light = way[measure] ?? ((root, find) => lightSpans(root, (joined) => spansIn(joined, find)));
  return sampled(async () => {
    const root = template.cloneNode(true);
    await show(root);
    let undo;
    const took = await timedWithFrame(async (whenPainted) => {
      painted = await light(root, search, whenPainted);
      if (typeof painted !== 'number') ({ painted, undo } = painted);
    });
    undo?.();
    clear();
    return took;
  }, enough);
}

/** How many names were painted the last time. */
export const paintedThen = () => painted;

const spansIn = (text, find) => (way.places ?? way.spans)(find(text), text);

const textAt = async (address) => (await fetch(`/${address}`)).text();

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
