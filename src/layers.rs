//! Packs laid over each other: what each entity's number is among all, which of them are replaced or muted, and what
//! belongs to what.

use crate::{
    date::Date,
    entity::{EntityType, Kind},
    gazetteer::{ErrorKind, GazetteerError, MOST_CONTAINERS, clip},
    pack::{Pack, Reference},
    starts::Starts,
};

/// The number of an entity among all that are loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityIndex(pub u32);

/// A pack among others.
pub(crate) struct Layer {
    pub pack: Pack,
    /// The number of its first entity.
    pub first: u32,
    /// What its references to other packs lead to.
    externals: Vec<Option<EntityIndex>>,
}

/// All packs, the lowest first.
#[derive(Default)]
pub(crate) struct Layers {
    pub all: Vec<Layer>,
    /// How many entities there are in all.
    count: u32,
    /// Whether an entity is replaced or muted by a later pack; none is beyond the end.
    silent: Vec<bool>,
    /// Entities that are replaced, in order, and by which.
    replaced: Vec<(EntityIndex, EntityIndex)>,
    starts: Starts,
}

impl Layers {
    /// Lays a pack over what is there. On an error nothing has changed.
    pub fn push(&mut self, pack: Pack) -> Result<(), GazetteerError> {
        let layer = Layer {
            first: self.count,
            externals: pack.externals.iter().map(|id| self.find(id)).collect(),
            pack,
        };
        self.check_references(&layer)?;
        let entities = layer.pack.entity_count() as u32;
        let over: Vec<(EntityIndex, EntityIndex)> = match self.all.is_empty() {
            true => Vec::new(),
            false => (0..entities)
                .filter_map(|e| {
                    let below = self.find(layer.pack.details(e as usize).id())?;
                    Some((below, EntityIndex(self.count + e)))
                })
                .collect(),
        };
        self.check_replaced(&over, &layer)?;
        for &(below, above) in &over {
            self.silence(below);
            // What was replaced before is now replaced by this one.
            for pair in self.replaced.iter_mut().filter(|(_, by)| *by == below) {
                pair.1 = above;
            }
            let at = self.replaced.partition_point(|(old, _)| *old < below);
            self.replaced.insert(at, (below, above));
        }
        let muted: Vec<EntityIndex> = layer
            .pack
            .mutes
            .iter()
            .filter(|m| m.pattern.is_none())
            .filter_map(|m| self.resolve(&layer, m.entity?))
            .collect();
        muted.into_iter().for_each(|e| self.silence(e));
        self.starts.add_all(layer.pack.lexicon.starts());
        self.count += entities;
        self.all.push(layer);
        Ok(())
    }

    fn silence(&mut self, entity: EntityIndex) {
        let length = self.silent.len().max(entity.0 as usize + 1);
        self.silent.resize(length, false);
        self.silent[entity.0 as usize] = true;
    }

    /// How names of any pack may begin.
    pub fn starts(&self) -> &Starts {
        &self.starts
    }

    /// How many numbers of entities there are.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Whether an entity is replaced or muted.
    #[inline(always)]
    pub fn is_silent(&self, entity: EntityIndex) -> bool {
        self.silent.get(entity.0 as usize).is_some_and(|&s| s)
    }

    /// The entity of an id that counts.
    pub fn find(&self, id: &str) -> Option<EntityIndex> {
        self.all.iter().rev().find_map(|layer| {
            let entity = layer.pack.find(id)?;
            Some(EntityIndex(layer.first + entity as u32))
        })
    }

    /// The layer of an entity, and its number there.
    #[inline(always)]
    pub fn layer_of(&self, entity: EntityIndex) -> (&Layer, usize) {
        let above = self.all.iter().rev().find(|l| l.first <= entity.0);
        let layer = above.expect("entities are numbered from the first layer on");
        (layer, (entity.0 - layer.first) as usize)
    }

    /// What a reference of a layer leads to.
    pub fn resolve(&self, layer: &Layer, to: Reference) -> Option<EntityIndex> {
        let own = layer.pack.entity_count() as u32;
        let index = match to.0.checked_sub(own) {
            None => EntityIndex(layer.first + to.0),
            Some(external) => (*layer.externals.get(external as usize)?)?,
        };
        Some(match self.is_silent(index) {
            false => index,
            true => self
                .replaced
                .binary_search_by_key(&index, |(old, _)| *old)
                .map_or(index, |at| self.replaced[at].1),
        })
    }

    #[inline(always)]
    pub fn entity_type(&self, index: EntityIndex) -> EntityType {
        let (layer, number) = self.layer_of(index);
        layer.pack.types[number]
    }

    /// How many people live in a place, as far as known.
    pub fn population(&self, index: EntityIndex) -> u32 {
        let (layer, number) = self.layer_of(index);
        layer.pack.population[number]
    }

    /// The places that contain a place directly.
    pub fn within(&self, index: EntityIndex) -> impl Iterator<Item = EntityIndex> + '_ {
        let (layer, number) = self.layer_of(index);
        let all = layer.pack.within(number).iter();
        all.filter_map(move |&to| self.resolve(layer, to))
    }

    /// The places that contain a place, near and far.
    pub fn containers(&self, index: EntityIndex) -> Vec<EntityIndex> {
        let mut all: Vec<EntityIndex> = self.within(index).collect();
        let mut next = 0;
        while let Some(&place) = all.get(next) {
            for further in self.within(place) {
                if all.len() < MOST_CONTAINERS && !all.contains(&further) {
                    all.push(further);
                }
            }
            next += 1;
        }
        all
    }

    /// What an entity's roles are of.
    pub fn affiliates(&self, index: EntityIndex) -> impl Iterator<Item = EntityIndex> + '_ {
        let (layer, number) = self.layer_of(index);
        let all = layer.pack.affiliates(number).iter();
        all.filter_map(move |&to| self.resolve(layer, to))
    }

    /// Containers and affiliates together.
    pub fn related(&self, index: EntityIndex) -> Vec<EntityIndex> {
        let mut all = self.containers(index);
        all.extend(self.affiliates(index));
        all
    }

    /// The day as of which facts are known: that of the lowest pack that says one.
    pub fn checked(&self) -> Option<Date> {
        self.all.iter().find_map(|l| l.pack.checked())
    }

    /// What the lowest pack that has a title calls itself.
    pub fn title(&self) -> &str {
        let mut titles = self.all.iter().map(|l| l.pack.title());
        titles.find(|t| !t.is_empty()).unwrap_or("")
    }

    /// Checks that no place in which others lie is replaced by what is no place.
    fn check_replaced(
        &self,
        over: &[(EntityIndex, EntityIndex)],
        by: &Layer,
    ) -> Result<(), GazetteerError> {
        for &(below, above) in over {
            let entity_type = by.pack.types[(above.0 - by.first) as usize];
            if entity_type.kind() == Kind::Place || self.entity_type(below).kind() != Kind::Place {
                continue;
            }
            let lies_in = |&e: &EntityIndex| self.within(e).any(|place| place == below);
            if let Some(inner) = (0..self.count).map(EntityIndex).find(lies_in) {
                let (layer, number) = self.layer_of(inner);
                let (over, _) = self.layer_of(below);
                let id = over.pack.details((below.0 - over.first) as usize).id();
                let message = format!("“in” refers to “{}”, which is not a place", clip(id));
                let error = GazetteerError::new(ErrorKind::Reference, message);
                return Err(error.in_entity(layer.pack.details(number).id()));
            }
        }
        Ok(())
    }

    /// Checks that all that entities refer to is there, and that what contains a place is a place.
    fn check_references(&self, layer: &Layer) -> Result<(), GazetteerError> {
        let own = layer.pack.entity_count();
        let type_of = |to: Reference| match (to.0 as usize).checked_sub(own) {
            None => Some(layer.pack.types[to.0 as usize]),
            Some(external) => layer.externals[external].map(|e| self.entity_type(e)),
        };
        for number in 0..own {
            let within = layer.pack.within(number).iter().map(|&to| ("in", to));
            let of = layer.pack.affiliates(number).iter().map(|&to| ("of", to));
            for (field, to) in within.chain(of) {
                let fault = match type_of(to) {
                    None => "which is not there",
                    Some(t) if field == "in" && t.kind() != Kind::Place => "which is not a place",
                    Some(_) => continue,
                };
                let id = match (to.0 as usize).checked_sub(own) {
                    None => layer.pack.details(to.0 as usize).id(),
                    Some(external) => &layer.pack.externals[external],
                };
                let message = format!("“{field}” refers to “{}”, {fault}", clip(id));
                let error = GazetteerError::new(ErrorKind::Reference, message);
                return Err(error.in_entity(layer.pack.details(number).id()));
            }
        }
        Ok(())
    }
}
