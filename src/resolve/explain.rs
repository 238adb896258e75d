//! Every surface form that stands in a document, with what keeps it from being a candidate.

use super::{Refusal, candidates, contexts_in, search, standing};
use crate::{
    document::Document,
    entity::Form,
    layers::{EntityIndex, Layers},
    span::TokenSpan,
};

/// A surface form where it stands.
pub(crate) struct Occurred {
    pub span: TokenSpan,
    pub entity: EntityIndex,
    pub form: Form,
    /// Nothing where it is a candidate.
    pub refusal: Option<Refusal>,
}

/// The surface forms in a document, layer by layer.
pub(crate) fn occurrences(document: &mut Document, layers: &Layers) -> Vec<Occurred> {
    let mut all = Vec::new();
    let patterns = search(document, layers);
    for ((number, layer), patterns) in layers.all.iter().enumerate().zip(patterns) {
        let lexicon = &layer.pack.lexicon;
        let contexts = contexts_in(document, lexicon, &patterns);
        for at in patterns {
            for id in lexicon.forms_of(at.pattern) {
                let entry = lexicon.form(id);
                let standing = standing(document, layers, number, &contexts, at, id);
                all.push(Occurred {
                    span: at.span,
                    entity: EntityIndex(layer.first + entry.entity),
                    form: entry.form,
                    refusal: standing.err(),
                });
            }
        }
    }
    // A mute of a surface form silences it in the layers beneath, whatever it is there.
    let heard = candidates(document, layers, true);
    for form in all.iter_mut().filter(|f| f.refusal.is_none()) {
        let is_heard = heard
            .iter()
            .any(|c| c.span == form.span && c.entity == form.entity);
        form.refusal = (!is_heard).then_some(Refusal::Muted);
    }
    all
}
