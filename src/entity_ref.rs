//! An entity of a pack among its layers, as it can be read: nothing is copied.

use crate::{
    date::PartialDate,
    entity::{EntityType, Kind},
    layers::{EntityIndex, Layer, Layers},
    pack::{Details, LinksRef, NameRef},
};

/// An entity that is loaded.
#[derive(Clone)]
pub struct EntityRef<'h> {
    layers: &'h Layers,
    layer: &'h Layer,
    number: usize,
}

/// What an entity is or holds, with the dates it held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleRef<'h> {
    /// In a few neutral words: "President of Syria".
    pub title: &'h str,
    /// The entity that the role belongs to.
    pub of: Option<EntityIndex>,
    /// The first day, month or year that it was held.
    pub from: Option<PartialDate>,
    /// The first day, month or year that it was no longer held.
    pub to: Option<PartialDate>,
    /// Where this can be checked.
    pub source: Option<&'h str>,
}

impl Layers {
    /// An entity, as it can be read.
    pub fn entity(&self, index: EntityIndex) -> EntityRef<'_> {
        let (layer, number) = self.layer_of(index);
        EntityRef {
            layers: self,
            layer,
            number,
        }
    }

    /// The entities that are neither replaced nor muted.
    pub fn entities(&self) -> impl Iterator<Item = EntityRef<'_>> {
        let all = (0..self.count()).map(EntityIndex);
        all.filter(|&e| !self.is_silent(e)).map(|e| self.entity(e))
    }
}

impl<'h> EntityRef<'h> {
    fn details(&self) -> Details<'h> {
        self.layer.pack.details(self.number)
    }

    /// Its number among all that are loaded.
    pub fn index(&self) -> EntityIndex {
        EntityIndex(self.layer.first + self.number as u32)
    }

    /// Its id.
    pub fn id(&self) -> &'h str {
        self.details().id()
    }

    /// The name that readers are shown.
    pub fn name(&self) -> &'h str {
        self.details().name()
    }

    /// What sort of actor or place it is.
    pub fn entity_type(&self) -> EntityType {
        self.layer.pack.types[self.number]
    }

    /// Whether it acts or is a place.
    pub fn kind(&self) -> Kind {
        self.entity_type().kind()
    }

    /// Its surface forms other than the name.
    pub fn names(&self) -> Vec<NameRef<'h>> {
        self.details().names()
    }

    /// What it is or holds.
    pub fn roles(&self) -> Vec<RoleRef<'h>> {
        let roles = self.details().roles().into_iter();
        let resolved = roles.map(|r| RoleRef {
            title: r.title,
            of: r.of.and_then(|to| self.layers.resolve(self.layer, to)),
            from: r.from,
            to: r.to,
            source: r.source,
        });
        resolved.collect()
    }

    /// Where to read on.
    pub fn links(&self) -> LinksRef<'h> {
        self.details().links()
    }

    /// The places that contain it, nearest first.
    pub fn within(&self) -> Vec<EntityIndex> {
        self.layers.within(self.index()).collect()
    }

    /// Latitude and longitude in degrees.
    pub fn at(&self) -> Option<(f64, f64)> {
        self.details().at()
    }

    /// How many people live there.
    pub fn population(&self) -> Option<u32> {
        Some(self.layer.pack.population[self.number]).filter(|&p| p > 0)
    }
}
