/**
 * Runs before every script of a page under test, in each of its documents, and knows what the page
 * holds: listeners, observers, workers, intervals, highlights, style sheets and nodes. A test asks
 * `watch.held()` before and after, and `watch.changes()` for what was written to the DOM between.
 * What lies in `[data-moves]` is the page's own to change and is left out, as is our interface.
 */
window.watch = (() => {
  const listeners = new Set();
  const observers = new Set();
  const workers = new Set();
  const intervals = new Set();
  const Recorder = MutationObserver;
  const recorders = [];

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const phase = (options) => (typeof options === 'object' && options ? !!options.capture : !!options);
  const heard = (target, type, listener, capture) =>
    [...listeners].find(
      (one) =>
        one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const capture = phase(options);
    const { signal, once } = typeof options === 'object' && options ? options : {};
    const silent = !listener || signal?.aborted || heard(target, type, listener, capture);
    if (!silent) {
      const entry = { target, type, listener, capture };
      const forget = () => listeners.delete(entry);
      listeners.add(entry);
      if (signal) addEventListener.call(signal, 'abort', forget, { once: true });
      if (once) addEventListener.call(target, type, forget, { capture, once, ...(signal && { signal }) });
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    listeners.delete(heard(this ?? window, type, listener, phase(options)));
    return removeEventListener.call(this ?? window, type, listener, options);
  };

  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    window[name] = class extends window[name] {
      watched = new Set();
      observe(target, options) {
        this.watched.add(target);
        observers.add(this);
        super.observe(target, options);
      }
      unobserve(target) {
        this.watched.delete(target);
        super.unobserve(target);
      }
      disconnect() {
        this.watched.clear();
        super.disconnect();
      }
      static named = name;
    };
  }
  for (const name of ['Worker', 'SharedWorker']) {
    window[name] = class extends window[name] {
      constructor(...given) {
        super(...given);
        workers.add(this);
      }
      terminate() {
        workers.delete(this);
        super.terminate();
      }
    };
  }
  const { setInterval, clearInterval } = window;
  window.setInterval = (...given) => {
    const id = setInterval(...given);
    intervals.add(id);
    return id;
  };
  window.clearInterval = (id) => {
    intervals.delete(id);
    clearInterval(id);
  };

  const ours = (node) => node instanceof Element && node.localName.startsWith('namelight-');
  const movesItself = (node) =>
    !!(node instanceof Element ? node : node.parentElement)?.closest('[data-moves]');
  /** What a listener or observer can only be on while somebody still holds it. */
  const alive = (target) =>
    target instanceof Node
      ? target.isConnected
      : target instanceof Window || target instanceof MediaQueryList || target === window.visualViewport;
  const nameOf = (target) => (target instanceof Node ? target.nodeName : target.constructor.name);

  function* elements(root) {
    for (const element of root.querySelectorAll('*')) {
      if (ours(element)) continue;
      yield element;
      if (element.shadowRoot) yield* elements(element.shadowRoot);
    }
  }
  const trees = () => [
    document,
    ...[...elements(document)].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const frames = () =>
    [...elements(document)].flatMap(({ contentWindow }) => {
      try {
        return contentWindow?.watch ?? [];
      } catch {
        return []; // of another origin
      }
    });

  /** All nodes in order, each text node by itself: what `outerHTML` would join stays apart. */
  function written(node) {
    if (!(node instanceof Element)) return `${node.nodeName}:${JSON.stringify(node.nodeValue)}`;
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
    const inside = node.matches('[data-moves]') ? [] : [...node.childNodes];
    const shadow = node.shadowRoot ? [...node.shadowRoot.childNodes, '/shadow'] : [];
    const children = [...shadow, ...inside].filter((child) => !ours(child));
    const text = children.map((child) => (typeof child === 'string' ? child : written(child)));
    return `<${[node.localName, ...attributes].join(' ')}>${text.join('')}</>`;
  }

  const ofInterest = ({ type, target, addedNodes, removedNodes }) => {
    if (movesItself(target) || ours(target)) return false;
    const nodes = [...addedNodes, ...removedNodes];
    return type !== 'childList' || nodes.length === 0 || nodes.some((node) => !ours(node));
  };
  const told = ({ type, target, attributeName }) => [type, target.nodeName, attributeName].join(' ');

  return {
    /** Starts to record what is written to the DOM, here and in the frames. */
    record() {
      for (const tree of trees()) {
        const records = [];
        const recorder = new Recorder((delivered) => records.push(...delivered));
        recorder.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
        recorders.push({ recorder, records });
      }
      for (const frame of frames()) frame.record();
    },
    /** What was written since, by anyone but the parts that move by themselves. */
    changes() {
      const own = recorders
        .flatMap(({ recorder, records }) => [...records, ...recorder.takeRecords()])
        .filter(ofInterest)
        .map(told);
      return [...own, ...frames().flatMap((frame) => frame.changes())];
    },
    held() {
      const one = {
        nodes: written(document.documentElement),
        listeners: [...listeners]
          .filter(({ target }) => alive(target) && !(target instanceof Node && ours(target)))
          .map(({ target, type }) => `${nameOf(target)} ${type}`)
          .sort(),
        observers: [...observers].flatMap(({ watched, constructor }) =>
          [...watched].filter(alive).map((target) => `${constructor.named} ${nameOf(target)}`),
        ),
        workers: workers.size,
        intervals: intervals.size,
        highlights: [...(CSS.highlights ?? [])].map(([name, { size }]) => `${name} ${size}`),
        sheets: trees().map(({ adoptedStyleSheets }) => adoptedStyleSheets.length),
        ours: document.querySelectorAll('namelight-card, name-light').length,
      };
      return [one, ...frames().flatMap((frame) => frame.held())];
    },
  };
})();
