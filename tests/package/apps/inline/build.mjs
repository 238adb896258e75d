/** esbuild, which copies nothing: only the pack has to be put beside the code. */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

await build({ entryPoints: ['main.js'], outdir: 'dist', bundle: true, minify: true, format: 'esm' });
cpSync(fileURLToPath(import.meta.resolve('namelight/base.nlpack')), 'dist/base.nlpack');
cpSync('index.html', 'dist/index.html');
