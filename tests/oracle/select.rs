//! The oracle's selection of full names: leftmost, then longest; but a name that only reaches into a longer one gives
//! way to it.

use super::matching::Found;

/// The mentions among candidates that no other rule has anything to say about.
pub fn leftmost_longest(candidates: &[Found]) -> Vec<Found> {
    let mut chosen = Vec::new();
    let mut from = 0;
    let standing: Vec<&Found> = candidates
        .iter()
        .filter(|c| !is_broken(c, candidates))
        .collect();
    while let Some(first) = standing
        .iter()
        .map(|c| c.pieces.0)
        .filter(|&first| first >= from)
        .min()
    {
        let here = standing.iter().filter(|c| c.pieces.0 == first);
        let longest = here.max_by_key(|c| c.pieces.1).expect("one begins here");
        chosen.push(Found::clone(longest));
        from = longest.pieces.1;
    }
    chosen
}

/// Whether a longer candidate begins within this one and ends behind it.
fn is_broken(candidate: &Found, all: &[Found]) -> bool {
    let (first, end) = candidate.pieces;
    let longer = |o: &&Found| o.pieces.1 - o.pieces.0 > end - first;
    let mut longer = all.iter().filter(longer);
    longer.any(|o| first < o.pieces.0 && o.pieces.0 < end && end < o.pieces.1)
}
