/** The declarations in a strict consumer, which checks them too, in both compilers and resolutions. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT, TESTS } from './places.js';
import { node } from './run.js';
import { appOf } from './support.js';

const COMPILERS = {
  'TypeScript 6': join(TESTS, 'node_modules/typescript/bin/tsc'),
  'TypeScript 7': join(ROOT, 'node_modules/typescript/bin/tsc'),
};
for (const [name, compiler] of Object.entries(COMPILERS)) {
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    test(`${name}, ${moduleResolution}`, async () => {
      const app = appOf(`types-${module}-${name.at(-1)}`, 'tests/package/apps/types');
      const options = ['--project', '.', '--module', module, '--moduleResolution', moduleResolution];
      expect(await node([compiler, ...options], app)).toBe('');
    });
  }
}
