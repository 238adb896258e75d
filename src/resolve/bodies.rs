//! Bodies and offices in whose names a place or a body stands: "Ohio Supreme Court", "Indiana State Police", "IMF
//! Managing Director".

use super::{Candidate, Need, Scene};
use crate::{
    entity::{EntityType, Kind},
    vocabulary::Meaning,
};

/// Whether a place begins the name of one of its public bodies: "Ohio Supreme Court", "Madison County Health
/// Department". What is only called after a place is something else: "Washington Post", "Paris Saint-Germain".
pub(super) fn names_public_body(scene: &Scene, c: &Candidate) -> bool {
    const LONGEST: usize = 6;
    let document = scene.document;
    if scene.entity_type(c.entity).kind() != Kind::Place {
        return false;
    }
    for i in c.span.end..c.span.end + LONGEST {
        let small = matches!(
            document.meaning(i),
            Some(Meaning::Of | Meaning::Conjunction | Meaning::Possessive)
        );
        if small {
            continue;
        }
        if !document.spaced(i) || !document.is_word(i) || !document.is_capitalised(i) {
            return false;
        }
        match document.meaning(i) {
            Some(Meaning::Body) => return true,
            Some(Meaning::Head) => return false,
            _ if document.is(i, "department") => return true,
            _ => {}
        }
    }
    false
}

/// Whether the longer name that a place is part of is that of a body, which tells what a document is about: "Indiana
/// State Police", "University of Kentucky". Two words may be a person's, and three behind a first name: "Ramón Freire
/// Serrano".
pub(super) fn is_of_body(scene: &Scene, c: &Candidate) -> bool {
    let (document, span) = (scene.document, c.span);
    let capital =
        |i: usize| document.spaced(i) && document.is_word(i) && document.is_capitalised(i);
    let of = span.first.checked_sub(1);
    let headed = of.is_some_and(|i| document.meaning(i) == Some(Meaning::Of));
    scene.entity_type(c.entity).kind() == Kind::Place
        && (headed || c.need != Need::Weak && capital(span.end) && capital(span.end + 1))
}

/// Whether the words behind a candidate name an office in it: "US National Security Adviser", "IMF Managing Director".
/// Behind a town they may be of a club: "Chicago Bulls Coach".
pub(super) fn is_of_office(scene: &Scene, c: &Candidate) -> bool {
    use EntityType::{Admin, Country};
    const LONGEST: usize = 4;
    let document = scene.document;
    let entity_type = scene.entity_type(c.entity);
    let office = |i: &usize| matches!(document.meaning(*i), Some(Meaning::Title(words)) if !words.is_empty());
    let run = (c.span.end..c.span.end + LONGEST)
        .take_while(|&i| document.spaced(i) && document.begins_with_capital(i));
    (entity_type.kind() == Kind::Actor || matches!(entity_type, Country | Admin))
        && run.into_iter().any(|i| office(&i))
}
