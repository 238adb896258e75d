/** The story in React. */
import { createElement as h, Fragment, useEffect, useState } from 'react';
import { CHANGES, STORY } from './story.mjs';

export function App() {
  const [story, setStory] = useState(STORY);
  const { place, open, items } = story;
  useEffect(() => void (globalThis.hydrated = true), []);
  const button = ([name, change]) =>
    h('button', { key: name, id: name, onClick: () => setStory(change) }, name);
  return h(
    Fragment,
    null,
    h('h1', null, 'Today from ', place, '.'),
    h('p', null, open ? 'Oslo is open' : null, ' and ', h('b', null, 'Athens'), open && ', with Cyprus'),
    h('ul', null, items.map(({ id, text }) => h('li', { key: id }, text, ' first'))),
    Object.entries(CHANGES).map(button),
  );
}
