/** The package as a folder: what it holds and says, and that importing it does nothing and needs no browser. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const folder = new URL('../../dist/package/', import.meta.url);

test('importing needs no DOM and shows the public names', async () => {
  expect(Object.keys(await import(new URL('index.js', folder).href))).toEqual(['createHighlighter']);
  expect(Object.keys(await import(new URL('strings.js', folder).href))).toEqual([
    'dateInWords',
    'directionOf',
    'english',
    'plural',
  ]);
});

test('every file that the manifest names is there, and no seed article', () => {
  const { main, types, exports } = JSON.parse(
    readFileSync(new URL('package.json', folder), 'utf8'),
  ) as { main: string; types: string; exports: Record<string, string | Record<string, string>> };
  const entries = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  const files = readdirSync(folder);
  for (const name of [main, types, ...entries]) expect(files).toContain(name.replace('./', ''));
  expect(files.filter((name) => name.endsWith('.txt'))).toEqual([]);
});

test('the card has words for every rule and every form of the engine', async () => {
  const glue = new URL('../../www/generated/namelight.js', import.meta.url);
  const { initSync, ruleNames, formNames } = (await import(glue.href)) as {
    initSync(options: { module: Uint8Array<ArrayBuffer> }): unknown;
    ruleNames(): string[];
    formNames(): string[];
  };
  initSync({ module: readFileSync(new URL('namelight_bg.wasm', folder)) });
  const { english } = (await import(
    new URL('strings.js', folder).href
  )) as typeof import('namelight/strings');
  expect(Object.keys(english.rules).sort()).toEqual(ruleNames().sort());
  expect(['name', ...Object.keys(english.forms)].sort()).toEqual(formNames().sort());
  const sentences = [...Object.values(english.rules), ...Object.values(english.forms)];
  expect(sentences.filter((words) => !/^[A-Z][^.]+\.$/.test(words))).toEqual([]);
});
