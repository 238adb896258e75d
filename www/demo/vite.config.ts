/**
 * Builds the demo page into `dist/demo`: static, with relative addresses, so that any folder of any
 * host serves it. It stands on the package as built in `dist/package`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes the article into the page itself, so that it can be read before anything else arrives. */
function article(): Plugin {
  return {
    name: 'article',
    transformIndexHtml: (page) => {
      const text = readFileSync(at('../../seeds/000_815b1df0a53870d3.txt'), 'utf8');
      const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
      const body = paragraphs.map((line) => `<p>${escape(line)}</p>`).join('\n');
      return page.replace('<!-- article -->', () => body);
    },
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Only in the build: the development server writes styles and scripts into the page. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** What the page will ask for, asked for at once; the card's code after what lights the names. */
function early(): Plugin {
  return {
    name: 'early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const files = Object.values(bundle);
        const link = (name: string, attrs: Record<string, string | boolean>): HtmlTagDescriptor => {
          const file = files.find((file) =>
            file.type === 'asset' ? file.names.includes(name) : file.name === name,
          );
          if (!file) throw new Error(`the build has no ${name}`);
          const href = `./${file.fileName}`;
          return { tag: 'link', attrs: { ...attrs, crossorigin: true, href }, injectTo: 'head' };
        };
        return [
          link('local-engine', { rel: 'modulepreload' }),
          link('namelight_bg.wasm', { rel: 'preload', as: 'fetch' }),
          link('base.nlpack', { rel: 'preload', as: 'fetch' }),
          link('card', { rel: 'modulepreload', fetchpriority: 'low' }),
        ];
      },
    },
  };
}

export default defineConfig({
  root: at('.'),
  base: './',
  resolve: {
    alias: [
      { find: 'namelight/cast-list', replacement: at('../../dist/package/cast-list.js') },
      { find: 'namelight/strings', replacement: at('../../dist/package/strings.js') },
      { find: 'namelight', replacement: at('../../dist/package/index.js') },
    ],
  },
  plugins: [article(), contentSecurityPolicy(), early()],
  build: {
    outDir: at('../../dist/demo'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
