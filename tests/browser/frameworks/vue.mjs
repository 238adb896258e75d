/** The story in Vue. */
import { createSSRApp, h, onMounted, shallowRef } from 'vue';
import { CHANGES, STORY } from './story.mjs';

const App = {
  setup() {
    const story = shallowRef(STORY);
    onMounted(() => void (globalThis.hydrated = true));
    const button = ([name, change]) =>
      h('button', { key: name, id: name, onClick: () => (story.value = change(story.value)) }, name);
    return () => {
      const { place, open, items } = story.value;
      return [
        h('h1', ['Today from ', place, '.']),
        h('p', [open ? 'Oslo is open' : null, ' and ', h('b', 'Athens'), open ? ', with Cyprus' : null]),
        h('ul', items.map(({ id, text }) => h('li', { key: id }, [text, ' first']))),
        ...Object.entries(CHANGES).map(button),
      ];
    };
  },
};

export const app = () => createSSRApp(App);
