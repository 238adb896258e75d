//! Titles before names: "President Assad" is the Assad whose role has the word, "Iraqi President Assad" is not.

use super::{Candidate, Scene};
use crate::{
    date::PartialDate,
    entity::{EntityType, Form, Kind},
    entity_ref::RoleRef,
    fold::fold_word,
    layers::EntityIndex,
    role::role_at,
    vocabulary::Meaning,
    word_list::is_one_of,
    words::{TokenKind, tokenize},
};

/// What a title says of the person behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    /// There is none, or only a form of address.
    None,
    /// It is that of one of the person's roles.
    Own,
    /// It is that of none of the person's roles.
    Unknown,
    /// It is said to be of a state, and none of the person's roles has it and is of that state.
    OfAnother,
}

/// The most words between a state and the title: "Russian deputy foreign minister".
const MOST_BETWEEN: usize = 2;

/// What the title before a candidate says, if it is a person.
pub(super) fn before(scene: &Scene, c: &Candidate) -> Title {
    let document = scene.document;
    if scene.entity_type(c.entity) != EntityType::Person || !document.spaced(c.span.first) {
        return Title::None;
    }
    let Some(at) = c.span.first.checked_sub(1) else {
        return Title::None;
    };
    let words = match document.meaning(at) {
        Some(Meaning::Title(words)) if !words.is_empty() => words,
        _ => return Title::None,
    };
    let states = states_before(scene, at);
    let own = scene.layers.entity(c.entity).roles().iter().any(|role| {
        has_begun(scene, role)
            && has_word(role.title, words)
            && (states.is_empty() || states.iter().any(|&s| is_of(scene, role, s)))
    });
    match own {
        true => Title::Own,
        false if states.is_empty() => Title::Unknown,
        false => Title::OfAnother,
    }
}

/// Whether the title before a candidate is one that the person holds on the document's day.
pub(super) fn is_held(scene: &Scene, c: &Candidate) -> bool {
    let at = c.span.first.checked_sub(1);
    let Some(Meaning::Title(words)) = at.and_then(|at| scene.document.meaning(at)) else {
        return false;
    };
    let roles = scene.layers.entity(c.entity).roles();
    let held = role_at(&roles, scene.date, scene.checked);
    held.is_some_and(|r| has_word(&r.title, words)) && before(scene, c) == Title::Own
}

/// The places by whose adjective a title is qualified: "Syrian" in "Syrian foreign minister". A people's adjective
/// ("Kurdish commander") says nothing of whose the title is.
fn states_before(scene: &Scene, title: usize) -> Vec<EntityIndex> {
    for between in 0..=MOST_BETWEEN {
        let Some(end) = title.checked_sub(between) else {
            break;
        };
        if between > 0 && !qualifies(scene.document.meaning(end)) {
            break;
        }
        if !scene.document.spaced(end) {
            break;
        }
        let demonyms = scene.positions.ending_at(end).filter(|c| {
            c.form == Form::Demonym && scene.entity_type(c.entity).kind() == Kind::Place
        });
        let states: Vec<EntityIndex> = demonyms.map(|c| c.entity).collect();
        if !states.is_empty() {
            return states;
        }
    }
    Vec::new()
}

/// Whether a word may stand between a state and a title.
fn qualifies(meaning: Option<Meaning>) -> bool {
    matches!(meaning, Some(Meaning::Portfolio | Meaning::Particle))
}

/// Whether a role is of a state, or of something that belongs to it.
fn is_of(scene: &Scene, role: &RoleRef, state: EntityIndex) -> bool {
    let is = |of| of == state || scene.layers.related(of).contains(&state);
    role.of.is_some_and(is)
}

fn has_begun(scene: &Scene, role: &RoleRef) -> bool {
    match (role.from.map(PartialDate::first_day), scene.date) {
        (Some(from), Some(date)) => from <= date,
        _ => true,
    }
}

fn has_word(title: &str, words: &'static str) -> bool {
    let mut any = false;
    let mut folded = String::new();
    tokenize(title, |token| {
        if token.kind == TokenKind::Word {
            folded.clear();
            fold_word(&title[token.span().range()], &mut folded);
            any |= is_one_of(words, &folded);
        }
    });
    any
}
