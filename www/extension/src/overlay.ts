/** The reader's own entries and mutes as a gazetteer that is laid over all others. */
import type { Gazetteer } from '../../src/types.js';
import type { Mute, OwnEntry, Settings } from './settings.js';

/** Undefined where there is nothing to lay over. */
export function ownOverlay({ own, mutes }: Pick<Settings, 'own' | 'mutes'>): Gazetteer | undefined {
  const entities = own.filter(({ muted }) => !muted).map(entityOf);
  if (entities.length + mutes.length === 0) return undefined;
  return { title: 'own', entities, mute: mutes.map(muteOf) };
}

/** An entry as gazetteer files have it. The reader means every name as it is written down. */
export function entityOf({ id, type, name, names, note, website }: OwnEntry): object {
  return {
    id,
    type,
    name,
    names: names.filter((text) => text !== name).map((text) => ({ text })),
    weak: false,
    ...(note && { roles: [{ title: note }] }),
    ...(website && { links: { website } }),
  };
}

const muteOf = ({ entity, text }: Mute): { entity?: string; text?: string } => ({
  ...(entity !== undefined && { entity }),
  ...(text !== undefined && { text }),
});

/**
 * True where what is lit would tell something of the reader: entries and gazetteers of their own, and names that they
 * do not want to see.
 */
export function tellsOfReader({ own, mutes, gazetteers }: Settings): boolean {
  const isShown = gazetteers.some((item) => item.on && item.private);
  return isShown || mutes.length > 0 || own.some(({ muted }) => !muted);
}
