//! Words that are the bodies of any state: "government", "army". Of all that are called so, only those are candidates
//! that a document can mean: those of which another name stands in it, or of which the owner stands beside such a word
//! somewhere ("Syrian army"). So a word that two hundred share costs as much as another.

use super::{
    Candidate,
    compose::{end_of_owner, start_of_owner},
    entity_map::EntityMap,
};
use crate::{
    document::Document,
    entity::Form,
    layers::{EntityIndex, Layers},
    order::Buckets,
    pattern::{FormId, Occurrence, PatternId},
};

/// A generic word in a document, found by a layer.
#[derive(Clone, Copy)]
pub(super) struct Generic {
    pub at: Occurrence,
    pub layer: usize,
}

/// The surface forms that these words can be, where `candidates` are all others.
pub(super) fn forms(
    document: &Document,
    layers: &Layers,
    candidates: &[Candidate],
    words: &[Generic],
) -> Vec<(Generic, FormId)> {
    let mut meant: EntityMap<()> = EntityMap::new();
    for c in candidates {
        meant.entry(c.entity, ());
    }
    let mut seen: Vec<(usize, PatternId, EntityIndex)> = Vec::new();
    for (word, owner) in owners(document, candidates, words) {
        let key = (word.layer, word.at.pattern, owner);
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        for (_, entity) in entities(layers, word) {
            if layers.affiliates(entity).any(|o| o == owner) {
                meant.entry(entity, ());
            }
        }
    }
    // The forms of each word that are meant, told once; of a word that is nobody's, one, so that it is known.
    let mut known: Vec<(usize, PatternId, Vec<FormId>)> = Vec::new();
    let mut all = Vec::new();
    for &word in words {
        let is = |(layer, pattern, _): &(usize, PatternId, _)| {
            (*layer, *pattern) == (word.layer, word.at.pattern)
        };
        let number = known.iter().position(is).unwrap_or_else(|| {
            let those = entities(layers, word).filter(|(_, e)| meant.get(*e).is_some());
            let mut those: Vec<FormId> = those.map(|(form, _)| form).collect();
            if those.is_empty() {
                those.extend(entities(layers, word).map(|(form, _)| form).next());
            }
            known.push((word.layer, word.at.pattern, those));
            known.len() - 1
        });
        all.extend(known[number].2.iter().map(|&form| (word, form)));
    }
    all
}

/// The names that stand where owners of these words do, each with its word.
fn owners(
    document: &Document,
    candidates: &[Candidate],
    words: &[Generic],
) -> Vec<(Generic, EntityIndex)> {
    let by = |key: &dyn Fn(usize) -> usize| {
        Buckets::new(document.tokens().len() + 1, candidates.len(), key)
    };
    let by_end = by(&|i| candidates[i].span.end);
    let by_first = by(&|i| candidates[i].span.first);
    let mut all = Vec::new();
    for &word in words {
        let span = word.at.span;
        let before = by_end.of(end_of_owner(document, span.first));
        let after = start_of_owner(document, span.end).map_or(&[][..], |at| by_first.of(at));
        for &i in before.iter().chain(after) {
            let owner = &candidates[i as usize];
            if owner.form != Form::Short {
                all.push((word, owner.entity));
            }
        }
    }
    all
}

/// The entities that a word may stand for, with its forms.
fn entities(layers: &Layers, word: Generic) -> impl Iterator<Item = (FormId, EntityIndex)> + '_ {
    let layer = &layers.all[word.layer];
    let lexicon = &layer.pack.lexicon;
    let forms = lexicon.forms_of(word.at.pattern);
    forms.map(move |form| (form, EntityIndex(layer.first + lexicon.form(form).entity)))
}
