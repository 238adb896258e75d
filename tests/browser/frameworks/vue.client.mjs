import { app } from './vue.mjs';

globalThis.hydrate = () => app().mount('#app');
