//! The distinctness of surface forms: names of places that are also common words or names of people are marked as
//! weak when a pack is made, so that they count only with evidence.

use super::{
    Gazetteer,
    weak_words::{WeakReason, WeakWords},
};
use crate::entity::{Entity, EntityType, Form, Kind};

/// A city of so many people is meant more often than a person of its name.
const KNOWN_CITY: u32 = 300_000;

/// A city of so many people is meant even where its name is a common word.
const GREAT_CITY: u32 = 1_000_000;

impl Gazetteer {
    /// This gazetteer with the names marked that are weak by these words.
    pub fn weighed(mut self, words: &WeakWords) -> Gazetteer {
        for entity in &mut self.entities {
            entity.weak |= is_weak(entity, words.reasons(&entity.name));
            let weak: Vec<bool> = entity
                .names
                .iter()
                .map(|n| matches!(n.form, Form::Name) && is_weak(entity, words.reasons(&n.text)))
                .collect();
            for (name, weak) in entity.names.iter_mut().zip(weak) {
                name.weak |= weak;
            }
        }
        self
    }
}

/// Whether a name of an entity is weak that is something else besides for these reasons.
fn is_weak(entity: &Entity, reasons: &[WeakReason]) -> bool {
    let people = entity.population.unwrap_or(0);
    let capital = entity.roles.iter().any(|r| r.title.starts_with("Capital"));
    if entity.kind() != Kind::Place
        || entity.entity_type == EntityType::Country
        || capital
        || people >= GREAT_CITY
    {
        return false;
    }
    reasons.iter().any(|reason| match reason {
        WeakReason::Common | WeakReason::Calendar => true,
        WeakReason::Surname | WeakReason::FirstName | WeakReason::Language => {
            entity.entity_type != EntityType::Admin && people < KNOWN_CITY
        }
    })
}
