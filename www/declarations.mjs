/** Keeps of the type declarations those that an entry of the package leads to. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Every source file has its declarations; those of the inner ones are nobody's to import. */
export function removeUnreachable(folder, manifest) {
  const kept = new Set();
  const open = Object.values(manifest.exports).flatMap(({ types }) => types ?? []);
  while (open.length > 0) {
    const name = basename(open.pop());
    if (kept.has(name)) continue;
    kept.add(name);
    const source = readFileSync(join(folder, name), 'utf8');
    const imports = source.matchAll(/(?:from|import\()\s*'(\.\/[^']+)\.js'/g);
    for (const [, path] of imports) open.push(`${path}.d.ts`);
  }
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.d.ts') && !kept.has(name)) rmSync(join(folder, name));
  }
}
