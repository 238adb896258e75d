/**
 * Builds the extension into `dist/extension/chromium` and `dist/extension/firefox`, with a zip of each beside them.
 * Both have the same files but for the manifest. Another folder to build into may be given. The zips depend on nothing but what is in them.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { build } from 'rolldown';
import { thirdPartyLicences } from '../licences.mjs';
import { withoutSpace } from '../without-space.mjs';
import { manifestFor } from './manifest.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const www = dirname(here);
const root = dirname(www);
const out = process.argv[2] ?? join(root, 'dist', 'extension');
const shared = join(out, 'chromium');
const { version } = readJson(join(here, 'package.json'));
const common = {
  platform: 'browser',
  tsconfig: join(here, 'tsconfig.json'),
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  transform: { target: 'es2022' },
  plugins: [withoutSpace],
};
const commonOutput = { minify: { compress: { dropConsole: true } }, comments: { legal: false } };

rmSync(out, { recursive: true, force: true });
mkdirSync(join(shared, 'pages'), { recursive: true });
// Imports are not followed by content scripts, nor loaded later by service workers.
await bundleAlone(join(here, 'src', 'content.ts'), 'content.js', 'iife');
await bundleAlone(join(here, 'src', 'background.ts'), 'background.js', 'esm');
await bundleAlone(join(www, 'src', 'import-worker.ts'), 'pages/import-worker.js', 'esm');
await bundlePages();
copyFiles();
writeLicences();
cpSync(shared, join(out, 'firefox'), { recursive: true });
for (const browser of ['chromium', 'firefox']) {
  const folder = join(out, browser);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(browser, version), null, 2)}\n`);
  writeFileSync(join(out, `namelight-${browser}-${version}.zip`), zipped(folder));
}

async function bundleAlone(input, file, format) {
  await build({
    ...common,
    input,
    output: { ...commonOutput, format, file: join(shared, file), codeSplitting: false },
  });
}

async function bundlePages() {
  const names = ['options', 'panel', 'popup', 'welcome'];
  await build({
    ...common,
    input: Object.fromEntries(names.map((name) => [name, join(here, 'src', name, 'main.ts')])),
    output: {
      ...commonOutput,
      format: 'esm',
      dir: join(shared, 'pages'),
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
    },
  });
}

function copyFiles() {
  for (const folder of ['pages', '_locales', 'icons']) {
    if (existsSync(join(here, folder))) cpSync(join(here, folder), join(shared, folder), { recursive: true });
  }
  const generated = join(www, 'generated');
  for (const name of ['namelight_bg.wasm', 'base.nlpack']) cpSync(join(generated, name), join(shared, name));
  cpSync(join(generated, 'importer_bg.wasm'), join(shared, 'pages', 'importer_bg.wasm'));
}

/** What the package bundles is bundled here too, and what the map is drawn with. */
function writeLicences() {
  for (const name of readdirSync(root).filter((file) => /^(LICENSE|NOTICE)/.test(file))) {
    cpSync(join(root, name), join(shared, name));
  }
  const { dependencies } = readJson(join(here, 'package.json'));
  const { devDependencies } = readJson(join(www, 'package.json'));
  const pictures = readJson(join(www, 'pictures', 'package.json'));
  const bundled = { devDependencies: { ...devDependencies, ...dependencies, ...pictures.dependencies } };
  writeFileSync(join(shared, 'THIRD-PARTY-LICENSES'), thirdPartyLicences(root, bundled));
}

/** The files of a folder in the order of their names, all of one moment, whatever the clock and its zone. */
function zipped(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [relative('', path).split(sep).join('/'), readFileSync(join(folder, path))])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(paths), { level: 9, mtime: new Date(2026, 0, 1), os: 3 });
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
