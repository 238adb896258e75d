//! Selection: of candidates that overlap, the leftmost, and of those that begin together the longest; but a longer
//! name is not broken by one that only reaches into it ("Kurdish People's Protection Units").

use super::{Candidate, Rule};
use crate::{entity::Form, layers::EntityIndex, order::sorted, span::TokenSpan};

/// Candidates of one span.
pub(super) struct Group {
    pub span: TokenSpan,
    pub candidates: Vec<Candidate>,
}

impl Group {
    /// The entity, where all candidates are of one, or all of those of which the place that holds them follows. A
    /// capital is named by its name, whoever acts by it.
    pub fn only_entity(&self) -> Option<EntityIndex> {
        let told = |c: &&Candidate| c.evidence == Some(Rule::Container);
        let name = |c: &&Candidate| c.form != Form::Metonym;
        let mut all = self.candidates.iter();
        let any = all.clone().find(told);
        let first = any
            .or(all.clone().find(name))
            .or(all.clone().next())?
            .entity;
        let same = |c: &Candidate| c.entity == first || !name(&c) || any.is_some() && !told(&c);
        all.all(same).then_some(first)
    }
}

/// The candidates of a document in disjoint groups, in the order of the text. A shorter candidate counts wherever no
/// longer or earlier one does.
pub(super) fn leftmost_longest(candidates: &[Candidate]) -> Vec<Group> {
    let first_of = |i: usize| candidates[i].span.first;
    let order = sorted(candidates.len(), &|a, b| first_of(a).cmp(&first_of(b)));
    let mut groups: Vec<Group> = Vec::new();
    let (mut at, mut next) = (0, 0);
    while let Some(&i) = order.get(at) {
        let first = first_of(i);
        // All that begin here are looked at once.
        let rest = &order[at..];
        let same = rest.iter().take_while(|&&i| first_of(i) == first);
        let (here, later) = rest.split_at(same.count());
        at += here.len();
        if first < next {
            continue;
        }
        let ends = || here.iter().map(|&i| candidates[i].span.end);
        let unbroken = |end: usize| {
            let span = TokenSpan { first, end };
            let mut within = later.iter().take_while(|&&i| first_of(i) < end);
            !within.any(|&i| breaks(span, candidates[i].span))
        };
        let mut end = ends().max();
        while let Some(longest) = end.filter(|&e| !unbroken(e)) {
            end = ends().filter(|&e| e < longest).max();
        }
        let Some(end) = end else { continue };
        let chosen = here.iter().map(|&i| candidates[i]);
        groups.push(Group {
            span: TokenSpan { first, end },
            candidates: chosen.filter(|c| c.span.end == end).collect(),
        });
        next = end;
    }
    groups
}

/// Whether a span reaches into a longer one that begins within it.
fn breaks(span: TokenSpan, other: TokenSpan) -> bool {
    span.first < other.first && span.end < other.end && span.len() < other.len()
}
