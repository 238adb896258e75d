/** Chance that is the same in every run: seeded, so that everybody measures the same names and texts. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export function chance(seed) {
  const generator = xoroshiro128plus(seed);
  const below = (limit) => uniformInt(generator, 0, limit - 1);
  const pick = (list) => list[below(list.length)];
  return { below, pick, shuffled };

  function shuffled(list) {
    const all = [...list];
    for (let end = all.length - 1; end > 0; end -= 1) {
      const other = below(end + 1);
      [all[end], all[other]] = [all[other], all[end]];
    }
    return all;
  }
}
