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
 * was larger than now at its highest; not finite where the system, unlike Linux, does not tell.
 */
export async function watchGrowth(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  const before = pages.map(({ id }) => ({ id, bytes: restart(id) }));
  return () => {
    const growths = before.map(({ id, bytes }) => resident(id, 'VmHWM') - bytes);
    return Math.max(...growths.filter(Number.isFinite));
  };
}

/** Makes the highest so far of a process what it has now, and gives that. Writing 5 does it: proc(5). */
function restart(id) {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, '5');
  } catch {
    return NaN;
  }
  return resident(id, 'VmRSS');
}

/** NaN where the process has ended meanwhile, as that of an earlier page may. */
function resident(id, field) {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
  } catch {
    return NaN;
  }
}
