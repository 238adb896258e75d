/** One tab stop for many marks: arrow keys go from one to the next, Enter and space choose. */

/** Goes on as a key says; tells the mark that has the focus then, or undefined where the key says nothing. */
export function travel(event: KeyboardEvent, root: ShadowRoot, selector: string): SVGElement | undefined {
  const { key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const stops = [...root.querySelectorAll<SVGElement>(selector)];
  const at = stops.findIndex((stop) => stop === root.activeElement);
  const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const step = steps[key];
  const chosen = key === 'Enter' || key === ' ';
  const next = chosen ? stops[at] : step === undefined ? undefined : stops[(at + step + stops.length) % stops.length];
  if (!next) return undefined;
  event.preventDefault();
  if (chosen) next.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  else next.focus();
  return next;
}
