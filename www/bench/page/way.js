/** One way of finding names, in a page and process of its own: made ready once, then searched with. */
import { inTurn, timed } from './time.js';

let way;
let source;
let search;

/** Its code, which is not measured. */
export async function load(name) {
  way = await import(`/target/bench/ways/${name}.js`);
  await way.prepare?.();
}

/** What it is made from, as it comes from the network. */
export async function fetchSource(files) {
  const response = await fetch(`/${files[way.reads ?? 'names']}`);
  source = way.reads === 'pack' ? new Uint8Array(await response.arrayBuffer()) : await response.json();
}

/** Milliseconds until it can be searched with, and of the longest task meanwhile, which browsers tell from 50 on. */
export async function makeReady() {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
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
  return { took, longestTask: Math.max(0, ...tasks.map((task) => task.duration)) };
}

/** Bytes kept outside of JavaScript's heap. */
export const outside = () => way.outside?.() ?? 0;

/** Milliseconds for a text. */
export async function searchTimes({ text, rounds }) {
  const { samples } = await inTurn({ samples: () => timed(() => search(text)) }, rounds);
  return samples;
}

/** What it finds in a text, and which of all names it means to find: see `reference.mjs`. */
export const findings = (text) => ({ finds: way.finds, spans: way.spans(search(text)) });

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
