//! Selection: of candidates that overlap, the leftmost, and of those that begin together the longest; but a longer
//! name is not broken by one that only reaches into it ("Kurdish People's Protection Units").

use super::Candidate;
use crate::{layers::EntityIndex, order::Buckets, span::TokenSpan};

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

/// The candidates of a document of so many tokens in disjoint groups, in the order of the text. A shorter candidate
/// counts wherever no longer or earlier one does.
pub(super) fn leftmost_longest(tokens: usize, candidates: &[Candidate]) -> Vec<Group> {
    let buckets = Buckets::new(tokens, candidates.len(), &|i| candidates[i].span.first);
    let at = |token: usize| buckets.of(token).iter().map(|&i| &candidates[i as usize]);
    let mut groups: Vec<Group> = Vec::new();
    let mut next = 0;
    for &i in buckets.all() {
        let first = candidates[i as usize].span.first;
        if first < next {
            continue;
        }
        // All that begin here are looked at once.
        next = first + 1;
        let unbroken = |end: usize| {
            let span = TokenSpan { first, end };
            !(first + 1..end).any(|t| at(t).any(|o| breaks(span, o.span)))
        };
        let mut end = at(first).map(|c| c.span.end).max();
        while let Some(longest) = end.filter(|&e| !unbroken(e)) {
            end = at(first).map(|c| c.span.end).filter(|&e| e < longest).max();
        }
        let Some(end) = end else { continue };
        let here = at(first).filter(|c| c.span.end == end).copied();
        groups.push(Group {
            span: TokenSpan { first, end },
            candidates: here.collect(),
        });
        next = end;
    }
    groups
}

/// Whether a span reaches into a longer one that begins within it.
fn breaks(span: TokenSpan, other: TokenSpan) -> bool {
    span.first < other.first && span.end < other.end && span.len() < other.len()
}
