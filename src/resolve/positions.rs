//! Candidates by where they begin and where they end.

use super::Candidate;
use crate::{entity::Form, order::Buckets, span::TokenSpan};

/// The candidates of a document by their first and by their last tokens.
pub(super) struct Positions<'c> {
    candidates: &'c [Candidate],
    by_first: Buckets,
    by_end: Buckets,
    /// For each token whether it is part of a full name of several words.
    within: Vec<bool>,
}

impl<'c> Positions<'c> {
    /// The positions of candidates in a document of so many tokens.
    pub fn new(tokens: usize, candidates: &'c [Candidate]) -> Self {
        let mut within = vec![false; tokens];
        for c in candidates.iter().filter(|c| c.form != Form::Short) {
            if c.span.len() > 1 {
                within[c.span.first..c.span.end].fill(true);
            }
        }
        let by = |key: &dyn Fn(usize) -> usize| Buckets::new(tokens + 1, candidates.len(), key);
        Positions {
            by_first: by(&|i| candidates[i].span.first),
            by_end: by(&|i| candidates[i].span.end),
            candidates,
            within,
        }
    }

    /// The candidates of which the first token is this one.
    pub fn starting_at(&self, token: usize) -> impl Iterator<Item = &'c Candidate> + use<'c, '_> {
        let here = self.by_first.of(token).iter();
        here.map(|&i| &self.candidates[i as usize])
    }

    /// The candidates of which the last token is right before this one.
    pub fn ending_at(&self, token: usize) -> impl Iterator<Item = &'c Candidate> + use<'c, '_> {
        let here = self.by_end.of(token).iter();
        here.map(|&i| &self.candidates[i as usize])
    }

    /// The first candidate of a span, and of a form where that is asked.
    #[inline(never)]
    pub fn at(&self, span: TokenSpan, form: Option<Form>) -> Option<&'c Candidate> {
        let mut here = self.starting_at(span.first);
        here.find(|o| o.span == span && form.is_none_or(|f| f == o.form))
    }

    /// The candidates that cover a token, as far as they begin within a few tokens of it.
    pub fn covering(&self, token: usize) -> impl Iterator<Item = &'c Candidate> + use<'c, '_> {
        const FAR: usize = 8;
        let near = self.by_first.between(token.saturating_sub(FAR), token);
        let near = near.iter().map(|&i| &self.candidates[i as usize]);
        near.filter(move |c| token < c.span.end)
    }

    /// Whether a token is part of a full name of several words.
    pub fn within_name(&self, token: usize) -> bool {
        self.within.get(token).is_some_and(|&w| w)
    }
}
