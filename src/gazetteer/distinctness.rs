//! The distinctness of surface forms: names that are also common words or names of people are marked as
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
            let weak = |text: &str| is_weak(entity, words.reasons(text));
            let whole = weak(&entity.name);
            // Words that a form needs are its evidence.
            let each: Vec<bool> = entity
                .names
                .iter()
                .map(|n| n.form == Form::Name && n.needs.is_empty() && weak(&n.text))
                .collect();
            // What the gazetteer says itself stands.
            entity.weak.get_or_insert(whole);
            for (name, weak) in entity.names.iter_mut().zip(each) {
                name.weak.get_or_insert(weak);
            }
        }
        self
    }
}

/// Whether a name of an entity is weak that is something else besides for these reasons.
fn is_weak(entity: &Entity, reasons: &[WeakReason]) -> bool {
    let people = entity.population.unwrap_or(0);
    let capital = entity.roles.iter().any(|r| r.title.starts_with("Capital"));
    let known = entity.entity_type == EntityType::Country || capital || people >= GREAT_CITY;
    let place = entity.kind() == Kind::Place;
    if place && known {
        return false;
    }
    reasons.iter().any(|reason| match reason {
        WeakReason::Common | WeakReason::Calendar => true,
        WeakReason::Surname | WeakReason::FirstName => {
            entity.entity_type != EntityType::Admin && people < KNOWN_CITY
        }
        // A people and its language go by the same name.
        WeakReason::Language => {
            place && entity.entity_type != EntityType::Admin && people < KNOWN_CITY
        }
    })
}
