/** Groups of figures as tables: medians, throughput, ratios to the group's peer. */
import { figureText, number, table } from './table.mjs';

const HEADINGS = ['', 'ms', 'p90', 'MB/s', '× peer'];

export const groupsText = (groups) => groups.map(section).join('\n\n');

function section({ title, bytes, rows }) {
  const peer = rows.find((row) => row.peer);
  const lines = rows.map((row) => [
    row.what,
    figureText(row),
    number(row.high),
    bytes ? number(bytes / 1000 / row.median) : '',
    peer ? number(row.median / peer.median) : '',
  ]);
  return `${title}\n\n${table([HEADINGS, ...lines])}`;
}
