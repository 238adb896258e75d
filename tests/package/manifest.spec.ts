/** The manifest as others read it: publint for bundlers and Node, are-the-types-wrong for TypeScript. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { expect, test } from '@playwright/test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { INSTALLED, readManifest, TARBALL, targetsOf } from './places.js';

/** Entries that are files to fetch or to start, and not to import. */
const ASSETS = /\.(wasm|nlpack|json)$|^\.\/((import-)?worker|namelight\.js)$/;

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({
    pkgDir: INSTALLED,
    pack: false,
    strict: true,
    level: 'suggestion',
  });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test('are-the-types-wrong finds nothing but that the package is ESM only', async () => {
  const packed = createPackageFromTarballData(new Uint8Array(readFileSync(TARBALL)));
  const analysis = await checkPackage(packed, { excludeEntrypoints: [ASSETS] });
  if (!analysis.types) throw new Error('the tarball has no types');
  const entries = Object.keys(readManifest().exports).filter((entry) => !ASSETS.test(entry));
  expect(Object.keys(analysis.entrypoints).sort()).toEqual(entries.sort());
  const others = analysis.problems.filter(({ kind }) => kind !== 'CJSResolvesToESM');
  expect(others).toEqual([]);
});

test('every entry names files that are there, and has types first', () => {
  const manifest = readManifest();
  for (const target of Object.values(manifest.exports)) {
    if (typeof target === 'string') continue;
    expect(Object.keys(target)[0]).toBe('types');
    expect(Object.keys(target).at(-1)).toBe('default');
  }
  for (const target of targetsOf(manifest)) {
    expect(existsSync(join(INSTALLED, target)), target).toBe(true);
  }
});
