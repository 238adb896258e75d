/** The page's own articles: files of `articles/`, each loaded when it is opened. The first stands in the page itself. */
import type { Story } from './story.js';

/** An article as its file has it. */
export interface Article extends Story {
  readonly id: string;
  /** What the page's head calls it. */
  readonly section: string;
  readonly standfirst: string;
  readonly credit: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
}

const FILES = import.meta.glob<Article>('../articles/*.json', { import: 'default' });

/** Whether there is an article of this name. */
export const isArticle = (id: string): boolean => `../articles/${id}.json` in FILES;

export async function loadArticle(id: string): Promise<Article> {
  const load = FILES[`../articles/${id}.json`];
  if (!load) throw new Error(`there is no article "${id}"`);
  return load();
}
