/** Copies a link to the name that was looked at last: the state of the page, and a text fragment that finds the words. */
import { element } from './element.js';
import type { PageModel } from './model.js';
import { words } from './words.js';

/** `addressOf` gives the page's address with a mention as the one looked at, and whether the text is in it. */
export function offerLink(
  model: PageModel,
  addressOf: (position: number) => Promise<{ address: string; whole: boolean }>,
): void {
  const button = element<HTMLButtonElement>('copy-link');
  let last: number | undefined;
  model.subscribe(({ selected, mentions, text }, before) => {
    if (selected !== null) last = selected;
    else if (text !== before.text) last = undefined;
    const mention = mentions[last ?? -1];
    const label = mention ? words.copyLinkTo(mention.text) : words.copyLink;
    // Within the text that is read: what changes nothing is not written again.
    if (button.textContent === label) return;
    button.disabled = mention === undefined;
    button.textContent = label;
  });
  button.addEventListener('click', () => void copy());

  const copy = async (): Promise<void> => {
    const { text, mentions } = model.state;
    const mention = mentions[last ?? -1];
    if (!mention || last === undefined) return;
    const [{ fragmentLink, textFragments }, { address, whole }] = await Promise.all([
      import('namelight/export'),
      addressOf(last),
    ]);
    try {
      await navigator.clipboard.writeText(fragmentLink(address, textFragments(text)(mention)));
      tell(whole ? words.copied : words.copiedLong);
    } catch {
      tell(words.copyRefused);
    }
  };
}

function tell(sentence: string): void {
  const status = element('copied');
  status.textContent = sentence;
  status.classList.remove('unseen');
}
