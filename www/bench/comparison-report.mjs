/** The comparison as tables: one for each size, with our ratios to the best peer, and the curve over the sizes. */
import { median, number, quantile, table } from './table.mjs';

const MB = 1e6;

/** What other work of the machine disturbed least: it only ever adds to a time. */
const fastest = (samples) => quantile(samples, 0.1);

/** Below this browsers do not tell of a task. */
const LONG_TASK = 50;

/** `bytes` of the texts by name. */
export function comparisonText(rows, bytes) {
  const columns = columnsFor(bytes);
  const sizes = [...new Set(rows.map(({ size }) => size))];
  const of = (size) => rows.filter((row) => row.size === size);
  const parts = sizes.map((size) => `${count(size)} names\n\n${sizeTable(of(size), columns)}\n`);
  const found = sizes.map((size) => `Found with ${count(size)} names\n\n${foundTable(of(size), bytes)}\n`);
  const curves = columns
    .filter(({ text }) => text)
    .map((column) => `MB/s by size: ${column.text}\n\n${curve(sizes.map(of), column)}\n`);
  return [...parts, ...curves, ...found].join('\n');
}

/** What each column shows of a row, and whether more or less of it is better. */
function columnsFor(bytes) {
  return [
    { heading: 'ready ms', value: ({ ready }) => fastest(ready), best: Math.min },
    {
      heading: 'longest task ms',
      value: ({ longestTask }) => median(longestTask),
      shown: (value) => (value < LONG_TASK ? `< ${LONG_TASK}` : number(value)),
    },
    { heading: 'kept MB', value: ({ kept }) => median(kept) / MB, best: Math.min },
    { heading: 'peak MB', value: ({ peak }) => median(peak) / MB, best: Math.min },
    ...Object.entries(bytes).map(([text, length]) => ({
      heading: `${text} MB/s`,
      text,
      value: ({ search }) => length / 1000 / fastest(search[text]),
      best: Math.max,
    })),
  ];
}

function sizeTable(rows, columns) {
  const headings = ['', ...columns.map(({ heading }) => heading)];
  const lines = rows.map((row) => [row.label, ...columns.map((column) => cell(column, row))]);
  const ratios = rows
    .filter(({ peer }) => !peer)
    .map((row) => [`${row.label} ÷ best peer`, ...columns.map((column) => ratio(column, row, rows))]);
  return table([headings, ...lines, ...ratios]) + failures(rows);
}

function cell({ value, shown = number }, row) {
  const of = value(row);
  return Number.isFinite(of) ? shown(of) : '–';
}

function ratio({ value, best }, row, rows) {
  if (!best) return '';
  const peers = rows.filter(({ peer }) => peer).map(value);
  const quotient = value(row) / best(...peers.filter(Number.isFinite));
  return Number.isFinite(quotient) ? number(quotient) : '–';
}

const failures = (rows) =>
  rows
    .filter(({ failure }) => failure)
    .map(({ label, failure }) => `\n\n${label}: ${failure}`)
    .join('');

/** What is found in each text, with what is missing and what should not be there. */
function foundTable(rows, bytes) {
  const texts = Object.keys(bytes);
  const lines = rows.map(({ label, found }) => [label, ...texts.map((text) => finding(found[text]))]);
  return table([['', ...texts], ...lines]);
}

function finding(found) {
  if (!found) return '–';
  const { missing = 0, extra = 0 } = found;
  const faults = missing + extra > 0 ? ` (${missing} missing, ${extra} extra)` : '';
  return count(found.found) + faults;
}

function curve(bySize, column) {
  const headings = ['', ...bySize.map(([{ size }]) => count(size))];
  const lines = bySize[0].map(({ name, label }) => [
    label,
    ...bySize.map((rows) => cell(column, rows.find((row) => row.name === name))),
  ]);
  return table([headings, ...lines]);
}

const count = (value) => value.toLocaleString('en');
