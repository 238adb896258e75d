//! Candidates by where they begin and where they end.

use super::{Candidate, order::order};
use crate::entity::Form;

/// The candidates of a document in the order of their first and of their last tokens.
pub(super) struct Positions<'c> {
    by_first: Vec<&'c Candidate>,
    by_end: Vec<&'c Candidate>,
    /// For each token whether it is part of a full name of several words.
    within: Vec<bool>,
}

impl<'c> Positions<'c> {
    pub fn of(candidates: &'c [Candidate]) -> Self {
        let tokens = candidates.iter().map(|c| c.span.end).max().unwrap_or(0);
        let mut within = vec![false; tokens];
        for c in candidates.iter().filter(|c| c.form != Form::Short) {
            if c.span.len() > 1 {
                within[c.span.first..c.span.end].fill(true);
            }
        }
        let sorted = |place: fn(&Candidate) -> usize| {
            let order = order(candidates.iter().map(|c| place(c) as u64));
            order.into_iter().map(|i| &candidates[i]).collect()
        };
        Positions {
            by_first: sorted(|c| c.span.first),
            by_end: sorted(|c| c.span.end),
            within,
        }
    }

    /// The candidates of which the first token is this one.
    pub fn starting_at(&self, token: usize) -> impl Iterator<Item = &'c Candidate> {
        equal(&self.by_first, token, |c| c.span.first)
    }

    /// Whether a token is part of a full name of several words.
    pub fn within_name(&self, token: usize) -> bool {
        self.within.get(token).is_some_and(|&w| w)
    }

    /// The candidates of which the last token is right before this one.
    pub fn ending_at(&self, token: usize) -> impl Iterator<Item = &'c Candidate> {
        equal(&self.by_end, token, |c| c.span.end)
    }
}

fn equal<'c>(
    sorted: &[&'c Candidate],
    wanted: usize,
    place: impl Fn(&Candidate) -> usize,
) -> impl Iterator<Item = &'c Candidate> {
    let first = sorted.partition_point(|c| place(c) < wanted);
    sorted[first..]
        .iter()
        .copied()
        .take_while(move |c| place(c) == wanted)
}
