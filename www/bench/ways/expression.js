/** The tuned regular expression: names as they are written, in which it is faster than in any case. */
import { expressionOf } from '../page/expression.js';

export { pairs as spans } from './words.js';

export const finds = 'written';

export function build(names) {
  const expression = expressionOf(names);
  return (text) => {
    const found = [];
    expression.lastIndex = 0;
    for (let match; (match = expression.exec(text)) !== null; ) {
      found.push(match.index, expression.lastIndex);
    }
    return found;
  };
}
