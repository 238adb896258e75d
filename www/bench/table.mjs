/** Tables in Markdown, and the numbers in them. */

/** Cells under each other, the first line being headings, without the columns that are empty below them. */
export function table(all) {
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

export function quantile(samples, share) {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (samples) => quantile(samples, 0.5);

export const count = (value) => value.toLocaleString('en');

export const number = (value) =>
  value < 1000 ? value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0) : count(Math.round(value));

/** The median of a figure of the results; a dash where there is none. */
export const figureText = (figure) => (figure ? number(figure.median) : '–');

export const megabytes = (figure) => (figure ? number(figure.median / 1e6) : '–');
