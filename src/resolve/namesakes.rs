//! People called like places: a document that has told of "Jason Trapani" means him by "Trapani".

use super::{
    Candidate, Scene,
    longer::{self, Part},
};
use crate::{entity::Form, order::sorted, vocabulary::Meaning};

/// Names that end longer unknown names in a document, as surnames do, by their folded words.
pub(super) struct Namesakes(Vec<String>);

impl Namesakes {
    /// The namesakes of these candidates, of which `parts` says where they stand.
    pub fn of(scene: &Scene, parts: &[Part]) -> Namesakes {
        let mut all: Vec<String> = scene
            .candidates
            .iter()
            .zip(parts)
            .filter(|(c, part)| **part == Part::End && is_one_word_of_place(scene, c))
            .filter(|(c, _)| is_behind_name(scene, c))
            .map(|(c, _)| scene.document.folded(c.span.first))
            .collect();
        let order = sorted(all.len(), &|a, b| all[a].cmp(&all[b]));
        all = order.into_iter().map(|i| all[i].clone()).collect();
        all.dedup();
        Namesakes(all)
    }

    /// Whether a candidate is called as someone in the document is, and nothing says that the place is meant.
    pub fn include(&self, scene: &Scene, c: &Candidate) -> bool {
        if self.0.is_empty() || !is_one_word_of_place(scene, c) || is_behind_locative(scene, c) {
            return false;
        }
        self.0
            .binary_search(&scene.document.folded(c.span.first))
            .is_ok()
    }
}

fn is_one_word_of_place(scene: &Scene, c: &Candidate) -> bool {
    use crate::entity::EntityType::{City, District, Site};
    c.span.len() == 1
        && matches!(scene.entity_type(c.entity), City | District | Site)
        && scene.layers.population(c.entity) < longer::GREAT
        && c.form != Form::Demonym
        && longer::concerns(scene, c)
}

/// "Jason Trapani"; "University of Aleppo" has nobody called Aleppo.
fn is_behind_name(scene: &Scene, c: &Candidate) -> bool {
    let before = c.span.first.checked_sub(1);
    before.is_some_and(|b| {
        matches!(
            scene.document.meaning(b),
            None | Some(Meaning::Title(_) | Meaning::Particle)
        ) && scene.document.begins_with_capital(b)
    })
}

/// "in Jordan", "near Lincoln".
pub(super) fn is_behind_locative(scene: &Scene, c: &Candidate) -> bool {
    let before = c.span.first.checked_sub(1);
    before.and_then(|b| scene.document.meaning(b)) == Some(Meaning::Locative)
}
