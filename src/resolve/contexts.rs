//! The contexts that surface forms need or that forbid them, and what overlays mute.

use crate::{
    document::Document,
    entity::{EntityType, Form},
    layers::{EntityIndex, Layer, Layers},
    order::sorted,
    pattern::{ContextPattern, Contexts, Occurrence, PatternId},
    span::TokenSpan,
};

/// The contexts of one layer in a document.
pub(super) struct Found {
    all: Vec<Occurrence>,
    /// Those at which the text has a capital.
    capital: Vec<Occurrence>,
}

impl Found {
    pub fn new(document: &Document, found: &[Occurrence]) -> Found {
        let order = sorted(found.len(), &|a, b| {
            let (a, b) = (&found[a], &found[b]);
            a.pattern
                .cmp(&b.pattern)
                .then(a.span.first.cmp(&b.span.first))
        });
        let all: Vec<Occurrence> = order.into_iter().map(|i| found[i]).collect();
        let mut capital = all.clone();
        capital.retain(|at| document.begins_with_capital(at.span.first));
        Found { all, capital }
    }

    /// Whether something that forbids a form covers it at `span`.
    pub fn forbid(&self, form: &Contexts, span: TokenSpan) -> bool {
        form.not.iter().any(|&p| {
            let all = self.of(p);
            // Of one pattern all are of one length, so they end in the order in which they begin.
            let next = all.partition_point(|c| c.span.end < span.end);
            let reaching = all[next..]
                .iter()
                .take_while(|c| c.span.first <= span.first);
            reaching.into_iter().any(|c| c.span.covers(span))
        })
    }

    /// Whether one of the words that a form needs at `span` stands in the document.
    pub fn fulfil(&self, form: &Contexts, span: TokenSpan) -> bool {
        let outside = |&p: &ContextPattern| {
            let all = self.of(p);
            // Of one pattern at most a few stand within a span, so the ends tell.
            let ends = all.first().into_iter().chain(all.last());
            ends.into_iter().any(|c| !span.covers(c.span))
        };
        form.needs.is_empty() || form.needs.iter().any(outside)
    }

    /// Where a context stands, in the order of the text.
    fn of(&self, context: ContextPattern) -> &[Occurrence] {
        match context.capital() {
            true => of_pattern(&self.capital, context.pattern()),
            false => of_pattern(&self.all, context.pattern()),
        }
    }

    /// The surface forms that a layer mutes in the document.
    pub fn muted(&self, layers: &Layers, layer: &Layer, number: usize) -> Vec<Muted> {
        let with_text = layer
            .pack
            .mutes
            .iter()
            .filter_map(|m| Some((m, m.pattern?)));
        with_text
            .flat_map(|(mute, pattern)| {
                let entity = mute.entity.map(|to| layers.resolve(layer, to));
                let spans = of_pattern(&self.all, pattern).iter().map(|c| c.span);
                spans.map(move |span| Muted {
                    span,
                    entity,
                    below: number,
                })
            })
            .collect()
    }
}

/// Those of a pattern.
fn of_pattern(all: &[Occurrence], pattern: PatternId) -> &[Occurrence] {
    let first = all.partition_point(|c| c.pattern < pattern);
    let end = all.partition_point(|c| c.pattern <= pattern);
    &all[first..end]
}

/// A surface form that an overlay silences at a span.
pub(super) struct Muted {
    pub span: TokenSpan,
    /// The entity of which it is silenced, where it is that of one: none is meant where that is not loaded.
    entity: Option<Option<EntityIndex>>,
    /// The number of the layer that says so: it speaks of those below.
    below: usize,
}

impl Muted {
    /// Whether it silences a surface form of an entity of a layer at its span.
    pub fn silences(&self, span: TokenSpan, entity: EntityIndex, layer: usize) -> bool {
        let meant = self.entity.is_none_or(|e| e == Some(entity));
        self.span == span && layer < self.below && meant
    }
}

/// Whether a form that lacks what it needs may still count: a short form and initials, but for those of divisions, may
/// have better evidence.
pub(super) fn may_lack(form: Form, entity_type: EntityType) -> bool {
    match form {
        Form::Short => true,
        Form::Acronym => entity_type != EntityType::Admin,
        _ => false,
    }
}
