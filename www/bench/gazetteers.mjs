/** The gazetteers of the comparison, in `target/bench/`: their names for the peers, and as packs for us. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './input.mjs';

/** How many surface forms an entity has, about as among real places and people. */
const FORMS = 2;

/** `[{ size, names, files: { names, pack } }]`, the files as paths below the project's folder. */
export function writeGazetteers(all, sizes) {
  mkdirSync(join(ROOT, 'target/bench'), { recursive: true });
  return sizes.map((size) => {
    const names = all.slice(0, size);
    const path = (ending) => `target/bench/names-${size}.${ending}`;
    const files = { names: path('json'), pack: path('nlpack') };
    const texts = names.map(({ text }) => text);
    writeFileSync(join(ROOT, files.names), JSON.stringify(texts));
    const source = join(ROOT, path('gazetteer.json'));
    writeFileSync(source, JSON.stringify({ title: `${size} names`, entities: entities(names) }));
    const pack = ['namelight', 'pack', '--out', join(ROOT, files.pack), source];
    execFileSync('cargo', pack, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    return { size, names: texts, files };
  });
}

/** Names of one type, two by two. */
function entities(names) {
  const byType = {};
  for (const { text, type } of names) (byType[type] ??= []).push(text);
  return Object.entries(byType).flatMap(([type, texts]) =>
    Array.from({ length: Math.ceil(texts.length / FORMS) }, (_, number) => {
      const [name, ...others] = texts.slice(number * FORMS, (number + 1) * FORMS);
      const id = `${type}-${number}`;
      return { id, type, name, names: others, links: { website: `https://example.org/${id}` } };
    }),
  );
}
