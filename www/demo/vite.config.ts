/**
 * Builds the demo page into `dist/demo`: static, with relative addresses, so that any folder of any
 * host serves it. It stands on the package as built in `dist/package`.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { thirdPartyLicences } from '../licences.mjs';

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

/** The articles in the order of the page's head; the first one stands in the page itself. */
const ARTICLES = ['syria', 'sahel', 'wagner', 'lebanon', 'korea', 'venezuela', 'egypt'];

interface Article {
  id: string;
  section: string;
  title: string;
  standfirst: string;
  credit: string;
  written: string;
  language: string;
  /** The file of `seeds/` that has the text, where the article has none of its own. */
  from?: string;
  paragraphs?: string[];
}

/** An article with its text. */
function articleOf(path: string): Article & { paragraphs: string[] } {
  const { from, paragraphs, ...article } = JSON.parse(readFileSync(path, 'utf8')) as Article;
  if (paragraphs) return { ...article, paragraphs };
  const lines = readFileSync(at(`../../seeds/${from}`), 'utf8').split('\n');
  return { ...article, paragraphs: lines.filter((line) => line.trim() !== '') };
}

/** Writes the first article into the page itself, so that it can be read before anything else arrives, and all of them into its head. */
function articles(): Plugin {
  return {
    name: 'articles',
    enforce: 'pre',
    load: (id) => (/\/articles\/\w+\.json$/.test(id) ? JSON.stringify(articleOf(id)) : undefined),
    transformIndexHtml: (page) => {
      const all = ARTICLES.map((name) => articleOf(at(`./articles/${name}.json`)));
      const [front] = all;
      if (!front) throw new Error('there is no article');
      const parts: Record<string, string> = {
        editions: all.map((article, number) => edition(article, number === 0)).join('\n'),
        headline: escape(front.title),
        standfirst: escape(front.standfirst),
        credit: escape(front.credit),
        article: front.paragraphs.map((line) => `<p>${escape(line)}</p>`).join('\n'),
      };
      const named = page.replace('id="report"', `id="report" data-article="${front.id}"`);
      return named.replace(/<!-- (\w+) -->/g, (comment, name: string) => parts[name] ?? comment);
    },
  };
}

function edition({ id, section, written, language }: Article, current: boolean): string {
  const month = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    `<li><a href="#article=${id}" data-article="${id}"${current ? ' aria-current="page"' : ''}>` +
    `<span class="region" lang="${language}">${escape(section)}</span> ` +
    `<time datetime="${written}">${month.format(new Date(written))}</time></a></li>`
  );
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

/** Tells the service worker which files there are, and how this build differs from others. */
function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: (_, bundle) => {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') throw new Error('the build has no service worker');
      const own = readdirSync(at('./public'));
      const built = Object.keys(bundle).filter((name) => name !== worker.fileName && name !== 'index.html');
      const hash = createHash('sha256');
      for (const name of own) hash.update(readFileSync(at(`./public/${name}`)));
      hash.update(Object.keys(bundle).join());
      const page = bundle['index.html'];
      if (page?.type === 'asset') hash.update(page.source);
      const files = { version: hash.digest('hex').slice(0, 12), files: ['./', ...own, ...built.sort()] };
      worker.code = worker.code.replaceAll('__FILES__', () => JSON.stringify(files));
    },
  };
}

/** The highlighters that the meter measures beside ours. */
const PEERS = ['@monyone/aho-corasick', 'ahocorasick', 'fastscan', 'flashtext.js'];

/** The licences of what others wrote: of the package, of the page and its pictures, and of the meter's peers. */
function licences(): Plugin {
  const read = (path: string): Record<string, Record<string, string>> => JSON.parse(readFileSync(at(path), 'utf8'));
  const names = [
    ...Object.keys(read('../package.json')['devDependencies'] ?? {}),
    ...['./package.json', '../pictures/package.json'].flatMap((path) =>
      Object.keys(read(path)['dependencies'] ?? {}),
    ),
  ];
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const manifest = { devDependencies: Object.fromEntries(names.map((name) => [name, ''])), alone: PEERS };
      const source = thirdPartyLicences(at('../..'), manifest);
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES', source });
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
      { find: 'namelight/export', replacement: at('../../dist/package/export.js') },
      { find: 'namelight/import', replacement: at('../../dist/package/import.js') },
      { find: /^namelight\/namelight_bg\.wasm/, replacement: at('../../dist/package/namelight_bg.wasm') },
      { find: /^namelight\/importer_bg\.wasm/, replacement: at('../../dist/package/importer_bg.wasm') },
      { find: /^namelight\/base\.nlpack/, replacement: at('../../dist/package/base.nlpack') },
      { find: 'namelight', replacement: at('../../dist/package/index.js') },
    ],
  },
  worker: { format: 'es' },
  plugins: [articles(), contentSecurityPolicy(), early(), licences(), offline()],
  build: {
    outDir: at('../../dist/demo'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: at('./index.html'), 'service-worker': at('./worker/service-worker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
