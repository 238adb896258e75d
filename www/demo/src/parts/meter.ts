/** How much is loaded and how fast it is, measured in this browser, and beside others where the reader asks for it. */
import { html, render } from 'lit-html';
import packAddress from 'namelight/base.nlpack?url';
import wasmAddress from 'namelight/namelight_bg.wasm?url';
import type { PageModel } from '../model.js';
import { compare } from './meter/comparison.js';
import './meter/meter.css';
import { meterTemplate, type MeterState } from './meter/template.js';
import { ask, type Loaded } from './meter/work.js';

export function mount(element: HTMLElement, model: PageModel): { dispose(): void } {
  const end = new AbortController();
  let gauging = new AbortController();
  let comparing = new AbortController();
  const state: MeterState = { page: model.state, gauge: undefined, comparison: undefined, fault: undefined };

  const loaded = (): Loaded => ({
    wasm: new URL(wasmAddress, document.baseURI).href,
    pack: new URL(packAddress, document.baseURI).href,
    overlays: model.state.overlays.map(({ source }) => source),
  });
  const draw = (): void => {
    if (end.signal.aborted) return;
    render(
      meterTemplate(state, {
        compare: () => void runComparison(),
        stop: () => comparing.abort(),
      }),
      element,
    );
  };
  const tell = (cause: unknown): void => {
    state.fault = cause instanceof Error ? cause.message : String(cause);
  };

  async function gauge(): Promise<void> {
    gauging.abort();
    gauging = new AbortController();
    const signal = AbortSignal.any([gauging.signal, end.signal]);
    const { text, date } = model.state;
    try {
      const answer = await ask({ kind: 'gauge', loaded: loaded(), text, date }, signal);
      if ('gauge' in answer) state.gauge = answer.gauge;
      if ('fault' in answer) state.fault = answer.fault;
    } catch (cause) {
      if (!signal.aborted) tell(cause);
    }
    draw();
  }

  async function runComparison(): Promise<void> {
    comparing = new AbortController();
    const signal = AbortSignal.any([comparing.signal, end.signal]);
    state.fault = undefined;
    const show = (comparison: MeterState['comparison']): void => {
      state.comparison = comparison;
      draw();
    };
    try {
      await compare(loaded(), model.state.text, show, signal);
    } catch (cause) {
      if (!signal.aborted) tell(cause);
      if (state.comparison) state.comparison = { ...state.comparison, running: undefined };
    }
    draw();
  }

  const following = model.subscribe((page, before) => {
    state.page = page;
    if (page.mentions === before.mentions && page.info === before.info && page.phase === before.phase) return;
    draw();
    // What is measured depends on the text and on what is loaded, not on the date.
    if (page.phase === 'read' && (page.text !== before.text || page.overlays !== before.overlays || !state.gauge)) {
      void gauge();
    }
  });
  draw();
  if (model.state.phase === 'read') void gauge();
  return {
    dispose: () => {
      end.abort();
      following.dispose();
      render(html``, element);
    },
  };
}
