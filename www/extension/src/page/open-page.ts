/** What every page does first: it reads the settings, takes the reader's language, and stands in its direction. */
import { directionOf } from 'namelight/strings';
import { readSettings, watchSettings, type Settings } from '../settings.js';
import { wordsIn, type MessageKey, type Words } from '../words.js';

export interface OpenPage {
  say: Words;
  settings: Settings;
}

/** `title` names the page where it has a tab of its own. A change of language opens the page anew. */
export async function openPage(title: MessageKey): Promise<OpenPage> {
  const settings = await readSettings();
  const say = await wordsIn(settings.language, chrome);
  const { documentElement: root } = document;
  root.lang = say.locale;
  root.dir = directionOf(say.locale);
  document.title = say(title);
  // Told twice, by the device and by what is shared; a page is opened anew once.
  const end = new AbortController();
  watchSettings((changed) => {
    if (!changed.has('language')) return;
    void readSettings().then(({ language }) => {
      if (language === settings.language || end.signal.aborted) return;
      end.abort();
      location.reload();
    });
  }, end.signal);
  return { say, settings };
}
