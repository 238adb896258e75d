/** The manifests of both browsers, from one source. Every word that people see is in `_locales`. */

const message = (name) => `__MSG_${name}__`;

/** Nothing is fetched from anywhere: what an extension page may ask for is the extension's own. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]));

const common = (version) => ({
  manifest_version: 3,
  name: message('name'),
  description: message('description'),
  version,
  default_locale: 'en',
  icons: ICONS,
  // No site at install: what runs on a page was let there by a click, or by a permission that was asked for.
  permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
  optional_host_permissions: ['*://*/*'],
  action: { default_popup: 'pages/popup.html', default_title: message('open'), default_icon: ICONS },
  options_ui: { page: 'pages/options.html', open_in_tab: true },
  content_security_policy: { extension_pages: POLICY },
  commands: {
    toggle: command('toggle', 'Alt+Shift+L'),
    next: command('next', 'Alt+Shift+Period'),
    previous: command('previous', 'Alt+Shift+Comma'),
    card: command('card', 'Alt+Shift+I'),
    panel: command('panel'),
    options: command('options'),
  },
});

function command(name, key) {
  return {
    description: message(`command_${name}`),
    ...(key && { suggested_key: { default: key } }),
  };
}

/** The manifest for `chromium` or `firefox`. */
export function manifestFor(browser, version) {
  const { permissions, ...rest } = common(version);
  if (browser === 'chromium') {
    return {
      ...rest,
      permissions: [...permissions, 'sidePanel'],
      minimum_chrome_version: '126',
      background: { service_worker: 'background.js', type: 'module' },
      side_panel: { default_path: 'pages/panel.html' },
      // Numbers arrive as numbers; where it is not known, messages are JSON.
      message_serialization: 'structured_clone',
    };
  }
  return {
    ...rest,
    permissions,
    background: { scripts: ['background.js'], type: 'module' },
    sidebar_action: {
      default_panel: 'pages/panel.html',
      default_title: message('panel'),
      default_icon: ICONS,
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: '{6a1f3c52-8d0b-4e97-b3a4-27c5e90d81fb}',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
