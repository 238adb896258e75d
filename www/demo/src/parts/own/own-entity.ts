/** An entity of a gazetteer file as the form edits it; what the form does not show is kept as it was. */
import type { Gazetteer } from 'namelight';

export interface OwnName {
  text: string;
  form?: string;
}

export interface OwnRole {
  title: string;
  from?: string;
  to?: string;
}

export interface OwnEntity {
  id: string;
  type: string;
  name: string;
  names?: (string | OwnName)[];
  roles?: OwnRole[];
  links?: { website?: string };
  at?: [number, number];
}

/** A gazetteer file whose entities can be edited. */
export type OwnGazetteer = Omit<Gazetteer, 'entities'> & { entities: OwnEntity[] };

/** What a gazetteer file says; the importer has written it, or this page. */
export const gazetteerOf = (json: string): OwnGazetteer => JSON.parse(json) as OwnGazetteer;

export function emptyEntity(gazetteer: OwnGazetteer): OwnEntity {
  return { id: freeId('entry', gazetteer), type: 'organisation', name: '' };
}

/** An id that no other entity of the gazetteer has. */
export function freeId(wish: string, { entities }: OwnGazetteer): string {
  const taken = new Set(entities.map(({ id }) => id));
  let id = wish;
  for (let number = 2; taken.has(id); number += 1) id = `${wish}-${number}`;
  return id;
}

export const linesOf = (names: OwnEntity['names'] = []): string =>
  names.map((name) => (typeof name === 'string' ? name : name.text)).join('\n');

/** Names by line; a known one keeps its form, and a new one in capitals is an abbreviation. */
export function namesOf(lines: string, before: OwnEntity['names'] = []): (string | OwnName)[] {
  const texts = lines.split('\n').map((line) => line.trim());
  return texts
    .filter((text, number) => text !== '' && texts.indexOf(text) === number)
    .map((text) => {
      const known = before.find((name) => (typeof name === 'string' ? name : name.text) === text);
      if (known) return known;
      return /^[\p{Lu}\d.&-]{2,8}$/u.test(text) ? { text, form: 'acronym' } : text;
    });
}

/** Without what is empty: the engine refuses a role without a title and a link without an address. */
export function tidied({ names = [], roles = [], links = {}, at, ...entity }: OwnEntity): OwnEntity {
  const held = roles
    .filter(({ title }) => title.trim() !== '')
    .map(({ from, to, ...role }) => ({ ...role, ...(from && { from }), ...(to && { to }) }));
  const { website, ...others } = links;
  const kept = { ...others, ...(website && { website }) };
  return {
    ...entity,
    ...(names.length > 0 && { names }),
    ...(held.length > 0 && { roles: held }),
    ...(Object.keys(kept).length > 0 && { links: kept }),
    ...(at?.every(Number.isFinite) && { at }),
  };
}
