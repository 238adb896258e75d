/** rollup, with the plugin that finds packages and the one that copies what is addressed beside a module. */
import { cpSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { importMetaAssets } from '@web/rollup-plugin-import-meta-assets';
import { rollup } from 'rollup';

const bundle = await rollup({
  input: 'main.js',
  plugins: [nodeResolve({ browser: true }), importMetaAssets()],
  onLog: (level, { message }) => {
    throw new Error(`${level}: ${message}`);
  },
});
await bundle.write({ dir: 'dist', format: 'es' });
cpSync('index.html', 'dist/index.html');
