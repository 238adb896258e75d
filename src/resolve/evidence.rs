//! What a document says apart from its short forms: whom and where it names in full, and so what it is about.

use super::{
    Scene, entity_map::EntityMap, select::Group, span_set::SpanSet, type_words::TypeEvidence,
};
use crate::{entity::Kind, layers::EntityIndex, span::TokenSpan};

/// What says that a document is about an entity.
#[derive(Clone, Copy)]
struct Source {
    /// The entity that was named first.
    by: EntityIndex,
    /// Whether others were named too.
    several: bool,
    /// Whether a place within it was.
    within: bool,
}

pub(super) struct Evidence {
    /// What type words say.
    pub types: TypeEvidence,
    /// For each entity the token where it is first named in full and without doubt.
    named: EntityMap<usize>,
    /// The entities that are named or hold one that is: a document that names Aleppo is about Syria.
    about: EntityMap<Source>,
    /// Where full forms stand.
    full: SpanSet,
}

impl Evidence {
    /// The evidence of the full forms of a document, of which `doubtful` says at which spans small places have the
    /// same name.
    pub fn of(scene: &Scene, types: TypeEvidence, firm: &[Group], doubtful: &SpanSet) -> Evidence {
        let full = firm.iter().map(|g| g.span).collect();
        let mut evidence = Evidence {
            types,
            named: EntityMap::new(),
            about: EntityMap::new(),
            full: SpanSet::new(full),
        };
        evidence.add(scene, firm, doubtful);
        evidence
    }

    /// Adds what these mentions say, where each is of one entity. One at a `doubtful` span says what the
    /// document is about, but is not the entity's name without doubt.
    pub fn add(&mut self, scene: &Scene, groups: &[Group], doubtful: &SpanSet) {
        for group in groups {
            let Some(entity) = group.only_entity() else {
                continue;
            };
            let told = group.candidates.iter().any(|c| c.evidence.is_some());
            let sure = told || !doubtful.contains(group.span);
            self.add_one(scene, entity, group.span, sure);
        }
    }

    /// Adds that an entity is named at a span, and whether it is so without doubt.
    pub fn add_one(&mut self, scene: &Scene, entity: EntityIndex, at: TokenSpan, sure: bool) {
        let known = self.about.get(entity).is_some_and(|s| s.by == entity);
        if !known {
            let held = scene.layers.related(entity);
            let place = scene.entity_type(entity).kind() == Kind::Place;
            for about in core::iter::once(entity).chain(held) {
                let new = Source {
                    by: entity,
                    several: false,
                    within: false,
                };
                let source = self.about.entry(about, new);
                source.several |= source.by != entity;
                source.within |= about != entity && place;
            }
        }
        if sure {
            let named = self.named.entry(entity, at.first);
            *named = at.first.min(*named);
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

    /// Whether the document is about a place that another lies in: names it, or something else in it.
    pub fn is_about(&self, place: EntityIndex, apart_from: EntityIndex) -> bool {
        let by_another = |s: Source| s.several || s.by != apart_from;
        self.about.get(place).is_some_and(by_another)
    }

    /// Whether the document is about something that the entity belongs to or lies in.
    pub fn is_about_what_holds(&self, scene: &Scene, entity: EntityIndex) -> bool {
        let mut related = scene.layers.related(entity).into_iter();
        related.any(|r| self.is_about(r, entity))
    }

    /// Whether it names another place in something that a place lies in.
    pub fn names_near(&self, scene: &Scene, place: EntityIndex) -> bool {
        let apart = |s: Source| s.within && (s.several || s.by != place);
        let near = |holder| self.about.get(holder).is_some_and(apart);
        scene.layers.containers(place).into_iter().any(near)
    }

    /// Whether a full form stands at a span.
    pub fn full_at(&self, span: TokenSpan) -> bool {
        self.full.contains(span)
    }
}
