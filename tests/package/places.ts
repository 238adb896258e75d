/** Where things are: the sources, the tarball, and the folder in which the tarball is installed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The project's root. */
export const ROOT = at('../..');
/** This folder. */
export const TESTS = at('.');
/** What `npm pack` is given. */
export const PACKAGE = at('../../dist/package');
/** Made anew by each run. The bundlers are found above it, the package only within it. */
export const WORK = at('work');
export const INSTALLED = at('work/node_modules/namelight');
export const TARBALL = at('work/namelight.tgz');

/** The manifest as published. */
export interface Manifest {
  name: string;
  version: string;
  main: string;
  module: string;
  types: string;
  license: string;
  /** With conditions one level deep. */
  exports: Record<string, string | Record<string, string>>;
}

export const readManifest = (): Manifest =>
  JSON.parse(readFileSync(`${INSTALLED}/package.json`, 'utf8')) as Manifest;

/** Every file that the manifest names, as it is written there. */
export const targetsOf = ({ main, module, types, exports }: Manifest): string[] => [
  main,
  module,
  types,
  ...Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  ),
];
