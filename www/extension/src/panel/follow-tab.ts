/** Which tab is in front in the window that the panel stands in, and which page it shows. */

/** Calls `show` for it now, and whenever it is another tab or another page. */
export function followTab(show: (tab: chrome.tabs.Tab) => void): void {
  let front: number | undefined;
  const look = async (): Promise<void> => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    front = tab?.id;
    if (tab) show(tab);
  };
  chrome.tabs.onActivated.addListener(() => void look());
  chrome.tabs.onUpdated.addListener((id, { status, url }) => {
    if (id === front && (status === 'complete' || url !== undefined)) void look();
  });
  void look();
}
