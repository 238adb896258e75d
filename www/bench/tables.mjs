/** The results as tables in Markdown: what was measured, where, and each figure with what it is of. */
import { groupsText } from './report.mjs';
import { count, figureText, megabytes, number, table } from './table.mjs';

const BUDGETS = { '10,000 names': 1.25, 'base pack': 1.5 };

export function tables({ about, rows, floors, groups }) {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  const browsers = Object.keys(about.browsers);
  const parts = [
    aboutText(about),
    '### The page above its floor',
    FLOOR,
    floorTable(floors, about),
    ...browsers.flatMap((browser) => [
      `### Beside others in ${about.browsers[browser]}`,
      ...(browser === browsers[0] ? [BESIDE] : []),
      ...sizes.flatMap((size) => {
        const chosen = rows.filter((row) => row.browser === browser && row.size === size);
        return [`**${count(size)} names**`, besideTable(chosen, about)];
      }),
      'MB/s in prose with few names and in news, by the number of names',
      rateTable(rows.filter((row) => row.browser === browser), sizes, about),
    ]),
    '### What is shipped',
    'KB after brotli, packs as they are; names for namelight with types, roles and links, for the others as a list.',
    bytesTable(rows.filter(({ browser }) => browser === browsers[0]), sizes),
    ...(groups.length > 0 ? [`### The package alone, in ${about.browsers.chromium}`, groupsText(groups)] : []),
  ];
  return parts.join('\n\n');
}

const FLOOR = wrapped(
  'A page of 100 KB and 1,500 text nodes from the call of `highlight` until the frame with the first names has been ' +
    'rendered; the engine is ready. The floor is the same walk and the same ranges painted in the same frame, known ' +
    'beforehand; *all at once* paints in it all names of the page, as the budget has it. *Module* is the search with all rules, ' +
    'with the way into the module and out of it; *rest* is the mapping of names to the page, their painting, and the ' +
    'frame. What is told of the entities is made when it is asked for. Ratios are of each round by itself, with their first and last tenth.',
);

const BESIDE = wrapped(
  '*Ready* is from a pack, or the list of names, with the code loaded. *Kept* is memory after that: in Chromium the ' +
    'page’s heap with the module’s memory, in Firefox what its process has of its own. *Find* gives the mentions in a ' +
    'text, *page* is a whole page until its frame has been rendered, the first one of each process not counted: of ' +
    'namelight with the first names lit, below that with all of them, which are lit once a page has rested for two ' +
    'seconds. `>` is where it was given ' +
    'up. mark.js and find-and-replace-dom-text wrap names in elements, with the tuned regular expression; all else ' +
    'paints highlights through one walk.',
);

function aboutText({ date, browsers, processors, processor, load, mode, seconds }) {
  const where = `${Object.values(browsers).join(' and ')}, ${processors} × ${processor}`;
  const calm =
    load < 0.7
      ? 'with nothing else to do'
      : `**at a load average of ${number(load)} before it began: take the figures as ratios to each other**`;
  const run = `a ${mode} run of ${Math.ceil(seconds / 60)} minutes`;
  const unit = 'Milliseconds where nothing else is said, medians of several turns.';
  return wrapped(`${date}, ${where}, ${calm}; ${run}. ${unit}`);
}

/** In lines as they are written by hand. */
function wrapped(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= 118) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.join('\n');
}

function floorTable(floors, { browsers }) {
  const names = ['walk', 'inside', 'rest'];
  const headings = [
    ...['', 'names lit', 'floor', 'all at once', 'package', '÷ floor', '÷ all at once', 'budget'],
    ...['walk', 'module', 'rest'],
  ];
  const lines = floors.map((row) => [
    `${browsers[row.browser]}, ${row.pack}`,
    `${row.painted} of ${row.found}`,
    figureText(row.floor),
    figureText(row.floorAll),
    figureText(row.package),
    ...[row.ratio, row.ratioAll].map(({ median, low, high }) => `${number(median)} (${number(low)}–${number(high)})`),
    number(BUDGETS[row.pack]),
    ...names.map((name) => figureText(row.parts[name])),
  ]);
  return table([headings, ...lines]);
}

function besideTable(rows, { texts }) {
  const pages = Object.keys(texts).filter((name) => name !== 'prose');
  const headings = [
    ...['', 'ready', 'longest task', 'kept, MB', 'peak, MB'],
    ...pages.map((page) => `find in ${page}`),
    ...pages.map((page) => `page of ${page}`),
  ];
  const lines = rows.flatMap((row) => {
    const cell = (doing, figure) => capped(row, doing) ?? figureText(figure);
    const own = [
      row.label,
      cell('ready', row.ready),
      row.longestTask ? (row.longestTask.median < 50 ? '< 50' : figureText(row.longestTask)) : '',
      megabytes(row.kept),
      megabytes(row.peak),
      ...pages.map((page) => cell(`search ${page}`, row.search[page])),
      ...pages.map((page) => cell(`page ${page}`, row.page[page])),
    ];
    const isAll = Object.keys(row.all).length > 0;
    const blank = headings.slice(1, -pages.length).map(() => '');
    const all = [`${row.label}, all names lit`, ...blank, ...pages.map((page) => cell(`all ${page}`, row.all[page]))];
    return isAll ? [own, all] : [own];
  });
  return table([headings, ...lines]) + failures(rows);
}

const capped = ({ capped: given }, doing) => (given?.doing === doing ? `> ${given.seconds} s` : undefined);

const failures = (rows) =>
  rows
    .filter(({ failure }) => failure)
    .map(({ label, failure }) => `\n\n${label}: ${failure}`)
    .join('');

/** Of prose with few names and of news, by size. */
function rateTable(rows, sizes, { texts }) {
  const chosen = ['prose', '100 KB'];
  const ways = [...new Set(rows.filter(({ search }) => Object.keys(search).length > 0).map(({ label }) => label))];
  const headings = ['', ...chosen.flatMap((text) => sizes.map((size) => `${nameOf(text)}, ${count(size)}`))];
  const rate = (row, text) => texts[text].bytes / 1000 / row?.search[text]?.median;
  const rates = chosen.flatMap((text) => sizes.map((size) => ({ text, of: rows.filter((row) => row.size === size) })));
  const line = (label) =>
    rates.map(({ text, of }) => {
      return finite(rate(of.find((row) => row.label === label), text));
    });
  const best = rates.map(({ text, of }) => {
    const peers = of.filter(({ peer }) => peer).map((row) => rate(row, text));
    const ours = rate(of.find(({ name }) => name === 'candidates'), text);
    return finite(ours / Math.max(...peers.filter(Number.isFinite)));
  });
  const lines = ways.map((label) => [label, ...line(label)]);
  return table([headings, ...lines, ['fold and search ÷ the best other', ...best]]);
}

const finite = (value) => (Number.isFinite(value) ? number(value) : '–');

const nameOf = (text) => (text === 'prose' ? 'prose' : 'news');

function bytesTable(rows, sizes) {
  const ways = [...new Set(rows.filter(({ name }) => !OWN.has(name)).map(({ name }) => name))];
  const lines = ways.map((name) => {
    const all = sizes.map((size) => rows.find((row) => row.name === name && row.size === size));
    const kb = (value) => (value === undefined ? '–' : number(value / 1000));
    const code = all.find((row) => row?.bytes)?.bytes.code;
    return [all[0].label, kb(code), ...all.map((row) => kb(row?.bytes?.names))];
  });
  return table([['', 'code', ...sizes.map((size) => `${count(size)} names`)], ...lines]);
}

/** What nobody would ship. */
const OWN = new Set(['candidates', 'floor']);
