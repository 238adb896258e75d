/** Bundles the code that is measured and does not ship as it is. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { ROOT } from './input.mjs';

const WAYS = join(ROOT, 'www/bench/ways');

export async function bundle(folder) {
  // The package's own walk, for the floor: what ships has it only together with the rest.
  await build({
    input: join(ROOT, 'www/bench/page/walk.ts'),
    output: { file: join(folder, 'walk.js'), minify: true },
  });
  rmSync(join(folder, 'ways'), { recursive: true, force: true });
  // The ways of finding names, with the peers' packages; the engine's glue is fetched as it is.
  await build({
    input: readdirSync(WAYS).map((file) => join(WAYS, file)),
    external: /^\/(www|dist|target)\//,
    output: { dir: join(folder, 'ways'), minify: true },
  });
}
