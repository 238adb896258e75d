//! A set of spans.

use crate::{order::Buckets, span::TokenSpan};

/// Spans to be asked for, by where they begin.
pub(super) struct SpanSet {
    spans: Vec<TokenSpan>,
    by_first: Buckets,
}

impl SpanSet {
    /// The set of spans that come in any order.
    pub fn new(spans: Vec<TokenSpan>) -> SpanSet {
        let last = spans.iter().map(|s| s.first).max().unwrap_or(0);
        SpanSet {
            by_first: Buckets::new(last + 1, spans.len(), &|i| spans[i].first),
            spans,
        }
    }

    /// Whether a span is one of them.
    pub fn contains(&self, span: TokenSpan) -> bool {
        let here = self.by_first.of(span.first);
        here.iter().any(|&i| self.spans[i as usize] == span)
    }
}
