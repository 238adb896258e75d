/**
 * Builds the package as it is published into `dist/package`: the code in chunks (core, engines, card, strings),
 * the entries that stand alone (worker, one file for CDNs, Node, inline), the engine, the base pack, type
 * declarations, a manifest, integrity hashes, and the licences of all of them.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { removeUnreachable } from './declarations.mjs';
import { thirdPartyLicences } from './licences.mjs';
import { withoutSpace } from './without-space.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const out = join(root, 'dist', 'package');
const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const common = {
  plugins: [withoutSpace],
  platform: 'browser',
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  transform: { target: 'es2022' },
};
const commonOutput = {
  format: 'esm',
  // The package says nothing on the console; what the glue would warn of is never done.
  minify: { compress: { dropConsole: true } },
  comments: false,
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundleShell();
await bundle(['export', 'server'], {});
// A worker without imports is a file that a bundler need only copy.
await bundleAlone('worker', { file: 'worker', codeSplitting: false });
await bundleAlone('cdn', { file: 'namelight', codeSplitting: false });
// What most pages do not need takes nothing from the files that they do.
await bundleAlone('worker-engine', { codeSplitting: false });
await bundleAlone('local-engine', {});
await bundleAlone('element', { external: ['./index.js'] });
await bundleAlone('engines', { file: 'engine', external: ['./local-engine.js'] });
await bundleAlone('import', {});
await bundleAlone('import-worker', { codeSplitting: false });
await bundleAlone('node', { external: ['./index.js', './local-engine.js', /^node:/] });
await bundleAlone('inline', {
  external: ['./index.js', './local-engine.js'],
  plugins: [...common.plugins, moduleAsText()],
});
declareTypes();
copyFiles();
writeManifest();
writeLicences();
writeIntegrity();

/** What pages show: the core, what follows once names are lit, and the words of both. */
async function bundleShell() {
  await bundle(['index', 'cast-list', 'strings'], {
    external: ['./local-engine.js', './worker-engine.js'],
    groups: [
      // What the card and the cast list share, and the words of both.
      { name: 'interface', test: /lit-html[\\/](lit-html|is-server)\.js$|src[\\/]icon\.ts$/ },
      { name: 'words', test: /src[\\/](age|english|links|wording)\.ts$/ },
    ],
  });
}

/** Entries with what they share in files of its own. */
async function bundle(names, { groups, ...options }) {
  await build({
    ...common,
    ...options,
    // So that an entry can import another one instead of both sharing a third file.
    preserveEntrySignatures: 'allow-extension',
    input: Object.fromEntries(names.map((name) => [name, join(here, 'src', `${name}.ts`)])),
    output: {
      ...commonOutput,
      dir: out,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      ...(groups && { codeSplitting: { groups } }),
    },
  });
}

/** Builds one entry by itself: what it imports is within, but for what is named as external. */
async function bundleAlone(name, { file = name, codeSplitting, ...options }) {
  await build({
    ...common,
    ...options,
    input: join(here, 'src', `${name}.ts`),
    output: {
      ...commonOutput,
      file: join(out, `${file}.js`),
      ...(codeSplitting !== undefined && { codeSplitting }),
    },
  });
}

/** Gives the wasm module to the inline entry: gzip, as base64. */
function moduleAsText() {
  const name = 'namelight:module';
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => {
      if (id !== `\0${name}`) return undefined;
      const packed = gzipSync(readFileSync(join(here, 'generated', 'namelight_bg.wasm')), { level: 9 });
      return `export default ${JSON.stringify(packed.toString('base64'))};`;
    },
  };
}

function declareTypes() {
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const project = join(here, 'tsconfig.types.json');
  execFileSync(process.execPath, [compiler, '--project', project], { stdio: 'inherit' });
  removeUnreachable(out, manifest);
}

function copyFiles() {
  for (const name of ['namelight_bg.wasm', 'importer_bg.wasm', 'base.nlpack']) {
    cpSync(join(here, 'generated', name), join(out, name));
  }
  cpSync(join(here, 'README.md'), join(out, 'README.md'));
  const schema = 'mentions.schema.json';
  cpSync(join(here, 'src', 'export', schema), join(out, schema));
  cpSync(join(root, 'CHANGELOG.md'), join(out, 'CHANGELOG.md'));
}

/** What is bundled need not be installed, and the tarball has no scripts. */
function writeManifest() {
  const { scripts, devDependencies, ...published } = manifest;
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
}

function writeLicences() {
  for (const name of readdirSync(root).filter((file) => /^(LICENSE|NOTICE)/.test(file))) {
    cpSync(join(root, name), join(out, name));
  }
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES'), thirdPartyLicences(root, manifest));
}

/** What a page that loads the package from elsewhere can hold the files against. */
function writeIntegrity() {
  const files = ['namelight.js', 'namelight_bg.wasm', 'base.nlpack'];
  const hashes = files.map((name) => {
    const hash = createHash('sha384').update(readFileSync(join(out, name)));
    return [name, `sha384-${hash.digest('base64')}`];
  });
  for (const [name, hash] of hashes) console.log(`${name} ${hash}`);
  writeFileSync(
    join(out, 'integrity.json'),
    `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`,
  );
}
