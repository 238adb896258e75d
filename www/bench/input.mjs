/** What is measured on: the texts, and the surface forms of the base gazetteer, the same for everybody. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TEXT_LENGTH = 100_000;

const read = (path) => readFileSync(join(ROOT, path), 'utf8');

export function gather() {
  const article = paragraphs('seeds/000_815b1df0a53870d3.txt');
  return {
    date: '2024-12-01',
    article: article.join('\n\n'),
    longArticle: repeated(article),
    fewNames: repeated(paragraphs('benches/prose.txt')),
    names: surfaceForms('gazetteer/base'),
  };
}

/** The lines of a text that are not empty. */
export function paragraphs(path) {
  return read(path)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** Whole copies up to about `TEXT_LENGTH`, paragraphs parted by blank lines. */
function repeated(lines) {
  const copy = `${lines.join('\n\n')}\n\n`;
  return copy.repeat(Math.ceil(TEXT_LENGTH / copy.length));
}

/** The entities of the gazetteer files of a folder. */
export function readEntities(folder) {
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => JSON.parse(read(join(folder, name))).entities);
}

/** The entities of each table of a folder, with their type and names alone; the widest known come first. */
export function readTables(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.tsv'));
  return files.sort().map((file) => {
    const lines = paragraphs(join(folder, file)).filter((line) => !line.startsWith('#'));
    const [headings, ...rows] = lines.map((line) => line.split('\t'));
    const cell = (row, heading) => row[headings.indexOf(heading)] ?? '';
    return rows.map((row) => ({
      type: cell(row, 'type'),
      name: cell(row, 'name'),
      names: cell(row, 'names').split('|').filter((name) => name !== ''),
    }));
  });
}

function surfaceForms(folder) {
  const texts = readEntities(folder).flatMap(({ name, names = [] }) => [
    name,
    ...names.map((form) => (typeof form === 'string' ? form : form.text)),
  ]);
  return [...new Set(texts)];
}
