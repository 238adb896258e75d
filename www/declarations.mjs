/** Keeps of the type declarations those that an entry of the package leads to. */
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every source file has its declarations; those of the inner ones are nobody's to import. */
export function removeUnreachable(folder, manifest) {
  const kept = new Set();
  const entries = Object.values(manifest.exports).flatMap(({ types }) => types ?? []);
  const open = entries.map((name) => join(folder, name));
  while (open.length > 0) {
    const file = open.pop();
    if (kept.has(file)) continue;
    kept.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.{1,2}\/[^'"]+)\.js['"]/g);
    for (const [, name] of imports) open.push(join(dirname(file), `${name}.d.ts`));
  }
  const remove = (within) => {
    for (const entry of readdirSync(within, { withFileTypes: true })) {
      const path = join(within, entry.name);
      if (entry.isDirectory()) remove(path);
      else if (path.endsWith('.d.ts') && !kept.has(path)) rmSync(path);
    }
    if (readdirSync(within).length === 0) rmdirSync(within);
  };
  remove(folder);
}
