//! Selection: of candidates that overlap, the leftmost, and of those the longest.

use super::{
    Candidate,
    order::{key, order},
};
use crate::span::TokenSpan;

/// Candidates of one span.
pub(super) struct Group {
    pub span: TokenSpan,
    pub candidates: Vec<Candidate>,
}

/// The candidates in disjoint groups, in the order of the text. A shorter candidate counts wherever no longer or
/// earlier one does.
pub(super) fn leftmost_longest(candidates: &[Candidate]) -> Vec<Group> {
    // The longer comes first of those that begin together.
    let keys = candidates
        .iter()
        .map(|c| key(c.span.first, usize::MAX - c.span.end));
    let mut groups: Vec<Group> = Vec::new();
    for c in order(keys).into_iter().map(|i| candidates[i]) {
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
