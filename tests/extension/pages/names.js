/**
 * A page that wants to know what its reader has on a list of their own: it prints ten thousand names and looks at all
 * that it can see of itself.
 */
for (let number = 0; number < 10_000; number += 1) {
  const paragraph = document.createElement('p');
  paragraph.textContent = `Mr Zanthorpe${number} was in Aleppo.`;
  document.body.append(paragraph);
}

const changes = [];
new MutationObserver((records) => {
  for (const { type, target, attributeName, addedNodes } of records) {
    changes.push([type, target.nodeName, attributeName, [...addedNodes].map(({ nodeName }) => nodeName)]);
  }
}).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });

/** Has a pointer of its own making rest on all that is in sight, as if the reader's did. */
function touchAll() {
  for (const paragraph of document.querySelectorAll('p')) {
    const { left, top, bottom } = paragraph.getBoundingClientRect();
    if (top > innerHeight) break;
    for (const type of ['pointermove', 'pointerdown', 'click']) {
      const at = { clientX: left + 60, clientY: (top + bottom) / 2, bubbles: true, composed: true };
      paragraph.dispatchEvent(new (type === 'click' ? MouseEvent : PointerEvent)(type, at));
    }
  }
  dispatchEvent(new CustomEvent('namelight', { detail: { ask: 'hello', notice: 'turn-off' } }));
  postMessage({ ask: 'look-up', text: 'Zanthorpe', notice: 'turn-off' }, '*');
}

/** All that there is to be seen. */
globalThis.look = () => {
  touchAll();
  const own = [...document.querySelectorAll('*')].filter(({ localName }) => localName !== 'p');
  return {
    highlights: [...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)]),
    sheets: document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)),
    elements: own.map(({ outerHTML, localName }) => (/^(html|body)$/.test(localName) ? localName : outerHTML)),
    roots: own.map(({ shadowRoot }) => shadowRoot?.innerHTML),
    extents: own.map((element) => {
      const { scrollWidth, scrollHeight, scrollTop, clientWidth, clientHeight } = element;
      return [scrollWidth, scrollHeight, scrollTop, clientWidth, clientHeight, element.getClientRects().length];
    }),
    points: [...document.querySelectorAll('p')].slice(0, 30).map((paragraph) => {
      const { left, bottom } = paragraph.getBoundingClientRect();
      return document.elementsFromPoint(left + 60, bottom - 4).map(({ nodeName }) => nodeName);
    }),
    globals: Object.getOwnPropertyNames(globalThis).filter((name) => /namelight|zanthorpe/i.test(name)),
    selection: String(getSelection()),
    focus: document.activeElement?.nodeName,
    found: window.find('Adversary of the page'),
    changes,
  };
};
