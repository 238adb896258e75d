/** The words of the card and of the cast list, in the language of the extension's. */
import type { Strings } from 'namelight/strings';
import { counted, type MessageKey, type Words } from './words.js';

const TYPES = [
  'person', 'government', 'ministry', 'military', 'agency', 'armed-group', 'party', 'company', 'media', 'ngo',
  'igo', 'organisation', 'people', 'country', 'region', 'admin', 'city', 'district', 'site', 'water',
] as const;
const RULES = [
  'only-candidate', 'type-word', 'title', 'composed', 'full-name', 'named-in-full', 'container', 'affiliation',
  'locative', 'metonym', 'dateline', 'role-at-date', 'population', 'undecided',
] as const;

/** The types of entities, in the order in which a menu has them. */
export const entityTypes: readonly string[] = TYPES;

export function stringsOf(say: Words): Strings {
  const named = <Name extends string>(prefix: string, names: readonly Name[]): Record<Name, string> => {
    const key = (name: string): MessageKey => `${prefix}_${name.replaceAll('-', '_')}` as MessageKey;
    return Object.fromEntries(names.map((name) => [name, say(key(name))])) as Record<Name, string>;
  };
  const number = new Intl.NumberFormat(say.locale);
  const kinds = { actor: say('kind_actor'), place: say('kind_place') };
  return {
    locale: say.locale,
    region: say('card_region'),
    close: say('close'),
    previous: say('card_previous'),
    next: say('card_next'),
    onDate: (date) => say('card_onDate', date),
    asOf: (month) => say('card_asOf', month),
    known: (month) => say('card_known', month),
    old: (months) => counted(say, 'card_old', months),
    since: (date) => say('card_since', date),
    until: (date) => say('card_until', date),
    period: (from, to) => say('card_period', from, to),
    roleUnknown: say('card_roleUnknown'),
    affiliation: say('card_affiliation'),
    within: say('card_within'),
    population: say('card_population'),
    why: say('card_why'),
    likely: say('card_likely'),
    candidates: say('card_candidates'),
    open: say('leftOpen'),
    links: say('card_links'),
    wikipedia: 'Wikipedia',
    wikidata: 'Wikidata',
    geonames: 'GeoNames',
    website: say('card_website'),
    opensElsewhere: say('card_opensElsewhere'),
    position: (at, count) => say('card_position', number.format(at), number.format(count)),
    mention: (name, type, at, count) =>
      say('card_mention', name, type, number.format(at), number.format(count)),
    mute: say('card_mute'),
    muted: (name) => say('card_muted', name),
    undo: say('undo'),
    list: listStrings(say, number),
    kinds,
    types: named('type', TYPES),
    forms: named('form', ['short', 'acronym', 'demonym', 'metonym', 'native']),
    rules: named('rule', RULES),
  };
}

function listStrings(say: Words, number: Intl.NumberFormat): Strings['list'] {
  return {
    kinds: { actor: say('actors'), place: say('places') },
    open: say('leftOpen'),
    muted: say('list_muted'),
    mute: (name) => say('list_mute', name),
    unmute: (name) => say('list_unmute', name),
    show: say('list_show'),
    everything: say('list_everything'),
    allOf: { actor: say('list_allActors'), place: say('list_allPlaces') },
    order: say('list_order'),
    orders: { text: say('list_byText'), count: say('list_byCount'), name: say('list_byName') },
    find: say('list_find'),
    none: say('list_none'),
    noneShown: say('list_noneShown'),
    showAll: say('list_showAll'),
    now: say('list_now'),
    mentioned: (count) => counted(say, 'list_mentioned', count),
    firstAs: (text) => say('list_firstAs', text),
    couldBe: say('list_couldBe'),
    previous: (name) => say('list_previous', name),
    next: (name) => say('list_next', name),
    position: (at, count) => say('list_position', number.format(at), number.format(count)),
    count: (actors, places) =>
      say('list_count', counted(say, 'countActors', actors), counted(say, 'countPlaces', places)),
  };
}
