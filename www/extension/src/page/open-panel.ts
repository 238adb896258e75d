/** Opens the side panel of Chromium or the sidebar of Firefox; called in the very click, as both demand. */

/** Firefox's part, which the types of Chromium do not know. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

export function openPanel({ windowId }: chrome.tabs.Tab): void {
  const { sidebarAction } = chrome as unknown as WithSidebar;
  void (sidebarAction ? sidebarAction.open() : chrome.sidePanel.open({ windowId }));
}
