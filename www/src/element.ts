/**
 * The custom element `<name-light>`: lights up the names in its own content, or in the element that its
 * `for` names. It is only another way to call the highlighter: it owns one view at a time, and the
 * engines that its elements share. Nothing is registered at import.
 */
import { problem, type NamelightError } from './errors.js';
import {
  createHighlighter,
  type Engine,
  type Highlighter,
  type HighlighterOptions,
  type HighlightOptions,
  type LocalEngineOptions,
  type Mention,
  type Selection,
  type Timing,
  type View,
} from './index.js';

/** What the elements ask for names, where they share it. */
export interface NameLightOptions extends Omit<HighlighterOptions, 'engine'> {
  /** Makes the engine of a pack, where it is not to run in the page's own thread. */
  engine?: (options: LocalEngineOptions) => Engine | Promise<Engine>;
}

/** An element of the class that `defineNameLight` registers. */
export interface NameLightElement extends HTMLElement {
  /**
   * What it asks for names: shared by all elements of the same `pack`, unless one is given. A highlighter
   * that was given is not disposed by the element.
   */
  highlighter: Highlighter;
  /** The view of what is lit, or undefined while nothing is. */
  readonly view: View | undefined;
  readonly mentions: readonly Mention[];
}

declare global {
  interface HTMLElementTagNameMap {
    'name-light': NameLightElement;
  }
  interface GlobalEventHandlersEventMap {
    'namelight-annotate': CustomEvent<Timing>;
    'namelight-select': CustomEvent<Selection>;
    'namelight-error': CustomEvent<NamelightError>;
  }
}

const ATTRIBUTES = ['date', 'pack', 'for', 'no-card', 'painter', 'links'];

/**
 * Registers the element, under a name of your own if you like. Does nothing where the name is taken or
 * where there are no custom elements, as on a server.
 */
export function defineNameLight(name = 'name-light', options: NameLightOptions = {}): void {
  if (!globalThis.customElements || customElements.get(name)) return;
  customElements.define(name, elementClass(sharedHighlighters(options)));
}

/** The highlighter of each pack's address, made when first asked for; one that failed is made anew. */
function sharedHighlighters(options: NameLightOptions): (pack: string | undefined) => Highlighter {
  const known = new Map<string | undefined, Highlighter>();
  return (pack) => {
    const shared = known.get(pack) ?? highlighterOf(pack, options);
    if (!known.has(pack)) {
      known.set(pack, shared);
      shared.ready.catch(() => known.delete(pack));
    }
    return shared;
  };
}

function highlighterOf(
  pack: string | undefined,
  { engine, ...given }: NameLightOptions,
): Highlighter {
  const options = pack === undefined ? given : { ...given, pack };
  return createHighlighter(engine ? { ...options, engine: engine(options) } : options);
}

/** Made when registered, because a server has no class to extend. */
function elementClass(shared: (pack: string | undefined) => Highlighter): CustomElementConstructor {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host { display: contents }');

  return class extends HTMLElement implements NameLightElement {
    static readonly observedAttributes = ATTRIBUTES;
    #given: Highlighter | undefined;
    #view: View | undefined;
    /** Ends the view, or what has begun for it. */
    #end: AbortController | undefined;

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: 'closed' });
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(document.createElement('slot'));
    }

    get highlighter(): Highlighter {
      return this.#given ?? shared(this.#address());
    }

    set highlighter(given: Highlighter) {
      this.#given = given;
      this.#restart();
    }

    get view(): View | undefined {
      return this.#view;
    }

    get mentions(): readonly Mention[] {
      return this.#view?.mentions ?? [];
    }

    connectedCallback(): void {
      this.#takeOver('highlighter');
      this.#restart();
    }

    disconnectedCallback(): void {
      this.#stop();
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (before === after) return;
      if (name === 'date' && this.#view) this.#view.asOf(after || undefined).catch(this.#fail);
      else this.#restart();
    }

    /** A property that was set before the element was defined hides the accessor of its class. */
    #takeOver(property: 'highlighter'): void {
      if (!Object.hasOwn(this, property)) return;
      const value = this[property];
      delete (this as Partial<NameLightElement>)[property];
      this[property] = value;
    }

    #stop(): void {
      this.#end?.abort();
      this.#end = undefined;
    }

    #restart(): void {
      this.#stop();
      if (!this.isConnected) return;
      const end = new AbortController();
      this.#end = end;
      this.#start(end.signal).catch((cause: NamelightError) => {
        if (!end.signal.aborted) this.#fail(cause);
      });
    }

    async #start(signal: AbortSignal): Promise<void> {
      await parsed(this.ownerDocument);
      if (signal.aborted) return;
      const options = { ...this.#options(), signal };
      const view = await this.highlighter.highlight(this.#target(), options);
      if (!signal.aborted) this.#show(view);
    }

    #show(view: View): void {
      this.#view = view;
      view.addEventListener('annotate', ({ detail }) => this.#tell('annotate', detail));
      view.addEventListener('select', ({ detail }) => this.#tell('select', detail));
      view.addEventListener('dispose', () => {
        if (this.#view === view) this.#view = undefined;
      });
      this.#tell('annotate', view.timing);
    }

    #target(): Element {
      const id = this.getAttribute('for');
      if (id === null) return this;
      const target = (this.getRootNode() as Document | ShadowRoot).getElementById(id);
      if (!target) throw problem('target-missing', `no element has the id "${id}"`);
      return target;
    }

    #options(): HighlightOptions {
      const date = this.getAttribute('date');
      const painter = this.getAttribute('painter');
      return {
        card: !this.hasAttribute('no-card'),
        links: this.hasAttribute('links'),
        ...(date && { date }),
        ...((painter === 'wrap' || painter === 'highlight') && { painter }),
      };
    }

    /** The pack's address in full; one that is none is left to whoever loads it to refuse. */
    #address(): string | undefined {
      const pack = this.getAttribute('pack') || undefined;
      return pack && URL.canParse(pack, this.baseURI) ? new URL(pack, this.baseURI).href : pack;
    }

    readonly #fail = (cause: NamelightError): void => this.#tell('error', cause);

    #tell(what: 'annotate' | 'select' | 'error', detail: Timing | Selection | NamelightError): void {
      const event = new CustomEvent(`namelight-${what}`, { detail, bubbles: true, composed: true });
      this.dispatchEvent(event);
    }
  };
}

/** Resolves once the page is read to its end, since until then content may be missing. */
async function parsed(page: Document): Promise<void> {
  if (page.readyState !== 'loading') return;
  await new Promise((resolve) => {
    page.addEventListener('DOMContentLoaded', resolve, { once: true });
  });
}
