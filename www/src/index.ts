/** The public surface of the package. Importing it does no work and needs no DOM. */
export { createHighlighter } from './highlighter.js';
export type { HighlightOptions, Highlighter, HighlighterOptions } from './highlighter.js';
export type { LocalEngineOptions } from './local-engine.js';
export type { WasmSource } from './wasm-module.js';
export type { Engine, EngineInfo, EngineMention, Reading } from './engine.js';
export type { NamelightError } from './errors.js';
export type { Strings } from './strings.js';
export type {
  CastMember,
  Selection,
  SelectOptions,
  Timing,
  View,
  ViewEvents,
} from './view.js';
export type {
  Candidate,
  Confidence,
  Conflict,
  DatedRole,
  EntityDetails,
  Form,
  Gazetteer,
  Kind,
  Links,
  LoadOptions,
  Mention,
  PackSource,
  Role,
} from './types.js';
