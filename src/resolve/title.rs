//! Titles before names: "President Assad" is the Assad whose role has the word.

use super::{
    Candidate, Scene,
    vocabulary::{Meaning, meaning},
};
use crate::{
    document::Document,
    entity::EntityType,
    fold::fold_word,
    words::{TokenKind, tokenize},
};

/// Whether the word before a candidate is a title, and one of the roles of that person has it.
pub(super) fn announces(document: &Document, scene: &Scene, c: &Candidate) -> bool {
    if scene.entity_type(c.entity) != EntityType::Person || !document.spaced(c.span.first) {
        return false;
    }
    let before = c.span.first.checked_sub(1).and_then(|b| document.word(b));
    let Some(Meaning::Title(words)) = meaning(before) else {
        return false;
    };
    let roles = &scene.entity(c.entity).roles;
    roles.iter().any(|r| has_word(&r.title, words))
}

fn has_word(title: &str, words: &[&str]) -> bool {
    let mut any = false;
    let mut folded = String::new();
    tokenize(title, |token| {
        if token.kind == TokenKind::Word {
            folded.clear();
            fold_word(&title[token.span.range()], &mut folded);
            any |= words.contains(&folded.as_str());
        }
    });
    any
}
