//! A gazetteer: entities with unique ids, validated, and the day their facts were checked.
//!
//! Gazetteers are made from files (`json`), from objects (the wasm edge) or from packs (`pack`), and are laid over
//! each other. Nothing here searches text.

mod error;
#[cfg(not(target_arch = "wasm32"))]
mod json;
mod pack;
#[cfg(not(target_arch = "wasm32"))]
mod pack_file;
mod suggest;
mod validate;

use hashbrown::HashMap;

pub(crate) use error::clip;
pub use error::{ErrorKind, GazetteerError};
#[cfg(not(target_arch = "wasm32"))]
pub use json::GazetteerFile;
pub use pack::{HEADER_LENGTH, PackHeader};
pub(crate) use suggest::explain;
pub use validate::MOST_CHARACTERS;

use crate::{date::Date, entity::Entity};

/// Entities with unique ids, and the day on which their facts were checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gazetteer {
    title: String,
    checked: Option<Date>,
    entities: Vec<Entity>,
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
        let mut seen = HashMap::with_capacity(entities.len());
        for (i, entity) in entities.iter().enumerate() {
            validate::entity(entity).map_err(|e| e.in_entity(&entity.id))?;
            if let Some(first) = seen.insert(entity.id.as_str(), i) {
                return Err(GazetteerError::new(
                    ErrorKind::DuplicateId,
                    format!(
                        "the id is there twice, as entities {} and {}; give one of them another id",
                        first + 1,
                        i + 1
                    ),
                )
                .in_entity(&entity.id));
            }
        }
        drop(seen);
        Ok(Gazetteer {
            title: title.into(),
            checked,
            entities,
        })
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

    /// This gazetteer with another laid over it: entities of the same id are replaced, others are added. The title
    /// and the day of checking stay where this one has them.
    pub fn overlaid(mut self, over: Gazetteer) -> Gazetteer {
        let base = self.entities.iter().enumerate();
        let by_id: HashMap<&str, usize> = base.map(|(i, e)| (e.id.as_str(), i)).collect();
        let places: Vec<Option<usize>> = over
            .entities
            .iter()
            .map(|e| by_id.get(e.id.as_str()).copied())
            .collect();
        drop(by_id);
        for (entity, place) in over.entities.into_iter().zip(places) {
            match place {
                Some(i) => self.entities[i] = entity,
                None => self.entities.push(entity),
            }
        }
        if self.title.is_empty() {
            self.title = over.title;
        }
        self.checked = self.checked.or(over.checked);
        self
    }

    /// Checks that every entity referred to is there and that no place contains itself.
    ///
    /// # Errors
    /// The first reference that does not hold.
    pub fn check_references(&self) -> Result<(), GazetteerError> {
        validate::references(&self.entities)
    }
}
