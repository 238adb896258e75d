//! What a document says apart from its short forms: whom and where it names in full, and so what it is about.

use super::{Scene, select::Group, type_words::TypeEvidence};
use crate::{lexicon::EntityIndex, span::TokenSpan};

const NOT_NAMED: usize = usize::MAX;

pub(super) struct Evidence {
    /// What type words say.
    pub types: TypeEvidence,
    /// For each entity the token where it is first named in full and without doubt.
    named: Vec<usize>,
    /// For each entity whether it is named, or holds one that is: a document that names Aleppo is about Syria.
    about: Vec<bool>,
    /// Where full forms stand, disjoint and in order.
    full: Vec<TokenSpan>,
    /// Which entities full forms can stand for, and where these start, in the order of the text.
    starting: Vec<(usize, EntityIndex)>,
}

impl Evidence {
    /// The evidence of the full forms of a document.
    pub fn of(scene: &Scene, types: TypeEvidence, firm: &[Group]) -> Evidence {
        let entities = scene.gazetteer.entities().len();
        let starting = |g: &Group| -> Vec<(usize, EntityIndex)> {
            let all = g.candidates.iter();
            all.map(|c| (c.span.first, c.entity)).collect()
        };
        let mut evidence = Evidence {
            types,
            named: vec![NOT_NAMED; entities],
            about: vec![false; entities],
            full: firm.iter().map(|g| g.span).collect(),
            starting: firm.iter().flat_map(starting).collect(),
        };
        evidence.add(scene, firm);
        evidence
    }

    /// Adds what these mentions say, where each is of one entity.
    pub fn add(&mut self, scene: &Scene, groups: &[Group]) {
        for group in groups {
            let Some(entity) = group.only_entity() else {
                continue;
            };
            let first = &mut self.named[entity.index()];
            *first = group.span.first.min(*first);
            self.about[entity.index()] = true;
            for related in scene.graph.related(entity) {
                self.about[related.index()] = true;
            }
        }
    }

    /// Whether the document names the entity in full and without doubt.
    pub fn names(&self, entity: EntityIndex) -> bool {
        self.named[entity.index()] != NOT_NAMED
    }

    /// Whether it does so before a token.
    pub fn names_before(&self, entity: EntityIndex, token: usize) -> bool {
        self.named[entity.index()] < token
    }

    /// Whether the document is about something that the entity belongs to or lies in.
    pub fn is_about_what_holds(&self, scene: &Scene, entity: EntityIndex) -> bool {
        scene.graph.related(entity).any(|r| self.about[r.index()])
    }

    /// Whether a full form stands at a span.
    pub fn full_at(&self, span: TokenSpan) -> bool {
        self.full.binary_search(&span).is_ok()
    }

    /// The entities that a full form which starts at a token can stand for.
    pub fn full_forms_from(&self, token: usize) -> impl Iterator<Item = EntityIndex> {
        let first = self.starting.partition_point(|&(t, _)| t < token);
        let from = self.starting[first..].iter();
        from.take_while(move |&&(t, _)| t == token).map(|&(_, e)| e)
    }
}
