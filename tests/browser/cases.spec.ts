/** The cases that the native tests read, run through the built package as wasm in the browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { PACKAGE, expect, test } from './support.js';

const folder = new URL('../cases/', import.meta.url);

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
  const { title } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { title: string };

  test(`${file}: ${title}`, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const { run, failures } = await page.evaluate(runCases, {
      address: PACKAGE,
      cases: `/cases/${file}`,
    });
    expect(failures).toEqual([]);
    expect(run).toBeGreaterThan(0);
  });
}

/** Runs in the page, which fetches the file itself: unpaired surrogates do not survive the way there. */
async function runCases({ address, cases }: { address: string; cases: string }) {
  interface Wanted {
    text: string;
    start?: number;
    entity: string;
    form?: string;
    confidence?: string;
    role?: string | null;
    now?: string | null;
    why?: string;
    candidates?: string[];
  }
  interface Case {
    name: string;
    gazetteer: string | string[];
    text: string;
    date?: string;
    mentions: Wanted[];
  }
  const { createHighlighter } = (await import(address)) as typeof import('namelight');
  type Highlighter = ReturnType<typeof createHighlighter>;
  type Mention = Awaited<ReturnType<Highlighter['annotate']>>[number];

  const response = await fetch(cases);
  const table = (await response.json()) as {
    gazetteers?: Record<string, { entities: object[] }>;
    cases: Case[];
  };
  const highlighters = new Map<string, Highlighter>();
  const highlighterFor = async (layers: string | string[]): Promise<Highlighter> => {
    const names = [layers].flat();
    let highlighter = highlighters.get(names.join());
    if (!highlighter) {
      const [lowest, ...overlays] = names.map((name) => table.gazetteers?.[name]);
      if (!lowest && names[0] !== 'base') throw new Error(`no gazetteer "${names[0]}"`);
      highlighter = createHighlighter(lowest ? { pack: lowest } : {});
      for (const overlay of overlays) {
        if (!overlay) throw new Error(`not all there: ${names}`);
        await highlighter.load(overlay);
      }
      highlighters.set(names.join(), highlighter);
    }
    return highlighter;
  };

  /** The fields that a row gives, from what was found. */
  const fieldsOf = (mention: Mention, wanted: Wanted | undefined): Record<string, unknown> => {
    const all: Record<string, unknown> = {
      text: mention.text,
      start: mention.start,
      entity: mention.entity,
      form: mention.form,
      confidence: mention.confidence,
      role: mention.role?.title ?? null,
      now: mention.role?.now?.title ?? null,
      why: mention.why,
      candidates: mention.candidates.map(({ entity }) => entity),
    };
    const keys = wanted ? ['start', ...Object.keys(wanted)] : ['text', 'start', 'entity'];
    return Object.fromEntries([...new Set(keys)].sort().map((key) => [key, all[key]]));
  };

  const failures: { name: string; wanted: unknown; found: unknown }[] = [];
  for (const { name, gazetteer, text, date, mentions } of table.cases) {
    const found = await (await highlighterFor(gazetteer)).annotate(text, date ? { date } : {});
    let from = 0;
    const wanted = mentions.map((mention) => {
      const start = mention.start ?? text.indexOf(mention.text, from);
      from = start + mention.text.length;
      const row = { ...mention, start };
      return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
    });
    const given = found.map((mention, number) => fieldsOf(mention, mentions[number]));
    if (JSON.stringify(wanted) !== JSON.stringify(given)) failures.push({ name, wanted, found: given });
  }
  for (const highlighter of highlighters.values()) highlighter.dispose();
  return { run: table.cases.length, failures };
}
