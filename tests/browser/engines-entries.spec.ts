/** The entries that stand alone: the module within the code, all in one file, and Node. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as plain, type Page } from '@playwright/test';
import { commandLine, expected, seed } from './expected.js';
import { expect, test } from './support.js';

const folder = new URL('../../dist/package/', import.meta.url);
const TEXT = 'Bashar al-Assad left Aleppo.';
const FOUND = ['bashar-al-assad', 'aleppo'];

/** The paths of all that the page asks for. */
function askedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

test('the inline entry asks for no module, and for nothing at import', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const asked = askedFor(page);
  await page.evaluate(async () => {
    await import('/package/inline.js' as string);
  });
  const imported = asked.splice(0);
  const found = await page.evaluate(async (text) => {
    const { createHighlighter } = (await import(
      '/package/inline.js' as string
    )) as typeof import('namelight');
    const highlighter = createHighlighter();
    const mentions = await highlighter.annotate(text);
    highlighter.dispose();
    return mentions.map(({ entity }) => entity);
  }, TEXT);
  expect(found).toEqual(FOUND);
  expect(imported.filter((path) => !path.endsWith('.js'))).toEqual([]);
  expect(asked).toEqual(['/package/base.nlpack']);
});

test('the inline entry takes a pack, and then asks for nothing', async ({ page }) => {
  await page.goto('/pages/blank.html');
  const asked = askedFor(page);
  const found = await page.evaluate(async () => {
    const { createHighlighter } = (await import(
      '/package/inline.js' as string
    )) as typeof import('namelight');
    const lom = { id: 'lom', type: 'city', name: 'Lom' };
    const mentions = await createHighlighter({ pack: { entities: [lom] } }).annotate('In Lom.');
    return mentions.map(({ entity }) => entity);
  });
  expect(found).toEqual(['lom']);
  expect(asked.filter((path) => !path.endsWith('.js'))).toEqual([]);
});

plain('the one file works from another origin, held against its hash', async ({ page, baseURL }) => {
  const elsewhere = new URL('/package/', baseURL).href.replace('127.0.0.1', 'localhost');
  const { ['namelight.js']: integrity } = hashes();
  await page.goto('/pages/blank.html');
  const asked = askedFor(page);
  await page.evaluate(
    async ({ src, integrity }) => {
      const script = document.createElement('script');
      const loaded = new Promise((resolve, reject) => {
        script.addEventListener('load', resolve);
        script.addEventListener('error', reject);
      });
      Object.assign(script, { type: 'module', crossOrigin: 'anonymous', src, integrity });
      document.head.append(script);
      await loaded;
    },
    { src: `${elsewhere}namelight.js`, integrity: integrity ?? '' },
  );
  expect(asked).toEqual(['/package/namelight.js']);
  const told = await page.evaluate(
    async ({ address, text }) => {
      const { createHighlighter } = (await import(address)) as typeof import('namelight');
      const root = document.getElementById('root') as HTMLElement;
      root.textContent = text;
      const view = await createHighlighter().highlight(root);
      view.next();
      const worker = await createHighlighter({ worker: true }).ready.then(
        () => 'none',
        ({ code }: { code: string }) => code,
      );
      return { found: view.mentions.map(({ entity }) => entity), worker };
    },
    { address: `${elsewhere}namelight.js`, text: TEXT },
  );
  // Browsers start no worker from another origin.
  expect(told).toEqual({ found: FOUND, worker: 'worker-refused' });
  await expect(page.locator('namelight-card .card')).toHaveCount(1);
  expect(asked.slice(1).toSorted()).toEqual(['/package/base.nlpack', '/package/namelight_bg.wasm']);
});

const hashes = (): Record<string, string> =>
  JSON.parse(readFileSync(new URL('integrity.json', folder), 'utf8')) as Record<string, string>;

plain('the integrity hashes are those of the files', () => {
  const names = ['namelight.js', 'namelight_bg.wasm', 'base.nlpack'];
  const made = names.map((name) => {
    const hash = createHash('sha384').update(readFileSync(new URL(name, folder)));
    return [name, `sha384-${hash.digest('base64')}`];
  });
  expect(hashes()).toEqual(Object.fromEntries(made));
});

plain('the worker and the one file have no imports', () => {
  for (const name of ['worker.js', 'namelight.js']) {
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/\bimport\s*[("'{*]|\bfrom\s*["']/);
  }
});

/** Runs a module in Node, to which `namelight` is the built package as its manifest has it. */
function inNode(code: string): unknown {
  const run = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: fileURLToPath(folder),
    encoding: 'utf8',
  });
  return JSON.parse(run) as unknown;
}

plain('in Node, without options and a DOM, mentions are those of the command line', () => {
  const found = inNode(`
    import { createHighlighter } from 'namelight';
    const highlighter = createHighlighter();
    const given = ${JSON.stringify({ text: seed, date: expected.date })};
    const mentions = await highlighter.annotate(given.text, { date: given.date });
    highlighter.dispose();
    console.log(JSON.stringify(mentions));
  `);
  expect(found).toEqual(commandLine(expected.date));
});

plain('in Node, packs come from files with progress, as bytes, and not from where there is none', () => {
  const told = inNode(`
    import { readFile, stat } from 'node:fs/promises';
    import { pathToFileURL } from 'node:url';
    import { createHighlighter } from 'namelight';
    const file = pathToFileURL('base.nlpack');
    const { size } = await stat(file);
    const steps = [];
    const onProgress = (loaded, total) => steps.push([loaded, total]);
    const highlighters = [
      createHighlighter({ pack: file, onProgress }),
      createHighlighter({ pack: file.href, wasm: await readFile('namelight_bg.wasm') }),
      createHighlighter({ pack: await readFile(file) }),
      createHighlighter({ pack: { entities: [] } }),
    ];
    await highlighters[3].load(file);
    const found = [];
    for (const highlighter of highlighters) {
      const mentions = await highlighter.annotate(${JSON.stringify(TEXT)});
      found.push(mentions.map(({ entity }) => entity));
    }
    const signal = AbortSignal.abort('enough');
    const codes = [];
    for (const options of [{ pack: new URL('none', file) }, { pack: file, signal }]) {
      await createHighlighter(options).ready.catch(({ code }) => codes.push(code));
    }
    const whole = steps.length > 1 && steps.at(-1).every((bytes) => bytes === size);
    console.log(JSON.stringify({ found, codes, whole }));
  `);
  expect(told).toEqual({
    found: [FOUND, FOUND, FOUND, FOUND],
    codes: ['fetch', 'aborted'],
    whole: true,
  });
});
