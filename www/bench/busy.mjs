/**
 * What the package costs a page that never rests: the processor time of the page's main thread while it
 * makes ten thousand changes in sixty frames, without the package and with it, in turn.
 */
import { inNewProcess, PAGE } from './measures.mjs';
import { median } from './table.mjs';

const ROUNDS = 5;
const SECONDS = 1;

export async function busy(browser, address, { longArticle, date }) {
  const rounds = await inNewProcess(browser, async (page) => {
    await page.goto(address + PAGE);
    const inPage = (name, given) =>
      page.evaluate(
        async ([from, part, input]) => (await import(from))[part](input),
        [`/${PAGE}busy.js`, name, given],
      );
    const client = await page.context().newCDPSession(page);
    // Of the processor, so that what else the machine does is not counted.
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const taskTime = async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    };

    const taken = { without: [], with: [], annotations: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const lit of [false, true]) {
        await inPage('prepare', { longArticle, date, lit });
        const before = await taskTime();
        const annotations = await inPage('write', { frames: SECONDS * 60 });
        taken[lit ? 'with' : 'without'].push(((await taskTime()) - before) / SECONDS);
        if (lit) taken.annotations.push(annotations / SECONDS);
      }
    }
    return taken;
  });
  const cost = rounds.with.map((time, round) => time - rounds.without[round]);
  return [
    {
      title: 'Ten thousand changes in sixty frames: processor time of the main thread',
      rows: [
        { what: 'the page alone', samples: rounds.without, peer: true },
        { what: `with namelight (read ${median(rounds.annotations)} times)`, samples: rounds.with },
        { what: 'what it adds; 50 ms are 5 % of a second', samples: cost },
      ],
    },
  ];
}
