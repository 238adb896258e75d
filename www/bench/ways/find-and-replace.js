/** findAndReplaceDOMText 0.4.6, the newest, with the tuned regular expression: wraps names in elements. */
import findAndReplaceDOMText from 'findandreplacedomtext';
import { expressionOf } from '../page/expression.js';

export const build = expressionOf;

export function light(root, expression) {
  findAndReplaceDOMText(root, { find: expression, wrap: 'mark', preset: 'prose' });
  return root.getElementsByTagName('mark').length;
}
