/** Finding the names of 100 KB of text, again and again: the engine, the highlighter, the expression. */
import { createHighlighter } from '/dist/package/index.js';
import { createLocalEngine } from '/dist/package/local-engine.js';
import { expressionOf } from './expression.js';
import { inTurn, timed } from './time.js';

const ROUNDS = { warmUp: 15, rounds: 40 };

/** What the engine itself leaves in the timeline. */
const MEASURE = 'namelight: annotate';

/** For each text: milliseconds of each way, and how many each finds. */
export async function search({ longArticle, fewNames, date, names }) {
  const engine = await createLocalEngine();
  const highlighter = createHighlighter({ engine });
  const expression = expressionOf(names);
  const results = {};
  for (const [name, text] of Object.entries({ longArticle, fewNames })) {
    const inside = [];
    const samples = await inTurn(
      {
        engine: async () => {
          const took = await timed(() => engine.annotate(text, date));
          inside.push(performance.getEntriesByName(MEASURE).at(-1).duration);
          performance.clearMeasures(MEASURE);
          return took;
        },
        highlighter: () => timed(() => highlighter.annotate(text, { date })),
        expression: () => timed(() => [...text.matchAll(expression)]),
      },
      ROUNDS,
    );
    const found = (await engine.annotate(text, date)).length;
    const matched = [...text.matchAll(expression)].length;
    const bytes = new TextEncoder().encode(text).length;
    results[name] = {
      samples: { inside: inside.slice(-ROUNDS.rounds), ...samples },
      found,
      matched,
      bytes,
    };
  }
  return results;
}
