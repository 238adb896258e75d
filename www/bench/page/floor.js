/**
 * What the package costs above the floor, in one page, in turn: so that whatever disturbs the machine meets both. Each
 * round has an article of its own, so that none meets what another left.
 */
import { createHighlighter } from '/dist/package/index.js';
import { articleRoot, show } from './article.js';
import { light } from './first-names.js';
import { knownOf, lightKnown } from './floor-paint.js';
import { inTurn, timedWithFrame } from './time.js';

/** What the engine itself leaves in the timeline. */
const MEASURE = 'namelight: annotate';

/** Milliseconds of both, and of the parts of ours: of a `text`, with the pack at an address. */
export async function floor({ text, pack, date, rounds }) {
  const highlighter = createHighlighter(pack ? { pack } : {});
  const template = articleRoot(await (await fetch(text)).text());
  const known = await knownOf(highlighter, template, date);
  const parts = [];
  const ways = {
    package: () =>
      once(async (own, painted) => {
        const view = await light(highlighter, own, { date }, painted);
        parts.push(partsOf(view));
        return () => view.dispose();
      }),
    floor: () => once((own) => lightKnown(own, known)),
    floorAll: () => once((own) => lightKnown(own, known, Infinity)),
  };
  const samples = await inTurn(ways, rounds);
  const all = parts.slice(-rounds.rounds);
  all.forEach((part, round) => (part.rest = samples.package[round] - part.walk - part.inside));
  return { samples, parts: all, found: known.places.length, painted: known.first };

  async function once(way) {
    const own = template.cloneNode(true);
    await show(own);
    let undo;
    const took = await timedWithFrame(async (painted) => {
      undo = await way(own, painted);
    });
    undo();
    return took;
  }
}

/** What `highlight` spent its time on before names were lit. */
function partsOf({ timing: { walk } }) {
  const inside = performance.getEntriesByName(MEASURE).at(-1).duration;
  performance.clearMeasures(MEASURE);
  return { walk, inside };
}
