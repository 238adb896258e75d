/** The samples as a table: medians, 90th percentiles, throughput, and ratios to the peer of the group. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADINGS = ['', 'ms', 'p90', 'MB/s', '× peer'];

/** Prints the table and writes it, and the samples, into `folder`. */
export function report(folder, about, groups) {
  const text = `${about}\n\n${groups.map(section).join('\n')}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'browser.md'), text);
  writeFileSync(join(folder, 'browser.json'), `${JSON.stringify({ about, groups }, null, 1)}\n`);
  console.log(text);
}

function section({ title, bytes, rows }) {
  const peer = rows.find((row) => row.peer);
  const lines = rows.map(({ what, samples }) => {
    const median = quantile(samples, 0.5);
    return [
      what,
      number(median),
      number(quantile(samples, 0.9)),
      bytes ? number(bytes / 1000 / median) : '',
      peer ? number(median / quantile(peer.samples, 0.5)) : '',
    ];
  });
  return `${title}\n\n${table([HEADINGS, ...lines])}\n`;
}

function quantile(samples, share) {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const number = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** Cells under each other, in Markdown, without the columns that are empty here. */
function table(all) {
  const used = all[0].map((_, column) => all.slice(1).some((line) => line[column] !== ''));
  const [headings, ...lines] = all.map((line) => line.filter((_, column) => used[column]));
  const widths = headings.map((heading, column) =>
    Math.max(...[headings, ...lines].map((line) => line[column].length)),
  );
  const shown = (line) =>
    `| ${line.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => '-'.repeat(i ? width - 1 : width) + (i ? ':' : '')).join(' | ')} |`;
  return [shown(headings), rule, ...lines.map(shown)].join('\n');
}
