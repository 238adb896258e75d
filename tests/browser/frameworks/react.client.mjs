import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './react.mjs';

globalThis.hydrate = () => hydrateRoot(document.getElementById('app'), createElement(App));
