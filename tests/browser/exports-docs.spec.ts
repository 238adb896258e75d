/** The page on exports: its code runs as it stands there, and gives the samples that stand there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

const root = new URL('../../', import.meta.url);

test('the samples of docs/exports.md are what its code gives', async ({}, info) => {
  const page = readFileSync(new URL('docs/exports.md', root), 'utf8');
  const blocks = new Map(
    Array.from(page.matchAll(/<!-- sample (\w+) -->\n```\w+\n(.*?)\n```/gs), ([, name = '', text = '']) => [
      name,
      text,
    ]),
  );
  const folder = new URL('dist/package/', root);
  const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
    exports: Record<string, string | { default: string }>;
  };
  const code = (blocks.get('code') ?? '').replace(/'namelight(\/[\w.]+)?'/g, (_, entry = '') => {
    const target = exports[`.${entry}`];
    const file = typeof target === 'string' ? target : target?.default;
    return `'${new URL(file ?? 'missing', folder).href}'`;
  });
  const file = info.outputPath('sample.mjs');
  writeFileSync(file, code);
  const { stix, ...made } = (await import(pathToFileURL(file).href)) as Record<string, string>;
  const { objects } = JSON.parse(stix ?? '') as { objects: object[] };
  const samples = { ...made, stix: JSON.stringify(objects[0], null, 2) };
  expect(Object.keys(samples).sort()).toEqual([...blocks.keys()].filter((name) => name !== 'code').sort());
  for (const [name, sample] of Object.entries(samples)) {
    expect(blocks.get(name), name).toBe(sample.replaceAll('\r\n', '\n').trimEnd());
  }
});
