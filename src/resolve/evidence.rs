//! What a document says apart from its short forms: whom and where it names in full, and so what it is about.

use super::{Scene, entity_map::EntityMap, select::Group, type_words::TypeEvidence};
use crate::{layers::EntityIndex, span::TokenSpan};

pub(super) struct Evidence {
    /// What type words say.
    pub types: TypeEvidence,
    /// For each entity the token where it is first named in full and without doubt.
    named: EntityMap<usize>,
    /// The entities that are named or hold one that is: a document that names Aleppo is about Syria.
    about: EntityMap<()>,
    /// Where full forms stand, disjoint and in order.
    full: Vec<TokenSpan>,
    /// Which entities full forms can stand for, and where these start, in the order of the text.
    starting: Vec<(usize, EntityIndex)>,
}

impl Evidence {
    /// The evidence of the full forms of a document.
    pub fn of(scene: &Scene, types: TypeEvidence, firm: &[Group]) -> Evidence {
        let starting = |g: &Group| -> Vec<(usize, EntityIndex)> {
            let all = g.candidates.iter();
            all.map(|c| (c.span.first, c.entity)).collect()
        };
        let mut evidence = Evidence {
            types,
            named: EntityMap::default(),
            about: EntityMap::default(),
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
            if let Some(named) = self.named.get(entity) {
                *self.named.entry(entity, named) = group.span.first.min(named);
                continue;
            }
            self.named.entry(entity, group.span.first);
            self.about.entry(entity, ());
            for related in scene.layers.related(entity) {
                self.about.entry(related, ());
            }
        }
    }

    /// Whether the document names the entity in full and without doubt.
    pub fn names(&self, entity: EntityIndex) -> bool {
        self.named.get(entity).is_some()
    }

    /// Whether it does so before a token.
    pub fn names_before(&self, entity: EntityIndex, token: usize) -> bool {
        self.named.get(entity).is_some_and(|first| first < token)
    }

    /// Whether the document is about an entity: names it, or something in it.
    pub fn is_about(&self, entity: EntityIndex) -> bool {
        self.about.get(entity).is_some()
    }

    /// Whether the document is about something that the entity belongs to or lies in.
    pub fn is_about_what_holds(&self, scene: &Scene, entity: EntityIndex) -> bool {
        let mut related = scene.layers.related(entity).into_iter();
        related.any(|r| self.about.get(r).is_some())
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
