/** Publishing, as far as it goes without doing it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PACKAGE, WORK } from './places.js';
import { npmSays } from './run.js';

test('npm publishes it without a complaint', async () => {
  // Nobody's settings but ours: what a person has set is warned of too.
  const settings = join(WORK, 'npmrc');
  writeFileSync(settings, '');
  const said = await npmSays(
    ['publish', PACKAGE, '--dry-run', '--offline', '--access', 'public', '--userconfig', settings],
    WORK,
  );
  const complaints = said.split('\n').filter((line) => /^npm (warn|error)/i.test(line));
  expect(complaints.filter((line) => !line.includes('requires you to be logged in'))).toEqual([]);
  expect(said).toContain('with tag latest and public access (dry-run)');
});
