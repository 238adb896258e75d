/** webpack without any rule or plugin. */
import { cpSync } from 'node:fs';
import { promisify } from 'node:util';
import webpack from 'webpack';

const path = `${import.meta.dirname}/dist`;
const stats = await promisify(webpack)({
  context: import.meta.dirname,
  mode: 'production',
  entry: './main.js',
  output: { path, filename: 'main.js' },
  performance: false,
});
const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
for (const { message } of [...errors, ...warnings]) console.error(message);
process.exitCode = errors.length + warnings.length;
cpSync('index.html', 'dist/index.html');
