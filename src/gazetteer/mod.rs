//! A gazetteer: entities with unique ids, validated, and the day their facts were checked.
//!
//! Gazetteers are made from files (`json`) or from objects (the wasm edge), and compiled to packs. Nothing here
//! searches text.

mod at;
#[cfg(files)]
mod distinctness;
mod error;
#[cfg(feature = "import")]
pub mod import;
#[cfg(files)]
mod json;
#[cfg(files)]
mod locate;
#[cfg(files)]
mod reading;
#[cfg(files)]
mod spellings;
mod suggest;
#[cfg(files)]
mod table;
#[cfg(files)]
mod underlay;
mod validate;
#[cfg(files)]
mod variants;
#[cfg(files)]
mod weak_words;

#[cfg(files)]
pub(crate) use at::At;
#[cfg(files)]
pub use distinctness::{WeakDecision, WeakForm};
pub(crate) use error::clip;
pub use error::{ErrorKind, GazetteerError};
#[cfg(files)]
pub use json::GazetteerFile;
#[cfg(files)]
pub(crate) use reading::Reading;
#[cfg(target_arch = "wasm32")]
pub(crate) use suggest::{at_path, unknown};
pub use validate::MOST_CHARACTERS;
pub(crate) use validate::MOST_CONTAINERS;
#[cfg(files)]
pub use weak_words::{WeakReason, WeakWords};

use crate::{
    date::Date,
    entity::{Entity, Mute},
    order::sorted,
};

/// Entities with unique ids, and the day on which their facts were checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gazetteer {
    title: String,
    checked: Option<Date>,
    entities: Vec<Entity>,
    mutes: Vec<Mute>,
}

impl Gazetteer {
    /// A gazetteer of these entities. References between them are checked when an engine is built of it, because an
    /// overlay may refer to what it will be laid over.
    ///
    /// # Errors
    /// The first fault of any entity, or an id that is there twice.
    pub fn new(
        title: impl Into<String>,
        checked: Option<Date>,
        entities: Vec<Entity>,
    ) -> Result<Gazetteer, GazetteerError> {
        for entity in &entities {
            let mut first = None;
            validate::entity(entity, &mut |e| {
                first.get_or_insert(e);
            });
            if let Some(error) = first {
                return Err(error.in_entity(&entity.id));
            }
        }
        let by_id = sorted(entities.len(), &|a, b| entities[a].id.cmp(&entities[b].id));
        let twice = by_id
            .windows(2)
            .filter(|w| entities[w[0]].id == entities[w[1]].id);
        // Of several the one that comes first in the files.
        if let Some(&[first, second]) = twice.min_by_key(|w| w[1]).map(|w| [w[0], w[1]]).as_ref() {
            let message = format!(
                "the id is there twice, as entities {} and {}; give one of them another id",
                first + 1,
                second + 1
            );
            let error = GazetteerError::new(ErrorKind::DuplicateId, message);
            return Err(error.in_entity(&entities[first].id));
        }
        Ok(Gazetteer {
            title: title.into(),
            checked,
            entities,
            mutes: Vec::new(),
        })
    }

    /// This gazetteer, silencing also what these say.
    ///
    /// # Errors
    /// A mute that names nothing, or a text that is no name.
    pub fn with_mutes(mut self, mutes: Vec<Mute>) -> Result<Gazetteer, GazetteerError> {
        mutes.iter().try_for_each(validate::mute)?;
        self.mutes.extend(mutes);
        Ok(self)
    }

    /// What is wrong with an entity by itself.
    #[cfg(files)]
    pub(crate) fn faults(entity: &Entity) -> Vec<GazetteerError> {
        let mut all = Vec::new();
        validate::entity(entity, &mut |e| all.push(e));
        all
    }

    /// What it calls itself.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The day as of which its facts are known to be true.
    pub fn checked(&self) -> Option<Date> {
        self.checked
    }

    /// Its entities.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// How many surface forms its entities have in all.
    pub fn name_count(&self) -> usize {
        self.entities.iter().map(|e| 1 + e.names.len()).sum()
    }

    /// What it silences in the gazetteers that it is laid over.
    pub fn mutes(&self) -> &[Mute] {
        &self.mutes
    }
}
