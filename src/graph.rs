//! What belongs to what: for each entity the places that contain it and the bodies that its roles are of.

use hashbrown::HashMap;

use crate::{entity::Entity, gazetteer::Gazetteer, lexicon::EntityIndex};

pub(crate) struct Graph {
    affiliates: Vec<Vec<EntityIndex>>,
    containers: Vec<Vec<EntityIndex>>,
    by_id: HashMap<String, EntityIndex>,
}

impl Graph {
    /// The graph of a gazetteer of which the references hold.
    pub fn build(gazetteer: &Gazetteer) -> Graph {
        let entities = gazetteer.entities();
        let by_id: HashMap<String, EntityIndex> = entities
            .iter()
            .enumerate()
            .map(|(i, e)| (e.id.clone(), EntityIndex(i as u32)))
            .collect();
        let affiliates = entities
            .iter()
            .map(|e| {
                let of = e.roles.iter().filter_map(|r| by_id.get(r.of.as_deref()?));
                distinct(of.copied())
            })
            .collect();
        let containers = entities
            .iter()
            .map(|e| {
                let direct =
                    |e: &Entity| distinct(e.within.iter().filter_map(|id| by_id.get(id)).copied());
                let mut all = direct(e);
                let mut next = 0;
                while let Some(&place) = all.get(next) {
                    all = distinct(all.iter().copied().chain(direct(&entities[place.index()])));
                    next += 1;
                }
                all
            })
            .collect();
        Graph {
            affiliates,
            containers,
            by_id,
        }
    }

    pub fn index_of(&self, id: &str) -> Option<EntityIndex> {
        self.by_id.get(id).copied()
    }

    /// What an entity's roles are of.
    pub fn affiliates(&self, entity: EntityIndex) -> &[EntityIndex] {
        &self.affiliates[entity.index()]
    }

    /// The places that contain a place, near and far.
    pub fn containers(&self, entity: EntityIndex) -> &[EntityIndex] {
        &self.containers[entity.index()]
    }

    /// Containers and affiliates together.
    pub fn related(&self, entity: EntityIndex) -> impl Iterator<Item = EntityIndex> {
        let containers = self.containers(entity).iter();
        containers.chain(self.affiliates(entity)).copied()
    }
}

/// Each of these once, in their order. They are few.
fn distinct(all: impl Iterator<Item = EntityIndex>) -> Vec<EntityIndex> {
    let mut once = Vec::new();
    for index in all {
        if !once.contains(&index) {
            once.push(index);
        }
    }
    once
}
