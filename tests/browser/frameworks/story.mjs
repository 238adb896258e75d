/** The story that each application tells, and what happens in it. */
export const STORY = {
  place: 'Lagos',
  open: true,
  items: [
    { id: 1, text: 'Kenya' },
    { id: 2, text: 'Peru' },
    { id: 3, text: 'Japan' },
  ],
};

/** Each change of the story, by the name of the button that makes it. */
export const CHANGES = {
  rewrite: (story) => ({ ...story, place: 'Accra' }),
  insert: (story) => ({ ...story, items: [{ id: 4, text: 'Fiji' }, ...story.items] }),
  remove: (story) => ({ ...story, open: false, items: story.items.filter(({ id }) => id !== 2) }),
  reorder: (story) => ({ ...story, items: story.items.toReversed() }),
  restore: (story) => ({ ...story, open: true }),
};
