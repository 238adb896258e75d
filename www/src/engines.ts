/** Engines by themselves, the entry `namelight/engine`: in this thread, and at either end of a channel. */
export { createLocalEngine } from './local-engine.js';
export { connectEngine } from './port-client.js';
export { serveEngine, type ServeOptions } from './port-server.js';
export type { EnginePort, ExtensionEvent, ExtensionPort, WebPort } from './port.js';
export type { FlatEngine, Flat, Names } from './flat.js';
export type { LocalEngineOptions } from './local-engine.js';
export type { Engine, EngineInfo, EngineMention, Reading } from './engine.js';
