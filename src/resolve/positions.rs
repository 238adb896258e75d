//! Candidates by where they begin and where they end.

use super::{Candidate, order::order};

/// The candidates of a document in the order of their first and of their last tokens.
pub(super) struct Positions<'c> {
    by_first: Vec<&'c Candidate>,
    by_end: Vec<&'c Candidate>,
}

impl<'c> Positions<'c> {
    pub fn of(candidates: &'c [Candidate]) -> Self {
        let sorted = |place: fn(&Candidate) -> usize| {
            let order = order(candidates.iter().map(|c| place(c) as u64));
            order.into_iter().map(|i| &candidates[i]).collect()
        };
        Positions {
            by_first: sorted(|c| c.span.first),
            by_end: sorted(|c| c.span.end),
        }
    }

    /// The candidates of which the first token is this one.
    pub fn starting_at(&self, token: usize) -> impl Iterator<Item = &'c Candidate> {
        equal(&self.by_first, token, |c| c.span.first)
    }

    /// The candidates that end before this token.
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
