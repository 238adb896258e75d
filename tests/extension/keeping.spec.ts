/** What the reader has set and added: where it is kept, what is shared, and the file that holds it all. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, test, type Extension } from './support.js';
import type { Page } from '@playwright/test';
import type * as BackupModule from '../../www/extension/src/backup.js';
import type * as PacksModule from '../../www/extension/src/packs.js';
import type * as SettingsModule from '../../www/extension/src/settings.js';

type Modules = typeof SettingsModule & typeof BackupModule & typeof PacksModule;

const PACK = fileURLToPath(new URL('../../www/generated/base.nlpack', import.meta.url));
const ENTRY = { id: 'own-1', name: 'Zanthorpe', type: 'person', names: [], note: '', website: '', muted: false };

let code: string;

test.beforeAll(async () => {
  const at = (name: string): string => fileURLToPath(new URL(`../../www/extension/src/${name}.ts`, import.meta.url));
  const modules = ['settings', 'backup', 'packs'].map((name) => `export * from ${JSON.stringify(at(name))};`);
  const bundle = await rolldown({
    input: 'all',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [{ name: 'all', resolveId: (id) => (id === 'all' ? id : null), load: (id) => (id === 'all' ? modules.join('') : null) }],
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'modules' });
  code = output[0].code;
});

/** A page of the extension that does nothing by itself, with what its own pages have. */
async function own(extension: Extension): Promise<Page> {
  const page = await extension.open('manifest.json');
  await page.evaluate(code + ';globalThis.modules = modules');
  return page;
}


test('what tells of the reader stays on the device unless its sharing is turned on', async ({ extension }) => {
  const page = await own(extension);
  const kept = await page.evaluate(async (entry) => {
    const { modules: m } = globalThis as unknown as { modules: Modules };
    await m.writeSettings({ own: [entry], mutes: [{ text: 'x', name: 'x' }], sites: { always: [], never: ['example.org'] }, language: 'de' });
    const before = Object.keys(await chrome.storage.sync.get());
    await m.share('own', true);
    const during = Object.keys(await chrome.storage.sync.get());
    await m.share('own', false);
    const after = Object.keys(await chrome.storage.sync.get());
    return { before, during, after, own: (await m.readSettings()).own };
  }, ENTRY);
  expect(kept.before.sort()).toEqual(['language', 'language/0']);
  expect(kept.during.sort()).toEqual(['language', 'language/0', 'own', 'own/0']);
  expect(kept.after.sort()).toEqual(['language', 'language/0']);
  expect(kept.own).toEqual([ENTRY]);
});

test('more than an item of shared storage takes is shared in pieces, and more than all of it is refused', async ({ extension }) => {
  const page = await own(extension);
  const outcome = await page.evaluate(async (entry) => {
    const { modules: m } = globalThis as unknown as { modules: Modules };
    const many = (count: number): typeof entry[] =>
      Array.from({ length: count }, (_, number) => ({ ...entry, id: `own-${number}`, name: `Заndорп ${number}` }));
    await m.writeSettings({ own: many(200) });
    await m.share('own', true);
    const shared = (await m.readSettings()).own.length;
    const refused = await m.writeSettings({ own: many(5000) }).then(() => 'taken', () => 'refused');
    return { shared, refused, after: (await m.readSettings()).own.length };
  }, ENTRY);
  expect(outcome).toEqual({ shared: 200, refused: 'refused', after: 200 });
});

test('a backup holds settings and packs, and puts both back', async ({ extension }) => {
  const page = await own(extension);
  const pack = readFileSync(PACK).toString('base64');
  const outcome = await page.evaluate(
    async ({ pack, entry }) => {
      const { modules: m } = globalThis as unknown as { modules: Modules };
      await m.putPack('one', Uint8Array.from(atob(pack), (letter) => letter.charCodeAt(0)));
      await chrome.runtime.sendMessage({ ask: 'add-gazetteer', id: 'one', title: 'Mine', private: true });
      await m.writeSettings({ own: [entry], language: 'fr' });
      const file = await m.makeBackup();
      await m.writeSettings({ own: [], language: '', gazetteers: m.DEFAULTS.gazetteers });
      await m.deletePack('one');
      await m.restoreBackup(await m.readBackup(file));
      const { own, language, gazetteers } = await m.readSettings();
      const status = await chrome.runtime.sendMessage({ ask: 'status' });
      return { own, language, titles: gazetteers.map(({ title }) => title), packs: (await m.packIds()).length, faults: status.answer.faults };
    },
    { pack, entry: ENTRY },
  );
  expect(outcome).toEqual({ own: [ENTRY], language: 'fr', titles: ['Namelight', 'Mine'], packs: 1, faults: [] });
});

test('a backup that is none, is newer or has a damaged pack leaves all as it was', async ({ extension }) => {
  const page = await own(extension);
  const outcome = await page.evaluate(async (entry) => {
    const { modules: m } = globalThis as unknown as { modules: Modules };
    await m.writeSettings({ own: [entry] });
    const item = { ...m.DEFAULTS.gazetteers[0], id: 'one', title: 'Damaged' };
    const contents = [
      'not JSON',
      '{}',
      JSON.stringify({ kind: 'namelight-backup', version: 99 }),
      JSON.stringify({ kind: 'namelight-backup', version: 1, settings: { gazetteers: [item] }, packs: { one: btoa('no pack') } }),
    ];
    const codes: string[] = [];
    for (const content of contents) {
      const failed = m.readBackup(new Blob([content])).then(m.restoreBackup);
      codes.push(await failed.then(() => 'restored', ({ code }: { code: string }) => code));
    }
    return { codes, own: (await m.readSettings()).own, packs: await m.packIds() };
  }, ENTRY);
  expect(outcome.codes.slice(0, 3)).toEqual(['bad-backup', 'bad-backup', 'newer-backup']);
  expect(outcome.codes[3]).toMatch(/pack/);
  expect(outcome).toMatchObject({ own: [ENTRY], packs: [] });
});
