//! Names within longer names that nobody told us: "Paris Hilton", "Jordan Peterson", "Washington Post", "University
//! of Aleppo". What is only a part of such a name is not what it is called after.

use super::{Candidate, Need, Scene};
use crate::{
    entity::{Form, Kind},
    span::TokenSpan,
    vocabulary::Meaning,
    words::{Gap, TokenKind},
};

/// What stands about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It stands by itself.
    Whole,
    /// It ends a longer name, as a surname does.
    End,
    /// It begins a longer name or is within one.
    Other,
}

/// Whether a candidate is part of a longer name that is not known.
pub(super) fn part(scene: &Scene, c: &Candidate) -> Part {
    let followed = follows(scene, c);
    let preceded = precedes(scene, c);
    match (preceded, followed) {
        (false, false) => Part::Whole,
        (true, false) => Part::End,
        (_, true) => Part::Other,
    }
}

/// Whether rules about parts of names are for this candidate: places and bodies by their own names.
pub(super) fn concerns(scene: &Scene, c: &Candidate) -> bool {
    use crate::entity::EntityType::{People, Person};
    let named = matches!(c.form, Form::Name | Form::Acronym | Form::Metonym);
    named && !matches!(scene.entity_type(c.entity), Person | People)
}

/// Whether the words behind a candidate go on with its name.
fn follows(scene: &Scene, c: &Candidate) -> bool {
    let (document, end) = (scene.document, c.span.end);
    let Some(next) = document.token(end) else {
        return false;
    };
    if next.kind == TokenKind::Mark {
        // "Texas A&M", "Marks & Spencer".
        return document.token_text(end) == "&" && goes_on(scene, c, end + 1);
    }
    if next.kind != TokenKind::Word {
        return false;
    }
    match document.meaning(end) {
        // "Paredes de Nava".
        Some(Meaning::Particle) => is_unknown(scene, end + 1) && document.spaced(end),
        Some(Meaning::Title(_) | Meaning::Calendar | Meaning::Portfolio) => false,
        _ => goes_on(scene, c, end),
    }
}

/// Whether a word behind a candidate is of its name.
fn goes_on(scene: &Scene, c: &Candidate, i: usize) -> bool {
    // A type word of its own type is part of it: "Kano City".
    if let Some(Meaning::TypeWord(word)) = scene.document.meaning(i)
        && word.types.contains(&scene.entity_type(c.entity))
    {
        return false;
    }
    is_unknown(scene, i)
}

/// Whether the words before a candidate begin its name.
fn precedes(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    let Some(before) = c.span.first.checked_sub(1) else {
        return false;
    };
    let gap = document.token(c.span.first).map(|t| t.gap);
    if !document.is_word(before) || gap == Some(Gap::None) {
        return false;
    }
    let place = scene.entity_type(c.entity).kind() == Kind::Place;
    match document.meaning(before) {
        // "University of Aleppo", "Gulf of Oman".
        Some(Meaning::Of) => is_head(scene, before),
        Some(Meaning::The) if place => {
            before > 0
                && document.meaning(before - 1) == Some(Meaning::Of)
                && is_head(scene, before - 1)
        }
        // "Pozo de Quilmes".
        Some(Meaning::Particle) if before > 0 => is_unknown(scene, before - 1),
        // "President Lincoln".
        Some(Meaning::Title(_)) => {
            place && document.begins_with_capital(before) && c.need != Need::None
        }
        Some(Meaning::Calendar | Meaning::Portfolio | Meaning::The | Meaning::Conjunction) => false,
        _ => is_unknown(scene, before),
    }
}

/// Whether the word before "of" is one that names bodies or land, with its capital.
fn is_head(scene: &Scene, of: usize) -> bool {
    let head = of.checked_sub(1);
    head.is_some_and(|h| {
        scene.document.meaning(h) == Some(Meaning::Head) && scene.document.begins_with_capital(h)
    })
}

/// Whether a word is of an unknown name: its capital tells that it is one, and nothing that it might be is sure.
fn is_unknown(scene: &Scene, i: usize) -> bool {
    let document = scene.document;
    if document.token(i).is_none() || !document.begins_with_capital(i) {
        return false;
    }
    let known = |c: &&Candidate| c.need == Need::None || c.need == Need::Short;
    let is_known = scene.positions.covering(i).any(|c| known(&c));
    !is_known && document.capital_tells(i)
}

/// The span of a name with the type word in capitals that belongs to it: "Kano City".
pub(super) fn with_type_word(scene: &Scene, c: &Candidate) -> TokenSpan {
    let end = c.span.end;
    let belongs = |i: usize| match scene.document.meaning(i) {
        Some(Meaning::TypeWord(word)) => {
            !word.plural
                && word.types.contains(&scene.entity_type(c.entity))
                && scene.document.begins_with_capital(i)
                && scene.document.spaced(i)
                && scene.document.capital_tells(i)
        }
        _ => false,
    };
    TokenSpan {
        end: end + usize::from(c.form == Form::Name && belongs(end)),
        ..c.span
    }
}
