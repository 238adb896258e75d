/**
 * The licences of what the package contains and others wrote: the npm packages bundled into its code, and
 * the crates compiled into the engine. Each text stands once, under the names of all that it is for.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const STANDARD_LIBRARY = `the Rust standard library

Copyright (c) The Rust Project Contributors. Used under the MIT licence, in the words of LICENSE-MIT
from "Permission is hereby granted" on.`;

/**
 * All texts as one file; an error where something has none. What the manifest names is bundled with all that it
 * depends on, and what is named as `alone` without.
 */
export function thirdPartyLicences(root, manifest) {
  const texts = new Map();
  for (const { name, folder } of [...npmPackages(root, manifest), ...crates(root)]) {
    const text = licenceIn(folder) ?? standardText(root, folder);
    if (!text) throw new Error(`${name} has no licence text in ${folder}`);
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const parts = [...texts].map(([text, names]) => `${names.join(', ')}\n\n${text}`);
  return `${[...parts, STANDARD_LIBRARY].join('\n\n----\n\n')}\n`;
}

/** What the manifest names for the build, and what that depends on. */
function npmPackages(root, { devDependencies, alone = [] }) {
  const found = new Map();
  const open = Object.keys(devDependencies);
  while (open.length > 0) {
    const name = open.pop();
    if (found.has(name)) continue;
    const folder = join(root, 'node_modules', name);
    found.set(name, folder);
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    // Types are not part of the code, nor what parses a package's own command line.
    const others = Object.keys(dependencies).filter((other) => !/^@types\/|^commander$/.test(other));
    open.push(...others);
  }
  for (const name of alone) found.set(name, join(root, 'node_modules', name));
  return [...found]
    .map(([name, folder]) => ({ name, folder }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The crates that are part of the engine as built for browsers, and those that its tables are made of. */
function crates(root) {
  const command = ['metadata', '--format-version', '1', '--locked'];
  const platform = ['--filter-platform', 'wasm32-unknown-unknown'];
  const printed = execFileSync('cargo', [...command, ...platform], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { packages, resolve } = JSON.parse(printed);
  const byId = new Map(packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (id) => byId.get(id).targets.some(({ kind }) => kind.includes('proc-macro'));
  const found = new Set();
  const open = [resolve.root];
  while (open.length > 0) {
    const id = open.pop();
    const kinds = id === resolve.root ? [null, 'build'] : [null];
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      const isPart = dep_kinds.some(({ kind }) => kinds.includes(kind));
      if (!isPart || isMacro(pkg) || found.has(pkg)) continue;
      found.add(pkg);
      open.push(pkg);
    }
  }
  return [...found]
    .map((id) => byId.get(id))
    .map(({ name, manifest_path }) => ({ name, folder: dirname(manifest_path) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a package is under that names the licence and does not bring its text. */
function standardText(root, folder) {
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return license === 'Apache-2.0' ? readFileSync(join(root, 'LICENSE-APACHE'), 'utf8').trim() : undefined;
}

/** The MIT licence where there is a choice, and Unicode's wherever its data is part of the work. */
function licenceIn(folder) {
  const names = readdirSync(folder).filter((name) => /^licen[cs]e/i.test(name));
  const data = names.filter((name) => /unicode/i.test(name));
  const code = names.filter((name) => !data.includes(name)).sort();
  const chosen = code.find((name) => /mit/i.test(name)) ?? code[0];
  if (!chosen) return undefined;
  const read = (name) => readFileSync(join(folder, name), 'utf8').trim().replaceAll('\r\n', '\n');
  return [chosen, ...data].map(read).join('\n\n');
}
