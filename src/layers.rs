//! Packs laid over each other: what each entity's number is among all, which of them are replaced or muted, and what
//! belongs to what.

use crate::{
    date::Date,
    entity::{EntityType, Kind},
    gazetteer::{ErrorKind, GazetteerError, MOST_CONTAINERS, clip},
    lexicon::Lexicon,
    order::sorted,
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
    /// Entities that are replaced, in order, and by which; these may be replaced in turn.
    pub replaced: Vec<(EntityIndex, EntityIndex)>,
    starts: Starts,
}

impl Layers {
    /// Lays a pack over what is there. On an error nothing has changed.
    pub fn push(&mut self, pack: Pack) -> Result<(), GazetteerError> {
        let first = self.count;
        let own = pack.entity_count() as u32;
        let over: Vec<(EntityIndex, EntityIndex)> = match self.all.is_empty() {
            true => Vec::new(),
            false => (0..own)
                .filter_map(|e| {
                    let below = self.find(pack.details(e as usize).id())?;
                    Some((below, EntityIndex(first + e)))
                })
                .collect(),
        };
        let externals: Vec<_> = pack.externals.iter().map(|id| self.find(id)).collect();
        // What a pack mutes lies beneath it; its own entities do not.
        let muted = pack.mutes.iter().filter(|m| m.pattern.is_none());
        let muted: Vec<EntityIndex> = muted
            .filter_map(|m| *externals.get(m.entity?.0.checked_sub(own)? as usize)?)
            .collect();

        let before = (self.silent.clone(), self.replaced.clone());
        let replaced = over.iter().map(|&(below, _)| below);
        replaced.chain(muted).for_each(|e| self.silence(e));
        self.replace(&over);
        self.count += own;
        self.all.push(Layer {
            pack,
            first,
            externals,
        });
        if let Err(error) = self.check(first, &over) {
            self.all.pop();
            self.count = first;
            (self.silent, self.replaced) = before;
            return Err(error);
        }
        if let Some(layer) = self.all.last() {
            self.starts.add_all(layer.pack.lexicon.starts());
        }
        Ok(())
    }

    fn silence(&mut self, entity: EntityIndex) {
        let length = self.silent.len().max(entity.0 as usize + 1);
        self.silent.resize(length, false);
        self.silent[entity.0 as usize] = true;
    }

    fn replace(&mut self, over: &[(EntityIndex, EntityIndex)]) {
        let mut all = core::mem::take(&mut self.replaced);
        all.extend_from_slice(over);
        let order = sorted(all.len(), &|a, b| all[a].cmp(&all[b]));
        self.replaced = order.into_iter().map(|i| all[i]).collect();
    }

    /// The lexicon of each pack.
    pub fn lexicons(&self) -> impl Iterator<Item = &Lexicon> {
        self.all.iter().map(|l| &l.pack.lexicon)
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

    /// The number of the layer of an entity.
    pub fn number_of(&self, entity: EntityIndex) -> usize {
        let above = self.all.iter().rposition(|l| l.first <= entity.0);
        above.unwrap_or(0)
    }

    /// What a reference of a layer leads to.
    #[inline]
    pub fn resolve(&self, layer: &Layer, to: Reference) -> Option<EntityIndex> {
        let own = layer.pack.entity_count() as u32;
        let index = match to.0.checked_sub(own) {
            None => EntityIndex(layer.first + to.0),
            Some(external) => (*layer.externals.get(external as usize)?)?,
        };
        match self.is_silent(index) {
            false => Some(index),
            true => Some(self.now(index)),
        }
    }

    /// The entity that counts for one that is replaced; the same where it is muted.
    #[cold]
    fn now(&self, mut index: EntityIndex) -> EntityIndex {
        while let Ok(at) = self.replaced.binary_search_by_key(&index, |(old, _)| *old) {
            index = self.replaced[at].1;
        }
        index
    }

    #[inline(always)]
    pub fn entity_type(&self, index: EntityIndex) -> EntityType {
        let (layer, number) = self.layer_of(index);
        layer.pack.types[number]
    }

    /// How many people live in a place, as far as known.
    #[inline]
    pub fn population(&self, index: EntityIndex) -> u32 {
        let (layer, number) = self.layer_of(index);
        layer.pack.population[number]
    }

    /// The places that contain a place directly.
    #[inline]
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
    #[inline]
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

    /// Checks what a pack that was just laid over refers to: all of it is there, places lie in places, and none lies in
    /// itself. `over` are the entities that it replaces, and by which.
    fn check(&self, first: u32, over: &[(EntityIndex, EntityIndex)]) -> Result<(), GazetteerError> {
        let is_place = |e: EntityIndex| self.entity_type(e).kind() == Kind::Place;
        let changed = over.iter().any(|&(b, a)| is_place(b) && !is_place(a));
        // What lies in a place is looked at again where that is none any more.
        let layers = self.all.iter().filter(|l| changed || l.first >= first);
        for layer in layers {
            (0..layer.pack.entity_count())
                .filter(|&number| !layer.pack.related(number).is_empty())
                .try_for_each(|number| self.check_entity(layer, number, over))?;
        }
        Ok(())
    }

    fn check_entity(
        &self,
        layer: &Layer,
        number: usize,
        over: &[(EntityIndex, EntityIndex)],
    ) -> Result<(), GazetteerError> {
        let is_place = |e: EntityIndex| self.entity_type(e).kind() == Kind::Place;
        let index = EntityIndex(layer.first + number as u32);
        if self.is_silent(index) {
            return Ok(());
        }
        let within = layer.pack.within(number);
        let of = layer.pack.affiliates(number).iter().map(|to| ("of", to));
        for (field, &to) in within.iter().map(|to| ("in", to)).chain(of) {
            let fault = match self.resolve(layer, to) {
                None => "which is not there",
                Some(place) if field == "in" && !is_place(place) => "which is not a place",
                Some(_) => continue,
            };
            let id = clip(self.id_of(layer, to));
            return Err(self.fault(index, format!("“{field}” refers to “{id}”, {fault}")));
        }
        // Only through what lies beneath and what is replaced there; the pack itself was looked at before.
        let own = layer.pack.entity_count() as u32;
        let outside = !over.is_empty() && within.iter().any(|to| to.0 >= own);
        if outside && self.containers(index).contains(&index) {
            let message = "the place contains itself through its “in”".to_owned();
            return Err(self.fault(index, message));
        }
        Ok(())
    }

    /// The id that a reference of a layer names.
    pub fn id_of<'l>(&self, layer: &'l Layer, to: Reference) -> &'l str {
        match (to.0 as usize).checked_sub(layer.pack.entity_count()) {
            None => layer.pack.details(to.0 as usize).id(),
            Some(external) => &layer.pack.externals[external],
        }
    }

    fn fault(&self, index: EntityIndex, message: String) -> GazetteerError {
        let error = GazetteerError::new(ErrorKind::Reference, message);
        error.in_entity(self.entity(index).id())
    }
}
