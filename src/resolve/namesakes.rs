//! People called like places: a document that has told of "Jason Trapani" means him by "Trapani".

use super::{
    Candidate, Scene,
    longer::{self, Part},
    unsure::begins_report,
};
use crate::{entity::Form, order::sorted, vocabulary::Meaning};

/// Names that begin or end longer unknown names in a document, as first names and surnames do, by their folded words.
pub(super) struct Namesakes(Vec<String>);

impl Namesakes {
    /// The namesakes of these candidates, of which `parts` says where they stand.
    pub fn of(scene: &Scene, parts: &[Part]) -> Namesakes {
        let names = scene.candidates.iter().zip(parts);
        let names = names
            .filter(|(c, part)| is_one_word_of_place(scene, c) && is_someones(scene, c, **part));
        let mut all: Vec<String> = names
            .map(|(c, _)| scene.document.folded(c.span.first))
            .collect();
        let order = sorted(all.len(), &|a, b| all[a].cmp(&all[b]));
        all = order.into_iter().map(|i| all[i].clone()).collect();
        all.dedup();
        if !all.is_empty() {
            let located = scene.candidates.iter().filter(|c| is_located(scene, c));
            for c in located {
                let name = scene.document.folded(c.span.first);
                all.retain(|n| *n != name);
            }
        }
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
    use crate::entity::EntityType::{Admin, City, District, Site};
    c.span.len() == 1
        && matches!(scene.entity_type(c.entity), City | District | Site | Admin)
        && c.form != Form::Demonym
        && longer::concerns(scene, c)
}

/// Whether a candidate stands as places do, apart from persons: "from Virginia", "Ohio lawmakers", "the Boston area".
fn is_located(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    let before = c.span.first.checked_sub(1);
    let moved = before.is_some_and(|b| {
        document.spaced(c.span.first) && PREPOSITIONS.iter().any(|p| document.is(b, p))
    });
    let followed = || document.spaced(c.span.end) && !document.is_capitalised(c.span.end);
    moved
        || document.meaning(c.span.end) == Some(Meaning::Local)
        || begins_report(scene, c)
        || is_behind_locative(scene, c)
        || followed() && before.is_some_and(|b| document.meaning(b) == Some(Meaning::The))
}

/// Words that stand before places at least as often as before persons.
const PREPOSITIONS: [&str; 6] = ["at", "from", "of", "through", "to", "downtown"];

/// Whether a candidate stands in a longer name as the names of people do.
fn is_someones(scene: &Scene, c: &Candidate, part: Part) -> bool {
    match part {
        Part::End => is_behind_name(scene, c),
        Part::Other => is_before_name(scene, c),
        Part::Whole => false,
    }
}

/// "Phoenix Sinclair"; after capitals papers and clubs are called rather than people: "Tehran Times".
fn is_before_name(scene: &Scene, c: &Candidate) -> bool {
    let (document, next) = (scene.document, c.span.end);
    let capital = scene.positions.at(c.span, Some(Form::Metonym)).is_some();
    !capital
        && document.spaced(next)
        && document.meaning(next).is_none()
        && !document.is_all_capitals(next)
        && !(document.spaced(next + 1) && document.is_capitalised(next + 1))
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

/// "in Jordan", "near Lincoln", "a man, 42, of Swansea".
pub(super) fn is_behind_locative(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    c.span
        .first
        .checked_sub(1)
        .is_some_and(|b| match document.meaning(b) {
            Some(Meaning::Locative) => true,
            Some(Meaning::Of) => b > 0 && document.meaning(b - 1) == Some(Meaning::Comma),
            _ => false,
        })
}
