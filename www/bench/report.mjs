/** Reports, printed and written; and groups of samples as tables: medians, throughput, ratios to the group's peer. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, number, quantile, table } from './table.mjs';

const HEADINGS = ['', 'ms', 'p90', 'MB/s', '× peer'];

/** Prints a report and writes it, and the samples in it, into `folder`. */
export function report(folder, name, text, samples) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), text);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(samples, null, 1)}\n`);
  console.log(text);
}

export const groupsText = (groups) => groups.map(section).join('\n');

function section({ title, bytes, rows }) {
  const peer = rows.find((row) => row.peer);
  const lines = rows.map(({ what, samples }) => {
    const middle = median(samples);
    return [
      what,
      number(middle),
      number(quantile(samples, 0.9)),
      bytes ? number(bytes / 1000 / middle) : '',
      peer ? number(middle / median(peer.samples)) : '',
    ];
  });
  return `${title}\n\n${table([HEADINGS, ...lines])}\n`;
}
