/** The reference of the package: every entry that has types. What is public is described, or this fails. */
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../../www/package.json', import.meta.url), 'utf8'));
const sources = Object.values(manifest.exports).flatMap(({ types }) =>
  types ? `../../www/src/${types.replace(/\.d\.ts$/, '.ts')}` : [],
);

export default {
  name: `${manifest.name} ${manifest.version}`,
  tsconfig: 'typedoc.tsconfig.json',
  entryPoints: sources,
  out: '../../dist/api',
  readme: '../../www/README.md',
  highlightLanguages: ['css', 'html', 'http', 'js', 'json', 'jsx', 'sh', 'ts'],
  disableSources: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeExternals: true,
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  requiredToBeDocumented: [
    'Class',
    'Function',
    'Interface',
    'Method',
    'Accessor',
    'TypeAlias',
    'Variable',
  ],
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
};
