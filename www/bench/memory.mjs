/** The memory of a page: what it keeps, and the most that its process has had. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * In Chromium: bytes in JavaScript's heap and in the buffers that belong to it, when all that is not used has been
 * cleared away, and what the page says it keeps `outside` of it.
 */
export async function heapOf(page, outside) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + backingStorageSize + outside;
}

/** In Firefox: what the processes of its tabs have of their own, when `collectGarbage` was called in the page. */
export async function residentAfterCollection(_page, _outside, collectGarbage) {
  await collectGarbage();
  await collectGarbage();
  return tabsOf().reduce((sum, id) => sum + resident(id, 'RssAnon'), 0);
}

/** The processes of Firefox's tabs, by their command lines, among all that this one has started. */
export function tabsOf() {
  const parents = new Map(processes().map((id) => [id, Number(statusOf(id, 'PPid'))]));
  const isOurs = (id) => id === process.pid || (parents.has(id) && isOurs(parents.get(id)));
  return [...parents.keys()].filter((id) => isOurs(id) && commandOf(id).endsWith(' tab'));
}

/**
 * Starts watching processes. What it returns gives the bytes by which the one that grew most was larger than now at
 * its highest; not finite where the system, unlike Linux, does not tell.
 */
export function watchGrowth(ids) {
  const before = ids.map((id) => ({ id, bytes: restart(id) }));
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

/** Bytes. */
const resident = (id, field) => Number(/^(\d+) kB$/.exec(statusOf(id, field))?.[1]) * 1024;

/** Empty where the process has ended meanwhile, as that of an earlier page may. */
function statusOf(id, field) {
  return new RegExp(`^${field}:\\s+(.*)$`, 'm').exec(contentOf(`/proc/${id}/status`))?.[1] ?? '';
}

const commandOf = (id) => contentOf(`/proc/${id}/cmdline`).replaceAll('\0', ' ').trim();

const processes = () => readdirSync('/proc').map(Number).filter(Number.isInteger);

function contentOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
