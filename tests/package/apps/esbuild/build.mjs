/** esbuild leaves addresses beside a module alone: what they name is copied. */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

await build({
  entryPoints: ['main.js'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
});
for (const name of ['namelight_bg.wasm', 'base.nlpack', 'worker.js']) {
  cpSync(fileURLToPath(import.meta.resolve(`namelight/${name.replace('worker.js', 'worker')}`)), `dist/${name}`);
}
cpSync('index.html', 'dist/index.html');
