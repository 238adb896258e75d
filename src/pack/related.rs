//! What entities belong to: the places that contain them, and what their roles are of. Resolution needs it of all.

use core::ops::Range;

use super::{
    Reference,
    columns::{OF, ROLE_COUNT, WITHIN, WITHIN_COUNT},
};
use crate::{bytes::Reader, gazetteer::MOST_CONTAINERS};

/// What each of some entities belongs to.
pub(super) struct Related {
    /// First the places that contain it, then what its roles are of.
    all: Vec<Reference>,
    /// Where each entity's begin, and one more at the end.
    starts: Vec<u32>,
    /// How many of them are places that contain it.
    within: Vec<u8>,
}

/// So many bodies back it is looked whether a role is of one that another role is of.
const NEAR: usize = 64;

impl Related {
    /// Reads it of so many entities; `None` where the columns do not hold together.
    pub fn read(content: &[u8], count: usize, columns: &[Range<usize>]) -> Option<Related> {
        let column = |c: usize| Reader::new(&content[columns[c].clone()]);
        let mut columns = [WITHIN_COUNT, WITHIN, ROLE_COUNT, OF].map(column);
        let mut related = Related {
            all: Vec::new(),
            starts: Vec::with_capacity(count + 1),
            within: Vec::with_capacity(count),
        };
        related.starts.push(0);
        for _ in 0..count {
            related.entity(&mut columns)?;
        }
        Reader::are_whole(&columns).then_some(related)
    }

    #[inline(never)]
    fn entity(&mut self, [counts, places, roles, bodies]: &mut [Reader; 4]) -> Option<()> {
        let containers = counts.small() as usize;
        if containers > MOST_CONTAINERS {
            return None;
        }
        self.within.push(containers as u8);
        for _ in 0..containers {
            self.all.push(Reference(places.small()));
        }
        let first = self.all.len();
        for _ in 0..roles.small() {
            if bodies.is_at_end() {
                return None;
            }
            if let Some(of) = bodies.small().checked_sub(1).map(Reference) {
                let near = first.max(self.all.len().saturating_sub(NEAR));
                if !self.all[near..].contains(&of) {
                    self.all.push(of);
                }
            }
        }
        self.starts.push(self.all.len() as u32);
        Some(())
    }

    /// Of all entities.
    pub fn all(&self) -> &[Reference] {
        &self.all
    }

    /// What an entity belongs to.
    #[inline]
    pub fn of(&self, entity: usize) -> &[Reference] {
        let [from, to] = [entity, entity + 1].map(|e| self.starts[e] as usize);
        &self.all[from..to]
    }

    /// How many of these are places that contain it.
    #[inline]
    pub fn containers(&self, entity: usize) -> usize {
        usize::from(self.within[entity])
    }

    /// The bytes that it takes.
    pub fn memory(&self) -> usize {
        (self.all.capacity() + self.starts.capacity()) * 4 + self.within.capacity()
    }
}
