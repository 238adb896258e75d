/** Lays a gazetteer of one's own over the base pack, and writes what a text mentions as CSV. */
import { readFile } from 'node:fs/promises';
import { createHighlighter } from 'namelight';
import { documentOfText, exportDocument } from 'namelight/export';

const text = `The Example Harbour Trust (EHT) sent divers to Aleppo and to Geneva.`;
const own = JSON.parse(await readFile(new URL('gazetteer.json', import.meta.url), 'utf8'));

const highlighter = createHighlighter();
await highlighter.load(own);
for (const conflict of await highlighter.conflicts()) console.error(conflict);
const article = await documentOfText(highlighter, text, { date: '2024-12-01' });
highlighter.dispose();

process.stdout.write(exportDocument(article, 'csv').text);
