/** Puts a text on the clipboard, from a page that may be served without encryption or forbid its own scripts to. */

/** False where the browser does not let it. Called in the very click. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** The page's own listeners are not asked: ours comes first, and ends the event. */
function copyByCommand(text: string): boolean {
  let copied = false;
  const take = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    copied = true;
  };
  addEventListener('copy', take, { capture: true });
  document.execCommand('copy');
  removeEventListener('copy', take, { capture: true });
  return copied;
}
