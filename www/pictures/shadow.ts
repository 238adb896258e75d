/** A picture's own tree in its element: the page's styles stay out of it, and its own stay in. */

export interface Stage {
  root: ShadowRoot;
  /** Draws soon, together with whatever else changes in the same frame. */
  redraw(): void;
  dispose(): void;
}

/** Puts an empty tree with `rules` into `element`; `draw` is called for each frame in which something has changed. */
export function stageIn(element: Element, rules: string, draw: () => void): Stage {
  const host = document.createElement('div');
  // A picture is no text of the page.
  host.dataset['namelight'] = 'off';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [sheet];
  element.append(host);
  let frame: number | undefined;
  return {
    root,
    redraw: () => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        draw();
      });
    },
    dispose: () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      host.remove();
    },
  };
}
