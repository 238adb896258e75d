import { ask } from '../protocol.js';

const main = document.querySelector('main');
if (main) main.textContent = (await ask('status', {})).title;
