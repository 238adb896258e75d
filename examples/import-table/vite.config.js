/** Nothing here is needed by Namelight: the page waits for its view at the top of a module. */
import { defineConfig } from 'vite';

export default defineConfig({ build: { target: 'es2022' } });
