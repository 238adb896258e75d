import { hydrate } from 'svelte';
import App from './App.svelte';

globalThis.hydrate = () => hydrate(App, { target: document.getElementById('app') });
