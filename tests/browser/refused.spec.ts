/**
 * Gazetteers that are refused, given as objects: the rows that the native tests read as files. Rows about the
 * syntax of files, which do not parse, say nothing of objects.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { PACKAGE, expect, test } from './support.js';

interface Row {
  name: string;
  file: string;
  repeat?: { what: string; times: number; for: string };
  kind: string;
  entity?: string;
  says: string[];
}

const folder = new URL('../refused/', import.meta.url);

function rowsOf(file: string): { row: Row; gazetteer: object }[] {
  const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: Row[] };
  return cases.flatMap((row) => {
    const { repeat } = row;
    const text = repeat ? row.file.replaceAll(repeat.for, repeat.what.repeat(repeat.times)) : row.file;
    const gazetteer = parsed(text);
    return gazetteer ? [{ row, gazetteer }] : [];
  });
}

function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
  test(`${file}: every fault is named, and what was loaded stays`, async ({ page }) => {
    const rows = rowsOf(file);
    expect(rows.length).toBeGreaterThan(20);
    await page.goto('/pages/blank.html');
    const outcomes = await page.evaluate(
      async ({ address, gazetteers }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        const highlighter = createHighlighter();
        const finds = async () =>
          JSON.stringify(await highlighter.annotate('Assad left Aleppo; Tarnak and A did not.'));
        const before = await finds();
        const outcomes = [];
        for (const gazetteer of gazetteers) {
          const error = await highlighter.load(gazetteer as { entities: object[] }).then(
            () => undefined,
            (cause: unknown) => cause,
          );
          outcomes.push({
            isError: error instanceof Error,
            code: error && (error as { code: unknown }).code,
            message: error instanceof Error ? error.message : '',
            stays: (await finds()) === before,
          });
        }
        highlighter.dispose();
        return outcomes;
      },
      { address: PACKAGE, gazetteers: rows.map(({ gazetteer }) => gazetteer) },
    );
    const faults = rows.flatMap(({ row }, number) => {
      const outcome = outcomes[number];
      if (!outcome?.isError) return [`${row.name}: accepted`];
      const { code, message, stays } = outcome;
      const unsaid = [row.entity ?? '', ...row.says].filter((words) => !message.includes(words));
      return [
        ...(code === row.kind ? [] : [`${row.name}: the code is ${code}, not ${row.kind}: ${message}`]),
        ...unsaid.map((words) => `${row.name}: does not say ${words}: ${message}`),
        ...(stays ? [] : [`${row.name}: what was loaded has changed`]),
      ];
    });
    expect(faults).toEqual([]);
  });
}
