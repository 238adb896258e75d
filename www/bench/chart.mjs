/**
 * The results as a picture: a row for each way, and in each panel where its times lie on a logarithmic axis, a disc for
 * Chromium and a ring for Firefox. All that is drawn comes from the results.
 */
import { count, number } from './table.mjs';

const PALETTES = {
  light: { ground: '#ffffff', ink: '#1f2328', faint: '#59636e', line: '#d8dee4', band: '#f6f1ee', ours: '#a3341f', others: '#3d5a80' },
  dark: { ground: '#0d1117', ink: '#e6edf3', faint: '#9198a1', line: '#2b323b', band: '#1d1a1b', ours: '#f0937c', others: '#8fb4dd' },
};

export const SCHEMES = Object.keys(PALETTES);

const PANELS = [
  { title: 'Ready', of: '100,000 names', size: 100_000, doing: 'ready', figure: (row) => row.ready },
  { title: 'Page of 100 KB lit', of: '10,000 names', size: 10_000, doing: 'page 100 KB', figure: (row) => row.page['100 KB'] },
  { title: 'Page of 1 MB lit', of: '100,000 names', size: 100_000, doing: 'page 1 MB', figure: (row) => row.page['1 MB'] },
];

/** What stands in the rows: what others would use, what we are, and the least that it can cost. */
const SHOWN = ['namelight', 'floor', 'expression', 'flashtext', 'monyone', 'fastscan', 'ahocorasick', 'mark', 'find-and-replace'];

const BOX = { left: 216, top: 92, row: 30, panel: 226, gap: 22, bottom: 88 };

export function chart({ about, rows }, scheme) {
  const colours = PALETTES[scheme];
  const names = ordered(rows);
  const width = BOX.left + PANELS.length * (BOX.panel + BOX.gap) + 10;
  const bottom = BOX.top + names.length * BOX.row;
  const height = bottom + BOX.bottom;
  const panels = PANELS.map((panel, index) => panelAt(panel, BOX.left + index * (BOX.panel + BOX.gap), rows, names, colours));
  const labels = names.map((name, line) => {
    const own = name === 'namelight' ? ` font-weight="600" fill="${colours.ours}"` : '';
    return text(BOX.left - 14, middleOf(line) + 5, labelOf(rows, name), `text-anchor="end"${own}`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" font-size="14" fill="${colours.ink}">
<title>How long it takes to be ready, and to light the names of a page</title>
<desc>${escaped(described(rows, names))}</desc>
<rect width="${width}" height="${height}" fill="${colours.ground}"/>
<rect x="0" y="${BOX.top}" width="${width}" height="${BOX.row}" fill="${colours.band}"/>
${labels.join('\n')}
${panels.join('\n')}
${legend(bottom + 62, about, colours)}
</svg>
`;
}

/** Us, the floor, and the others from the fastest page on. */
function ordered(rows) {
  const { size, figure } = PANELS[1];
  const pageOf = (name) => figure(rowOf(rows, 'chromium', size, name) ?? { page: {} })?.median ?? Infinity;
  const [ours, floor, ...others] = SHOWN;
  return [ours, floor, ...others.sort((a, b) => pageOf(a) - pageOf(b))];
}

const rowOf = (rows, browser, size, name) =>
  rows.find((row) => row.browser === browser && row.size === size && row.name === name);

const labelOf = (rows, name) =>
  name === 'floor' ? 'floor: walk and paint alone' : rows.find((row) => row.name === name).label.replace(/, markRegExp$/, '');

const middleOf = (line) => BOX.top + (line + 0.5) * BOX.row;

function panelAt(panel, left, rows, names, colours) {
  const points = names.flatMap((name, line) =>
    // Being ready has no floor.
    name === 'floor' && panel.doing === 'ready'
      ? []
      : Object.keys(MARKS).flatMap((browser) => pointOf(panel, rowOf(rows, browser, panel.size, name), line)),
  );
  const from = 10 ** Math.floor(Math.log10(Math.min(...points.map(({ value }) => value))));
  const to = Math.max(...points.map(({ value }) => value)) * 1.25;
  const x = (value) => left + (BOX.panel * Math.log(value / from)) / Math.log(to / from);
  const bottom = BOX.top + names.length * BOX.row;
  const decades = [];
  for (let decade = from; decade <= to; decade *= 10) decades.push(decade);
  const between = decades.flatMap((decade) => [2, 5].map((times) => decade * times)).filter((value) => value < to);
  return [
    text(left, 40, panel.title, 'font-size="16" font-weight="600"'),
    text(left, 60, panel.of, `fill="${colours.faint}"`),
    ...between.map((value) => vertical(x(value), bottom, colours.line, 0.45)),
    ...decades.map((value) => vertical(x(value), bottom, colours.line, 1.2)),
    ...decades.map((value) => text(x(value), bottom + 20, duration(value), `text-anchor="middle" fill="${colours.faint}"`)),
    ...points.map((point) => mark(point, x(point.value), colours)),
    ...oursIn(points).map(({ value, line, above }) =>
      text(x(value) + (above ? 9 : -9), middleOf(line) + 5, number(value), `text-anchor="${above ? 'start' : 'end'}" font-weight="600" font-size="13" fill="${colours.ours}"`),
    ),
  ].join('\n');
}

function pointOf({ doing, figure }, row, line) {
  if (!row) return [];
  const own = { line, name: row.name, browser: row.browser };
  if (row.capped?.doing === doing) return [{ ...own, value: row.capped.seconds * 1000, isOver: true }];
  const value = figure(row)?.median;
  return value === undefined ? [] : [{ ...own, value }];
}

/** Our own points, the greater one told on its right. */
function oursIn(points) {
  const ours = points.filter(({ name }) => name === 'namelight').sort((a, b) => a.value - b.value);
  return ours.map((point, index) => ({ ...point, above: index === ours.length - 1 }));
}

const MARKS = {
  chromium: (x, y, colour) => `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="5.5" fill="${colour}"/>`,
  firefox: (x, y, colour, ground) =>
    `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="4.5" fill="${ground}" stroke="${colour}" stroke-width="2"/>`,
};

function mark({ browser, line, name, isOver }, x, colours) {
  const colour = name === 'namelight' ? colours.ours : name === 'floor' ? colours.faint : colours.others;
  const shape = MARKS[browser](x, middleOf(line), colour, colours.ground);
  return isOver ? shape + text(x - 10, middleOf(line) + 5, 'over', `text-anchor="end" font-size="12" fill="${colours.faint}"`) : shape;
}

function legend(y, { browsers, date, load }, colours) {
  const x = BOX.left;
  const busy = load < 0.7 ? '' : `; the machine was busy (load ${number(load)}): ratios count, not times`;
  return [
    MARKS.chromium(x + 6, y - 26, colours.others),
    text(x + 18, y - 21, browsers.chromium),
    MARKS.firefox(x + 226, y - 26, colours.others, colours.ground),
    text(x + 238, y - 21, browsers.firefox),
    text(x, y + 8, `Medians, logarithmic axes; less is better. ${date}${busy}.`, `font-size="13" fill="${colours.faint}"`),
  ].join('\n');
}

/** The picture in words. */
function described(rows, names) {
  return PANELS.map(({ title, of, size, figure, doing }) => {
    const times = names.flatMap((name) => {
      const row = rowOf(rows, 'chromium', size, name);
      const [point] = row && !(name === 'floor' && doing === 'ready') ? pointOf({ doing, figure }, row, 0) : [];
      return point ? [`${labelOf(rows, name)} ${point.isOver ? 'over ' : ''}${count(Math.round(point.value))} ms`] : [];
    });
    return `${title}, ${of}, in Chromium: ${times.join(', ')}.`;
  }).join(' ');
}

const duration = (ms) => (ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`);

const vertical = (x, bottom, colour, width) =>
  `<path d="M${fixed(x)} ${BOX.top - 4}V${bottom}" stroke="${colour}" stroke-width="${width}"/>`;

const text = (x, y, words, attributes = '') => `<text x="${fixed(x)}" y="${fixed(y)}" ${attributes}>${escaped(words)}</text>`;

const fixed = (value) => Number(value.toFixed(1));

const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
