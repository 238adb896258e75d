/** The words of the map, in the language of the extension's. */
import type { MapStrings } from '../../../pictures/map.js';
import { counted, type Words } from '../words.js';

export function mapStringsOf(say: Words): MapStrings {
  const list = new Intl.ListFormat(say.locale, { type: 'unit' });
  const number = new Intl.NumberFormat(say.locale);
  return {
    locale: say.locale,
    label: (count) => say('map_label', counted(say, 'countPlaces', count)),
    zoomIn: say('map_zoomIn'),
    zoomOut: say('map_zoomOut'),
    main: say('map_main'),
    all: say('map_all'),
    list: (count) => say('map_list', counted(say, 'countPlaces', count)),
    beyond: say('map_beyond'),
    unplaced: say('map_unplaced'),
    mentioned: (count) => counted(say, 'list_mentioned', count),
    place: (name, role, mentioned) => list.format([name, role, mentioned].filter((part) => part !== '')),
    several: (names) => say('map_several', names),
    showInText: (name) => say('map_showInText', name),
    kilometres: (length) => say('map_kilometres', number.format(length)),
    size: say('map_size'),
    source: say('map_source'),
    empty: say('map_empty'),
    failed: say('map_failed'),
  };
}
