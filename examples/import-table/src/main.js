/** Lights the names of an article, those of a table too that the reader chooses, and says what was not taken. */
import { createHighlighter } from 'namelight';
import { formatOf, importGazetteer } from 'namelight/import';

const input = document.querySelector('input');
const progress = document.querySelector('progress');

const highlighter = createHighlighter();
await highlighter.highlight(document.querySelector('article'));
input.addEventListener('change', () => addTable(input.files[0]));

async function addTable(file) {
  const { pack, counts } = await importGazetteer([{ name: file.name, content: file }], {
    format: (await formatOf(file)) ?? 'csv',
    title: file.name,
    onProgress: ({ readBytes, totalBytes }) => {
      progress.value = readBytes / totalBytes;
    },
    onFindings: (findings) => findings.forEach(report),
  });
  await highlighter.load(pack);
  document.querySelector('output').textContent = `${counts.taken} rows taken, ${counts.skipped} skipped`;
}

function report({ line, reason }) {
  const item = document.createElement('li');
  item.textContent = `line ${line}: ${reason}`;
  document.querySelector('ul').append(item);
}
