/** mark.js 8.11.1, the newest, with the tuned regular expression: wraps names in elements, text node by text node. */
import Mark from 'mark.js/dist/mark.es6.js';
import { expressionOf } from '../page/expression.js';

export const build = expressionOf;

export async function light(root, expression) {
  let painted = 0;
  await new Promise((done) => {
    new Mark(root).markRegExp(expression, { each: () => (painted += 1), done });
  });
  return painted;
}
