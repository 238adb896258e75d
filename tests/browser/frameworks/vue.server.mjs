import { renderToString } from 'vue/server-renderer';
import { app } from './vue.mjs';

export const render = () => renderToString(app());
