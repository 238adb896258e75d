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
import { removeUnreachable } from './declarations.mjs';
import { thirdPartyLicences } from './licences.mjs';

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
      strings: join(here, 'src', 'strings.ts'),
    },
    platform: 'browser',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'es2022' },
    output: {
      dir: out,
      format: 'esm',
      // The package says nothing on the console; what the glue would warn of is never done.
      minify: { compress: { dropConsole: true } },
      comments: { legal: false },
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      // What the core shares with the parts loaded later, in one file instead of one each.
      codeSplitting: { groups: [{ name: 'shared', test: /src[\\/](errors|hit-test|painter)\.ts$/ }] },
    },
  });
}

function declareTypes() {
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const project = join(here, 'tsconfig.types.json');
  execFileSync(process.execPath, [compiler, '--project', project], { stdio: 'inherit' });
  removeUnreachable(out, manifest);
}

function copyFiles() {
  for (const name of ['namelight_bg.wasm', 'base.nlpack']) {
    cpSync(join(here, 'generated', name), join(out, name));
  }
  cpSync(join(here, 'README.md'), join(out, 'README.md'));
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
