//! The contexts that surface forms need or that forbid them.

use super::order::{key, order};
use crate::{automaton::PatternId, document::Context, lexicon::FormEntry, span::TokenSpan};

/// The contexts of a document, by pattern and in the order of the text.
pub(super) struct Contexts(Vec<Context>);

impl Contexts {
    pub fn of(found: &[Context]) -> Contexts {
        let order = order(
            found
                .iter()
                .map(|c| key(c.pattern.0 as usize, c.span.first)),
        );
        Contexts(order.into_iter().map(|i| found[i]).collect())
    }

    /// Whether something that forbids a form covers it at `span`.
    pub fn forbid(&self, form: &FormEntry, span: TokenSpan) -> bool {
        form.not.iter().any(|&p| {
            let all = self.pattern(p);
            // Of one pattern all are of one length, so they end in the order in which they begin.
            let next = all.partition_point(|c| c.span.end < span.end);
            let reaching = all[next..]
                .iter()
                .take_while(|c| c.span.first <= span.first);
            reaching.into_iter().any(|c| c.span.covers(span))
        })
    }

    /// Whether one of the words that a form needs at `span` stands in the document.
    pub fn fulfil(&self, form: &FormEntry, span: TokenSpan) -> bool {
        let outside = |&p: &PatternId| {
            let all = self.pattern(p);
            // Of one pattern at most a few stand within a span, so the ends tell.
            let ends = all.first().into_iter().chain(all.last());
            ends.into_iter().any(|c| !span.covers(c.span))
        };
        form.needs.is_empty() || form.needs.iter().any(outside)
    }

    fn pattern(&self, pattern: PatternId) -> &[Context] {
        let first = self.0.partition_point(|c| c.pattern < pattern);
        let end = self.0.partition_point(|c| c.pattern <= pattern);
        &self.0[first..end]
    }
}
