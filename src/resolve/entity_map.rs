//! What is known of the entities of one document: a map of few entities among very many.

use crate::{
    layers::EntityIndex,
    word_index::{WordHash, WordIndex},
};

pub(super) struct EntityMap<T> {
    index: WordIndex,
    all: Vec<(EntityIndex, T)>,
}

impl<T: Copy> EntityMap<T> {
    /// Nothing is known of any.
    pub fn new() -> EntityMap<T> {
        EntityMap {
            index: WordIndex::default(),
            all: Vec::new(),
        }
    }

    pub fn get(&self, entity: EntityIndex) -> Option<T> {
        let number = self.number(entity)?;
        Some(self.all[number].1)
    }

    /// The value of an entity, which is `new` where it had none.
    pub fn entry(&mut self, entity: EntityIndex, new: T) -> &mut T {
        let number = self.number(entity).unwrap_or_else(|| {
            let number = self.all.len();
            self.index
                .insert(WordHash::of_number(entity.0), number as u32);
            self.all.push((entity, new));
            number
        });
        &mut self.all[number].1
    }

    fn number(&self, entity: EntityIndex) -> Option<usize> {
        let is = |n: u32| self.all[n as usize].0 == entity;
        let found = self.index.find(WordHash::of_number(entity.0), is);
        found.map(|n| n as usize)
    }
}
