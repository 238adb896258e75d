/** The number on the button: how many are named in a tab, in all of its frames. */

const COLOUR = '#a3341f';
/** Those of a tab by frame; kept for the session, since the background may be stopped between two frames. */
type Counts = Record<string, number>;

/** Where in `storage.session` the counts of a tab are: they change when something begins or ends in it. */
export const countsKey = (tabId: number): string => `counts/${tabId}`;

export class Badge {
  /** One after the other: frames of a tab tell of themselves at the same time. */
  #last: Promise<void> = Promise.resolve();

  /** Shows what was found in a frame; `count` is undefined where it no longer runs. */
  show(tabId: number, frameId: number, count: number | undefined): Promise<void> {
    return this.#after(async () => {
      const key = countsKey(tabId);
      const kept = (await chrome.storage.session.get(key)) as Record<string, Counts | undefined>;
      const { [frameId]: _, ...others } = kept[key] ?? {};
      const counts: Counts = count === undefined ? others : { ...others, [frameId]: count };
      await chrome.storage.session.set({ [key]: counts });
      const numbers = Object.values(counts);
      const sum = numbers.reduce((total, number) => total + number, 0);
      const text = numbers.length === 0 ? '' : sum > 999 ? '999' : String(sum);
      await chrome.action.setBadgeBackgroundColor({ tabId, color: COLOUR });
      await chrome.action.setBadgeText({ tabId, text });
    });
  }

  /** The tab was closed. */
  forget(tabId: number): Promise<void> {
    return this.#after(() => chrome.storage.session.remove(countsKey(tabId)));
  }

  #after(work: () => Promise<void>): Promise<void> {
    // A tab may be gone by then.
    this.#last = this.#last.then(work).catch(() => undefined);
    return this.#last;
  }
}
