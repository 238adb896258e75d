/** Overlays as the cases have them: what is refused leaves all as it was, and conflicts are told. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Conflict, Gazetteer } from 'namelight';
import { PACKAGE, expect, test } from './support.js';

interface Refused {
  name: string;
  over: string[];
  gazetteer: string;
  kind: string;
  entity: string;
  says: string[];
}

interface Conflicts {
  name: string;
  gazetteer: string[];
  first?: number;
  conflicts: Conflict[];
}

interface Table {
  gazetteers?: Record<string, Gazetteer>;
  refused?: Refused[];
  conflicts?: Conflicts[];
}

const folder = new URL('../cases/', import.meta.url);
const tables = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => ({ name, table: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Table }));

const gazetteersOf = ({ gazetteers }: Table, names: string[]): Gazetteer[] =>
  names.map((name) => {
    const gazetteer = gazetteers?.[name];
    if (!gazetteer) throw new Error(`no gazetteer "${name}"`);
    return gazetteer;
  });

const withRefused = tables.filter(({ table }) => table.refused);
const withConflicts = tables.filter(({ table }) => table.conflicts);

test('there are cases', () => {
  expect(withRefused).not.toEqual([]);
  expect(withConflicts).not.toEqual([]);
});

for (const { name, table } of withRefused) {
  test(`${name}: what is refused says why, and what was loaded stays`, async ({ page }) => {
    const rows = table.refused ?? [];
    await page.goto('/pages/blank.html');
    const outcomes = await page.evaluate(
      async ({ address, rows }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        const text = 'Ivo Brandt, Morva, Sela, Velda and the Veldanian guard; Lom, Old Gate, Tarnak, Morva Xyz.';
        const outcomes = [];
        for (const { over, overlay } of rows) {
          const [pack, ...others] = over;
          const highlighter = createHighlighter(pack && { pack });
          for (const other of others) await highlighter.load(other);
          const found = async () =>
            JSON.stringify([await highlighter.annotate(text), await highlighter.conflicts()]);
          const before = await found();
          const error = await highlighter.load(overlay).then(
            () => undefined,
            (cause: unknown) => cause,
          );
          outcomes.push({
            isError: error instanceof Error,
            code: error && (error as { code: unknown }).code,
            message: error instanceof Error ? error.message : 'accepted',
            stays: (await found()) === before,
          });
          highlighter.dispose();
        }
        return outcomes;
      },
      {
        address: PACKAGE,
        rows: rows.map(({ over, gazetteer }) => ({
          over: gazetteersOf(table, over),
          overlay: gazetteersOf(table, [gazetteer])[0] as Gazetteer,
        })),
      },
    );
    const wanted = rows.map(({ kind }) => ({ isError: true, code: kind, stays: true }));
    expect(outcomes).toMatchObject(wanted);
    for (const [number, { entity, says }] of rows.entries()) {
      for (const words of [entity, ...says]) expect(outcomes[number]?.message).toContain(words);
    }
  });
}

for (const { name, table } of withConflicts) {
  test(`${name}: conflicts are told`, async ({ page }) => {
    const rows = table.conflicts ?? [];
    await page.goto('/pages/blank.html');
    const told = await page.evaluate(
      async ({ address, rows }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        const told = [];
        for (const { layers, first } of rows) {
          const [pack, ...overlays] = layers;
          const highlighter = createHighlighter(pack && { pack });
          for (const overlay of overlays) await highlighter.load(overlay);
          told.push(await highlighter.conflicts(first));
          highlighter.dispose();
        }
        return told;
      },
      {
        address: PACKAGE,
        rows: rows.map(({ gazetteer, first }) => ({ layers: gazetteersOf(table, gazetteer), first })),
      },
    );
    const named = (conflicts: Conflict[][]) => rows.map(({ name }, row) => [name, conflicts[row]]);
    expect(named(told)).toEqual(named(rows.map(({ conflicts }) => conflicts)));
  });
}
