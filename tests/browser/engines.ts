/** The kinds of engine that `pages/engines.js` starts, and its types for tests. */
import type { Engine, LocalEngineOptions } from 'namelight';
import type { ExtensionPort } from 'namelight/engine';

export const ENGINES = '/pages/engines.js';

export const KINDS = [
  'local',
  'worker',
  'message port',
  'extension port',
  'extension port with JSON',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Engines {
  start(kind: Kind, options?: LocalEngineOptions): Promise<Engine>;
  extensionPorts(carry: (message: unknown) => unknown): [ExtensionPort, ExtensionPort];
  asJson(message: unknown): unknown;
}
