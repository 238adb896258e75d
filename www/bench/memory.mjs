/** The memory of a page: what JavaScript's heap holds, and the most that its process has had. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Bytes in the heap and in the buffers that belong to it, when all that is not used has been cleared away. */
export async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + backingStorageSize;
}

/**
 * Starts watching the processes of the browser's pages. What it returns gives the bytes by which the one that grew most
 * was larger than now at its highest; NaN where the system, unlike Linux, does not tell.
 */
export async function watchGrowth(browser) {
  if (process.platform !== 'linux') return () => NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  // Writing 5 makes the highest so far what it is now: proc(5).
  for (const id of pages) writeFileSync(`/proc/${id}/clear_refs`, '5');
  const before = new Map(pages.map((id) => [id, resident(id, 'VmRSS')]));
  return () => Math.max(...pages.map((id) => resident(id, 'VmHWM') - before.get(id)));
}

function resident(id, field) {
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)[1]) * 1024;
}
