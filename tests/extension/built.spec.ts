/** What is built: the manifests, the policy, the files, and that a second build is the same to the byte. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist', 'extension');
const BROWSERS = ['chromium', 'firefox'] as const;

interface Manifest {
  [key: string]: unknown;
  permissions: string[];
  commands: Record<string, { suggested_key?: object }>;
}

const manifestOf = (browser: string): Manifest =>
  JSON.parse(readFileSync(join(built, browser, 'manifest.json'), 'utf8')) as Manifest;

for (const browser of BROWSERS) {
  test(`${browser}: it asks for no site at install, and for nothing that it can do without`, () => {
    const manifest = manifestOf(browser);
    const panel = browser === 'chromium' ? ['sidePanel'] : [];
    expect(manifest.permissions).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage', ...panel]);
    expect(manifest).toMatchObject({ manifest_version: 3, optional_host_permissions: ['*://*/*'] });
    for (const key of ['host_permissions', 'optional_permissions', 'content_scripts', 'web_accessible_resources']) {
      expect(manifest).not.toHaveProperty(key);
    }
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test(`${browser}: its pages may ask for nothing but its own files`, () => {
    const { content_security_policy: policy } = manifestOf(browser);
    expect(policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    });
  });

  test(`${browser}: four commands have suggested keys, the others none`, () => {
    const commands = Object.entries(manifestOf(browser).commands);
    const bound = commands.filter(([, { suggested_key: key }]) => key).map(([name]) => name);
    expect(bound).toEqual(['toggle', 'next', 'previous', 'card']);
    expect(commands.map(([name]) => name)).toEqual([...bound, 'panel', 'options']);
  });

  test(`${browser}: one engine serves all windows, private ones too`, () => {
    // Spanning, which is what is meant where nothing is said: with a background for each sort there were two.
    expect(manifestOf(browser)['incognito'] ?? 'spanning').toBe('spanning');
  });

  test(`${browser}: every word of the manifest is in every language`, () => {
    const names = [...JSON.stringify(manifestOf(browser)).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name ?? '');
    const folder = join(built, browser, '_locales');
    for (const language of readdirSync(folder)) {
      const messages = JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8')) as object;
      for (const name of names) expect(messages, language).toHaveProperty([name, 'message']);
    }
    expect(names).toContain('description');
  });
}

test('Firefox is told that no data is collected', () => {
  expect(manifestOf('firefox')).toMatchObject({
    browser_specific_settings: { gecko: { data_collection_permissions: { required: ['none'] } } },
  });
});

test('the two builds differ in their manifests only', () => {
  const [one, other] = BROWSERS.map((browser) => filesOf(join(built, browser)));
  const { 'manifest.json': first, ...same } = one ?? {};
  const { 'manifest.json': second, ...again } = other ?? {};
  expect(same).toEqual(again);
  expect(first).not.toBe(second);
});

test('the content script is one small classic script', () => {
  const script = readFileSync(join(built, 'chromium', 'content.js'), 'utf8');
  expect(brotliCompressSync(script).byteLength).toBeLessThanOrEqual(30_000);
  expect(script).not.toMatch(/^\s*(import|export)\b|\bimport\(|import\.meta|WebAssembly/m);
});

test('no code names an address to ask', () => {
  for (const file of ['content.js', 'background.js']) {
    const script = readFileSync(join(built, 'chromium', file), 'utf8');
    expect(script, file).not.toMatch(/XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts/);
  }
});

test('a second build is the same to the byte', () => {
  test.setTimeout(120_000);
  const again = mkdtempSync(join(tmpdir(), 'namelight-'));
  const env = { ...process.env, TZ: 'Asia/Tokyo' };
  execFileSync(process.execPath, [join(root, 'www', 'extension', 'build.mjs'), again], { cwd: root, env });
  expect(zipsIn(again)).toEqual(zipsIn(built));
  expect(Object.keys(zipsIn(built))).toHaveLength(2);
  rmSync(again, { recursive: true });
});

test('web-ext has nothing to say of our own code', () => {
  test.setTimeout(120_000);
  const program = join(root, 'tests', 'package', 'node_modules', '.bin', 'web-ext');
  const command = ['lint', '--source-dir', join(built, 'firefox'), '--output', 'json', '--no-config-discovery'];
  const { errors, warnings, notices } = JSON.parse(execFileSync(program, command, { cwd: root, encoding: 'utf8' })) as {
    errors: object[];
    warnings: { code: string; file: string }[];
    notices: object[];
  };
  expect([errors, notices]).toEqual([[], []]);
  // How lit-html makes its templates, whose markup is written down and never put together.
  const others = warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT');
  expect(others).toEqual([]);
});

function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

function zipsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.zip'));
  return Object.fromEntries(
    names.map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]),
  );
}
