/**
 * Serves the project's folder to the browser under measurement, and to this machine only. Pages are
 * isolated from other origins, because only then does the browser let them read the clock to 5 µs.
 */
import { preview } from 'vite';
import { ROOT } from './input.mjs';

const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export async function serve() {
  const server = await preview({
    configFile: false,
    root: ROOT,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 0, headers: ISOLATED },
  });
  const { port } = server.httpServer.address();
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
