/**
 * Gazetteers imported in the page: what is made of the samples is what the native tests expect, rows and all;
 * an import tells how far it is, can be stopped, keeps what it read of a broken file, and leaves no worker.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { ImportFinding, ImportOptions, ImportProgress } from 'namelight/import';
import { thorough } from './run.js';
import { expect, PACKAGE, test } from './support.js';

const IMPORT = '/package/import.js';

interface Sample {
  name: string;
  files: { format: string; file: string }[];
  columns?: Record<string, string>;
}

interface Outcome {
  entities: { id: string; weak?: unknown }[];
  findings: ImportFinding[];
  progress: ImportProgress[];
  counts: object;
  entityCount: number;
  fault: { code: string; message: string } | null;
  formats: (string | undefined)[];
}

const folder = new URL('../import/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const samples = JSON.parse(read('samples.json')) as Sample[];

test.beforeEach(({ page }) => page.goto('/pages/blank.html'));

for (const { name, files, columns = {} } of samples) {
  test(`${name} becomes what is expected of it`, async ({ page }) => {
    const sources = files.map(({ format, file }) => ({ format, name: file, text: read(file) }));
    const { format = '' } = files[0] ?? {};
    const made = await imported(page, sources, { format, title: 'sample', columns });
    expect(made.fault).toBeNull();
    const { entities } = JSON.parse(read(`${name}.expected.json`)) as Outcome;
    // Which names are common words, the command line alone knows.
    expect(made.entities).toEqual(entities.map(({ weak: _, ...entity }) => entity));
    expect(made.entityCount).toBe(entities.length);
    const report = read(`${name}.report.jsonl`).trim().split('\n');
    expect([...made.findings, made.counts]).toEqual(report.map((line) => JSON.parse(line) as object));
    expect(made.formats[0]).toBe(format);
  });
}

test('a table of a hundred thousand rows is made into a pack, and tells how far it is', async ({ page }) => {
  test.skip(!thorough, 'it takes long');
  // It is a second or two of work, and ten times that where other tests run beside it.
  test.setTimeout(180_000);
  const rows = Array.from({ length: 100_000 }, (_, row) => `Example Person ${row}x,person,Head of ${row}`);
  const text = ['name,type,role', ...rows, ',person,'].join('\n');
  const made = await imported(page, [{ name: 'long.csv', text }], { format: 'csv', title: 'long' }, 'Example Person 99999x');
  expect(made.counts).toEqual({ read: 100_001, taken: 100_000, skipped: 1, merged: 0, warnings: 0 });
  expect(made.entityCount).toBe(100_000);
  expect(made.findings).toEqual([expect.objectContaining({ what: 'skipped', line: 100_002 })]);
  const told = made.progress.map(({ readBytes }) => readBytes);
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(text.length);
  expect(made.progress.every(({ file, totalBytes }) => file === 'long.csv' && totalBytes === text.length)).toBe(true);
  await expect.poll(() => page.workers()).toEqual([]);
});

test('what was read of a broken file is kept, and said why no more was', async ({ page }) => {
  const sources = [
    { name: 'cut.csv', text: 'name,type\nAnn Example,person\nBob,"person\nEve,person\n' },
    { name: 'whole.csv', text: 'name,type\nExampleton,city\n' },
  ];
  const made = await imported(page, sources, { format: 'csv', title: 'cut' });
  expect(made.entities.map(({ id }) => id)).toEqual(['ann-example', 'exampleton']);
  expect(made.fault?.message).toContain('cut.csv');
  expect(made.fault?.code).toBe('truncated');
});

test('where nothing can be made of the files, the import fails', async ({ page }) => {
  for (const [options, text, code] of [
    [{ format: 'csv' }, 'PK\u0003\u0004', 'format'],
    [{ format: 'csv' }, 'name,type\n', 'empty'],
    [{ format: 'no-such' }, 'name\nAnn Example', 'unknown'],
    [{ format: 'csv', encoding: 'no-such' }, 'name\nAnn Example', 'encoding'],
    [{ format: 'csv', wasm: '/package/not-there.wasm' }, 'name\nAnn Example', 'import'],
  ] as const) {
    const failed = await page.evaluate(
      async ({ address, options, text }) => {
        const { importGazetteer } = (await import(address)) as typeof import('namelight/import');
        const content = new Blob([text]);
        const cause = await importGazetteer([{ name: 'one', content }], { ...options, title: 'one' }).catch(
          (problem: Error & { code: string }) => problem,
        );
        return 'code' in cause ? [cause instanceof Error, cause.code] : cause;
      },
      { address: IMPORT, options, text },
    );
    expect(failed, JSON.stringify(options)).toEqual([true, code]);
  }
  await expect.poll(() => page.workers()).toEqual([]);
});

test('an import that is stopped ends at once, and one that was stopped before never begins', async ({ page }) => {
  const told = await page.evaluate(async (address) => {
    const { importGazetteer } = (await import(address)) as typeof import('namelight/import');
    const rows = Array.from({ length: 200_000 }, (_, row) => `Example Person ${row}x,person\n`);
    const sources = [{ name: 'long.csv', content: new Blob(['name,type\n', ...rows]) }];
    const end = new AbortController();
    let told = 0;
    const options = {
      format: 'csv',
      title: 'long',
      signal: end.signal,
      onProgress: () => {
        told += 1;
        end.abort('enough');
      },
    };
    const stopped = async () =>
      importGazetteer(sources, options).then(
        () => undefined,
        ({ code, cause }: Error & { code: string }) => ({ code, cause }),
      );
    return [await stopped(), told, await stopped(), told];
  }, IMPORT);
  const aborted = { code: 'aborted', cause: 'enough' };
  expect(told).toEqual([aborted, 1, aborted, 1]);
  await expect.poll(() => page.workers()).toEqual([]);
});

/** Imports in the page, and has what was made found in a text: `name`, or the name of the first entity. */
async function imported(
  page: Page,
  sources: readonly { name: string; text: string; format?: string }[],
  options: ImportOptions,
  name?: string,
): Promise<Outcome> {
  const { found, named, ...outcome } = await page.evaluate(
    async ({ addresses, sources, options, name }) => {
      const { formatOf, importGazetteer } = (await import(addresses[0])) as typeof import('namelight/import');
      const { createHighlighter } = (await import(addresses[1])) as typeof import('namelight');
      const findings: ImportFinding[] = [];
      const progress: ImportProgress[] = [];
      const files = sources.map(({ text, ...source }) => ({ ...source, content: new File([text], source.name) }));
      const { pack, json, counts, entityCount, fault } = await importGazetteer(files, {
        ...options,
        onFindings: (some) => findings.push(...some),
        onProgress: ({ file, readBytes, totalBytes }) => progress.push({ file, readBytes, totalBytes }),
      });
      const { entities } = JSON.parse(json) as { entities: { id: string; name: string }[] };
      const highlighter = createHighlighter({ pack });
      const wanted = entities.find((entity) => entity.name === name) ?? entities[0];
      const mentions = await highlighter.annotate(`${wanted?.name} spoke.`);
      highlighter.dispose();
      return {
        entities: entities.map((entity) => ({ ...entity })),
        findings,
        progress,
        counts,
        entityCount,
        fault: fault ? { code: fault.code, message: fault.message } : null,
        formats: await Promise.all(files.map(({ content }) => formatOf(content))),
        found: mentions.map(({ entity }) => entity),
        named: wanted?.id,
      };
    },
    { addresses: [IMPORT, PACKAGE] as const, sources, options, name },
  );
  expect(found).toContain(named);
  return outcome;
}
