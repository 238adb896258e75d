//! What a document says apart from its short forms: whom and where it names in full, and so what it is about.

use super::{
    Candidate, Scene, entity_map::EntityMap, select::Group, span_set::SpanSet,
    type_words::TypeEvidence,
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

    /// Whether the document is about a place that a candidate lies in: names it, or something else in it.
    pub fn is_about(&self, scene: &Scene, place: EntityIndex, c: &Candidate) -> bool {
        let source = self.about.get(place);
        source.is_some_and(|s| is_by_another(scene, s, c))
    }

    /// Whether the document is about something that a candidate belongs to or lies in.
    pub fn is_about_what_holds(&self, scene: &Scene, c: &Candidate) -> bool {
        let mut related = scene.layers.related(c.entity).into_iter();
        related.any(|r| self.is_about(scene, r, c))
    }

    /// Whether it names another place in something that a place lies in.
    pub fn names_near(&self, scene: &Scene, c: &Candidate) -> bool {
        let near = |s: Source| s.within && is_by_another(scene, s, c);
        let mut holders = scene.layers.containers(c.entity).into_iter();
        holders.any(|h| self.about.get(h).is_some_and(near))
    }

    /// Whether a full form stands at a span.
    pub fn full_at(&self, span: TokenSpan) -> bool {
        self.full.contains(span)
    }
}

/// Whether something else than a candidate was named, and than what else has its name: that Wyoming is in the United
/// States says nothing of the town called so.
#[inline(never)]
fn is_by_another(scene: &Scene, s: Source, c: &Candidate) -> bool {
    let is_it = |o: &Candidate| o.entity == s.by && o.span == c.span;
    s.several || s.by != c.entity && !scene.positions.starting_at(c.span.first).any(is_it)
}
