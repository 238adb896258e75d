//! The distinctness of surface forms: names that are also common words or names of people are marked as
//! weak when a pack is made, so that they count only with evidence.

use super::{
    Gazetteer,
    weak_words::{WeakReason, WeakWords},
};
use crate::entity::{Entity, EntityType, Form, Kind, SurfaceForm};

/// A city of so many people is meant more often than a person of its name.
const KNOWN_CITY: u32 = 300_000;

/// A city of so many people is meant even where its name is a common word.
const GREAT_CITY: u32 = 1_000_000;

/// Who decided whether a surface form counts only with evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeakDecision {
    /// The gazetteer says it.
    Editor,
    /// It follows from what else the form is, and from what the entity is.
    Weighing,
}

/// A surface form that is also something else, or that its editors call weak.
#[derive(Clone, Debug)]
pub struct WeakForm<'g> {
    /// Whose it is.
    pub entity: &'g Entity,
    /// The surface form.
    pub text: &'g str,
    /// What it is besides.
    pub reasons: Vec<WeakReason>,
    /// Whether it counts only with evidence.
    pub weak: bool,
    /// Who decided that.
    pub decided: WeakDecision,
}

impl Gazetteer {
    /// This gazetteer with the names marked that are weak by these words.
    pub fn weighed(mut self, words: &WeakWords) -> Gazetteer {
        for entity in &mut self.entities {
            let weak = |text: &str| is_weak(entity, words.reasons(text));
            let whole = weak(&entity.name);
            let each: Vec<bool> = entity
                .names
                .iter()
                .map(|n| is_weighed(n) && weak(&n.text))
                .collect();
            // What the gazetteer says itself stands.
            entity.weak.get_or_insert(whole);
            for (name, weak) in entity.names.iter_mut().zip(each) {
                name.weak.get_or_insert(weak);
            }
        }
        self
    }

    /// The full names of this gazetteer, not weighed yet, for which there is a reason among these words, and all forms
    /// that its editors call weak or distinct.
    pub fn weak_forms<'g>(&'g self, words: &WeakWords) -> Vec<WeakForm<'g>> {
        let mut all = Vec::new();
        for entity in &self.entities {
            let own = core::iter::once((&entity.name, entity.weak, true));
            let names = entity.names.iter();
            let names = names.map(|n| (&n.text, n.weak, is_weighed(n)));
            for (text, said, weighed) in own.chain(names) {
                let reasons = words.reasons(text);
                if said.is_none() && (!weighed || reasons.is_empty()) {
                    continue;
                }
                all.push(WeakForm {
                    entity,
                    text,
                    reasons: reasons.to_vec(),
                    weak: said.unwrap_or_else(|| is_weak(entity, reasons)),
                    decided: match said {
                        Some(_) => WeakDecision::Editor,
                        None => WeakDecision::Weighing,
                    },
                });
            }
        }
        all
    }
}

/// Whether a form is weighed: full names are; words that a form needs are its evidence.
fn is_weighed(form: &SurfaceForm) -> bool {
    form.form == Form::Name && form.needs.is_empty()
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
        WeakReason::Surname | WeakReason::FirstName => people < KNOWN_CITY,
        // A people and its language go by the same name.
        WeakReason::Language => {
            place && entity.entity_type != EntityType::Admin && people < KNOWN_CITY
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "word\treasons\nflores\tsurname\nkerry\tfirst-name\nvirginia\tfirst-name\njordan\tfirst-name\n";
    const FILE: &str = r#"{"entities": [
        {"id": "flores-department", "type": "admin", "name": "Flores Department", "names": ["Flores"]},
        {"id": "kerry", "type": "admin", "name": "Kerry", "population": 150000},
        {"id": "virginia", "type": "admin", "name": "Virginia", "population": 8600000},
        {"id": "jordan", "type": "country", "name": "Jordan"}
    ]}"#;

    #[test]
    fn names_of_divisions_are_weighed_but_for_those_of_many_people() {
        let words = WeakWords::parse("weak.tsv", WORDS).unwrap();
        let gazetteer = Gazetteer::from_files("test", None, [("test.json", FILE)]).unwrap();
        let weak: Vec<(&str, bool)> = gazetteer
            .weak_forms(&words)
            .into_iter()
            .map(|f| (f.text, f.weak))
            .collect();
        let expected = [
            ("Flores", true),
            ("Kerry", true),
            ("Virginia", false),
            ("Jordan", false),
        ];
        assert_eq!(weak, expected);
    }
}
