/** What is in the tarball: what its entries lead to, the licences of all of it, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from '@playwright/test';
import { INSTALLED, readManifest, ROOT, targetsOf } from './places.js';

/** For people, and for whoever has to know under which terms they may use it. */
const DOCUMENTS = [
  'CHANGELOG.md',
  'LICENSE-APACHE',
  'LICENSE-CC-BY-4.0',
  'LICENSE-MIT',
  'NOTICE',
  'README.md',
  'THIRD-PARTY-LICENSES',
  'package.json',
];

const read = (name: string): string => readFileSync(join(INSTALLED, name), 'utf8');

const files = (): string[] =>
  readdirSync(INSTALLED, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(INSTALLED.length + 1).replaceAll('\\', '/'))
    .sort();

/** The files that a module or a declaration names: imported, exported from, or addressed beside itself. */
function leadsTo(file: string): string[] {
  const source = read(file);
  const names = source.matchAll(/(?:from|import|import\(|URL\()\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g);
  return [...names].map(([, name = '']) => {
    const path = posix.join(dirname(file), name);
    return file.endsWith('.d.ts') ? path.replace(/\.js$/, '.d.ts') : path;
  });
}

/** What the manifest names, and everything that leads to. */
function reachable(): string[] {
  const open = targetsOf(readManifest());
  const seen = new Set<string>();
  while (open.length > 0) {
    const file = posix.normalize(open.pop() ?? '');
    if (seen.has(file)) continue;
    seen.add(file);
    if (/\.(js|d\.ts)$/.test(file)) open.push(...leadsTo(file));
  }
  return [...seen];
}

test('the tarball holds what its entries lead to, its documents, and nothing else', () => {
  expect(files()).toEqual([...new Set([...reachable(), ...DOCUMENTS])].sort());
});

test('the licences of code and data are whole', () => {
  for (const name of ['LICENSE-APACHE', 'LICENSE-CC-BY-4.0', 'LICENSE-MIT', 'NOTICE']) {
    expect(read(name), name).toBe(readFileSync(join(ROOT, name), 'utf8'));
  }
  expect(readManifest().license).toBe('(MIT OR Apache-2.0) AND CC-BY-4.0');
});

test('whatever others wrote has its licence', () => {
  const parts = read('THIRD-PARTY-LICENSES').split('\n----\n').map((part) => part.trim());
  const named = parts.flatMap((part) => (part.split('\n', 1)[0] ?? '').split(', '));
  const expected = ['lit-html', '@floating-ui/core', 'aho-corasick', 'wasm-bindgen', 'serde', 'wide'];
  expect(named).toEqual(expect.arrayContaining(expected));
  for (const part of parts) expect(part).toMatch(/permi|licen[cs]e/i);
});

test('the seed article is not in it', () => {
  const article = readFileSync(join(ROOT, 'seeds', '000_815b1df0a53870d3.txt'), 'utf8');
  const lines = article.split('\n').filter((line) => line.length > 40);
  expect(lines.length).toBeGreaterThan(5);
  for (const file of files()) {
    const content = read(file);
    expect(lines.filter((line) => content.includes(line)), file).toEqual([]);
  }
});
