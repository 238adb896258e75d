//! Selection: of candidates that overlap, the leftmost, and of those that begin together the longest; but a longer
//! name is not broken by one that only reaches into it ("Kurdish People's Protection Units").

use super::{
    Candidate,
    order::{key, order},
};
use crate::{lexicon::EntityIndex, span::TokenSpan};

/// Candidates of one span.
pub(super) struct Group {
    pub span: TokenSpan,
    pub candidates: Vec<Candidate>,
}

impl Group {
    /// The entity, where all candidates are of one.
    pub fn only_entity(&self) -> Option<EntityIndex> {
        let first = self.candidates.first()?.entity;
        let same = self.candidates.iter().all(|c| c.entity == first);
        same.then_some(first)
    }
}

/// The candidates in disjoint groups, in the order of the text. A shorter candidate counts wherever no longer or
/// earlier one does.
pub(super) fn leftmost_longest(candidates: &[Candidate]) -> Vec<Group> {
    // The longer comes first of those that begin together.
    let keys = candidates
        .iter()
        .map(|c| key(c.span.first, usize::MAX - c.span.end));
    let sorted = order(keys);
    let mut groups: Vec<Group> = Vec::new();
    for (n, &i) in sorted.iter().enumerate() {
        let c = candidates[i];
        let mut later = sorted[n + 1..]
            .iter()
            .map(|&o| candidates[o].span)
            .take_while(|o| o.first < c.span.end);
        if later.any(|o| breaks(c.span, o)) {
            continue;
        }
        match groups.last_mut() {
            Some(g) if g.span == c.span => g.candidates.push(c),
            Some(g) if c.span.first < g.span.end => {}
            _ => groups.push(Group {
                span: c.span,
                candidates: vec![c],
            }),
        }
    }
    groups
}

/// Whether a span reaches into a longer one that begins within it.
fn breaks(span: TokenSpan, other: TokenSpan) -> bool {
    span.first < other.first && span.end < other.end && span.len() < other.len()
}
