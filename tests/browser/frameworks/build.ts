/**
 * The small applications beside this file, as a site would ship them: rendered to HTML once on the
 * server, with a script that takes the HTML over in the browser. In the frameworks' development builds,
 * which say on the console what they find changed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'rolldown';
import { compile } from 'svelte/compiler';

export const FRAMEWORKS = ['react', 'vue', 'svelte'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The page of an application: `hydrate()` in it starts the framework. */
export async function renderPage(framework: Framework): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'namelight-'));
  try {
    const file = join(folder, 'server.mjs');
    await bundle(at(`${framework}.server.mjs`), 'server', file);
    const { render } = (await import(pathToFileURL(file).href)) as { render(): Promise<string> };
    const script = await bundle(at(`${framework}.client.mjs`), 'client');
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${framework}</title>
<link rel="icon" href="data:,"></head><body><div id="app">${await render()}</div>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script></body></html>`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The code of an entry in one file, written there if it has a name. */
async function bundle(input: string, side: 'server' | 'client', file?: string): Promise<string> {
  const { output } = await build({
    input,
    platform: side === 'server' ? 'node' : 'browser',
    plugins: [svelte(side)],
    resolve: side === 'client' ? { conditionNames: ['browser', 'development', 'import', 'default'] } : {},
    transform: {
      define: {
        'process.env.NODE_ENV': '"development"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
      },
    },
    output: { format: 'esm', codeSplitting: false, ...(file && { file }) },
    write: file !== undefined,
    logLevel: 'silent',
  });
  return output[0].code;
}

function svelte(generate: 'server' | 'client'): Plugin {
  return {
    name: 'svelte',
    transform(code, id) {
      if (!id.endsWith('.svelte')) return undefined;
      return compile(code, { generate, dev: generate === 'client', filename: id, css: 'injected' }).js.code;
    },
  };
}
