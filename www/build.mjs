/**
 * Builds the package as it is published into `dist/package`: the code in chunks (core, local engine,
 * card, strings), the engine, the base pack, type declarations, a manifest, and the licences of all of them.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const out = join(root, 'dist', 'package');
const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundle();
declareTypes();
copyFiles();
writeManifest();
writeLicences();

async function bundle() {
  await build({
    input: {
      index: join(here, 'src', 'index.ts'),
      element: join(here, 'src', 'element.ts'),
      strings: join(here, 'src', 'strings.ts'),
    },
    platform: 'browser',
    // So that an entry can import another one instead of both sharing a third file.
    preserveEntrySignatures: 'allow-extension',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'es2022' },
    plugins: [{ name: 'styles', transform: withoutIndents }],
    output: {
      dir: out,
      format: 'esm',
      // The package says nothing on the console; what the glue would warn of is never done.
      minify: { compress: { dropConsole: true } },
      comments: { legal: false },
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      // What the core shares with the parts loaded later, in one file instead of one each.
      codeSplitting: { groups: [{ name: 'shared', test: /src[\\/](errors|highlight-styles|painter|rendered)\.ts$/ }] },
    },
  });
}

/** Style sheets are written with indents, and shipped without. */
function withoutIndents(code, id) {
  return id.endsWith('-styles.ts') ? { code: code.replaceAll(/\n +/g, '\n') } : null;
}

function declareTypes() {
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const project = join(here, 'tsconfig.types.json');
  execFileSync(process.execPath, [compiler, '--project', project], { stdio: 'inherit' });
}

function copyFiles() {
  for (const name of ['namelight_bg.wasm', 'base.nlpack']) {
    cpSync(join(here, 'generated', name), join(out, name));
  }
  cpSync(join(here, 'README.md'), join(out, 'README.md'));
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
  const texts = ['lit-html', '@floating-ui/dom', '@floating-ui/core', '@floating-ui/utils'].map(
    (name) => {
      const folder = join(root, 'node_modules', name);
      return `${name}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`;
    },
  );
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES'), texts.join('\n----\n\n'));
}
