/**
 * What can be listened to: an `EventTarget` within and not beneath. In content scripts of Firefox an instance of a
 * class that extends one of the page's own interfaces has none of what the class adds.
 */
export class Listened implements EventTarget {
  readonly #target = new EventTarget();

  addEventListener(...listening: Parameters<EventTarget['addEventListener']>): void {
    this.#target.addEventListener(...listening);
  }

  removeEventListener(...listening: Parameters<EventTarget['removeEventListener']>): void {
    this.#target.removeEventListener(...listening);
  }

  dispatchEvent(event: Event): boolean {
    return this.#target.dispatchEvent(event);
  }
}
