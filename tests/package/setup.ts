/** Packs the package and installs the tarball into an empty folder, once for all tests. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './run.js';
import { PACKAGE, TARBALL, WORK } from './places.js';

export default async function setup(): Promise<void> {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  const packed = await npm(['pack', PACKAGE, '--json', '--pack-destination', WORK], WORK);
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(packed);
  renameSync(join(WORK, filename), TARBALL);
  const kb = (bytes: number): string => (bytes / 1000).toFixed(0);
  console.log(`${filename}: ${entryCount} files, ${kb(size)} KB packed, ${kb(unpackedSize)} KB unpacked`);
  writeFileSync(join(WORK, 'package.json'), '{ "private": true, "type": "module" }\n');
  await npm(['install', '--offline', '--no-package-lock', '--no-audit', '--no-fund', TARBALL], WORK);
}
