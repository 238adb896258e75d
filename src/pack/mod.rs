//! Packs: a gazetteer compiled, and read back from one versioned, checksummed file.
//!
//! A pack is a header (`header`) and a content, which begins with what is kept as it is: the strings and the columns
//! of the entities, made to rows (`rows`) and read (`details`) when somebody asks. Behind it stand the numbers that
//! search and resolution need (`content` has their order); they are read at once and checked, so that no damage can
//! make later steps fail. `compile` makes a content of a gazetteer.

mod columns;
mod compile;
mod content;
mod details;
#[cfg(files)]
mod file;
#[cfg(files)]
mod gzip;
mod header;
mod patterns;
mod related;
mod rows;

#[cfg(not(files))]
use content::Pause;
pub(crate) use details::Details;
pub use details::{LinksRef, NameRef};
pub use header::{HEADER_LENGTH, PackHeader};
use related::Related;
use rows::Rows;

use std::sync::Arc;

use core::{
    future::ready,
    pin::pin,
    task::{Context, Poll, Waker},
};

use crate::{
    date::Date,
    entity::EntityType,
    gazetteer::{Gazetteer, GazetteerError},
    lexicon::Lexicon,
    pattern::PatternId,
};

/// A compiled gazetteer, ready to be searched for.
pub struct Pack {
    pub(crate) title: String,
    pub(crate) checked: Option<Date>,
    /// The beginning of the content: strings, and the columns that are read when somebody asks.
    kept: Arc<Vec<u8>>,
    /// Where the strings that several entities have begin in it, and where the last ends.
    shared: Vec<u32>,
    rows: Rows,
    pub(crate) types: Vec<EntityType>,
    /// How many people live in each place; 0 where that is not known.
    pub(crate) population: Vec<u32>,
    related: Related,
    name_count: u32,
    /// The ids of entities that are referred to and are not of this pack.
    pub(crate) externals: Vec<String>,
    pub(crate) mutes: Vec<Mute>,
    pub(crate) lexicon: Lexicon,
}

/// An entity referred to: by its number in the pack, or from there on by its number among the externals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reference(pub u32);

/// What an overlay silences: an entity, a surface form, or a surface form of one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mute {
    pub entity: Option<Reference>,
    pub pattern: Option<PatternId>,
}

impl Pack {
    /// The pack of a gazetteer.
    ///
    /// # Errors
    /// More words or names than a pack can hold.
    pub fn compile(gazetteer: &Gazetteer) -> Result<Pack, GazetteerError> {
        Pack::from_content(compile::content(gazetteer)?)
    }

    /// The pack of a content, as it stands behind the header once decompressed.
    ///
    /// # Errors
    /// The content is not what was packed.
    pub(crate) fn from_content(content: Vec<u8>) -> Result<Pack, GazetteerError> {
        let mut reading = pin!(content::read(content, || Box::pin(ready(()))));
        match reading
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            Poll::Ready(Some(pack)) => Ok(pack),
            _ => Err(header::unreadable()),
        }
    }

    /// The same, where `pause` is waited for between the parts of the work.
    ///
    /// # Errors
    /// The content is not what was packed.
    #[cfg(not(files))]
    pub(crate) async fn read(content: Vec<u8>, pause: Pause) -> Result<Pack, GazetteerError> {
        let pack = content::read(content, pause).await;
        pack.ok_or_else(header::unreadable)
    }

    /// What it calls itself.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The day as of which its facts are known to be true.
    pub fn checked(&self) -> Option<Date> {
        self.checked
    }

    /// How many entities it has.
    pub fn entity_count(&self) -> usize {
        self.types.len()
    }

    /// How many surface forms its entities have in all.
    pub fn name_count(&self) -> usize {
        self.name_count as usize
    }

    /// The places that contain an entity, nearest first.
    pub(crate) fn within(&self, entity: usize) -> &[Reference] {
        &self.related(entity)[..self.related.containers(entity)]
    }

    /// What the roles of an entity are of.
    pub(crate) fn affiliates(&self, entity: usize) -> &[Reference] {
        &self.related(entity)[self.related.containers(entity)..]
    }

    /// What an entity belongs to.
    #[inline]
    pub(crate) fn related(&self, entity: usize) -> &[Reference] {
        self.related.of(entity)
    }

    /// What is written down of an entity.
    #[inline]
    pub(crate) fn details(&self, entity: usize) -> Details<'_> {
        Details::new(self, self.rows.row(&self.kept, entity))
    }

    /// A string that several entities have; empty where there is none of that number.
    fn shared(&self, number: usize) -> &str {
        let bounds = self.shared.get(number).zip(self.shared.get(number + 1));
        let bytes = bounds.map_or(&[][..], |(&from, &to)| {
            &self.kept[from as usize..to as usize]
        });
        core::str::from_utf8(bytes).unwrap_or("")
    }

    /// The number of the entity of an id. Entities are in the order of their ids.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.entity_count());
        while low < high {
            let middle = low.midpoint(high);
            match self.details(middle).id().cmp(id) {
                core::cmp::Ordering::Equal => return Some(middle),
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The bytes that it takes.
    pub fn memory(&self) -> usize {
        self.kept.capacity()
            + (self.shared.capacity() + self.population.capacity()) * 4
            + self.types.capacity()
            + self.rows.memory()
            + self.related.memory()
            + self.lexicon.memory()
    }
}
