/**
 * The work of the page's thread, from the browser's own trace: the time that the thread itself worked, which other
 * programs on the machine do not lengthen.
 */
import type { Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args: { name?: string };
}

/** What the busiest page's thread did. */
export interface Work {
  /** Milliseconds of work of every task, and when it began, in the trace's microseconds. */
  tasks: { duration: number; began: number }[];
  /** When something with a name happened first on that thread. */
  at(name: string): number;
}

export async function workDuring(page: Page, act: () => Promise<void>): Promise<Work> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { includedCategories: ['toplevel', 'devtools.timeline', 'loading', 'blink.user_timing'] };
  await session.send('Tracing.start', { traceConfig, transferMode: 'ReportEvents' });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  const work = (thread: TraceEvent[]): number => thread.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
  const busiest = threadsOf(events).sort((a, b) => work(b) - work(a))[0] ?? [];
  return {
    // A task within another one is told with it.
    tasks: busiest.flatMap(({ name, tdur, ts }) =>
      name.endsWith('RunTask') && tdur !== undefined ? [{ duration: tdur / 1000, began: ts }] : [],
    ),
    at: (name) => busiest.find((event) => event.name === name)?.ts ?? NaN,
  };
}

/** The events of each thread that runs pages. */
function threadsOf(events: readonly TraceEvent[]): TraceEvent[][] {
  const threads = new Map<string, TraceEvent[]>();
  for (const { name, ph, pid, tid, args } of events) {
    if (ph === 'M' && name === 'thread_name' && args.name === 'CrRendererMain') threads.set(`${pid}:${tid}`, []);
  }
  for (const event of events) threads.get(`${event.pid}:${event.tid}`)?.push(event);
  return [...threads.values()];
}
