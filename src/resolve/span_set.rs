//! A set of spans.

use super::Candidate;
use crate::{order::sorted, span::TokenSpan};

/// Spans to be asked for, in their order.
pub(super) struct SpanSet(Vec<TokenSpan>);

impl SpanSet {
    /// The set of spans that come in any order.
    pub fn new(spans: Vec<TokenSpan>) -> SpanSet {
        let order = sorted(spans.len(), &|a, b| spans[a].cmp(&spans[b]));
        SpanSet(order.into_iter().map(|i| spans[i]).collect())
    }

    /// The set of the spans of candidates.
    pub fn of(candidates: &[Candidate]) -> SpanSet {
        SpanSet::new(candidates.iter().map(|c| c.span).collect())
    }

    /// Whether a span is one of them.
    pub fn contains(&self, span: TokenSpan) -> bool {
        self.0.binary_search(&span).is_ok()
    }
}
