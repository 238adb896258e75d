//! Which short forms count: those for which the document gives evidence.

use super::{
    Candidate, Scene,
    evidence::Evidence,
    positions::Positions,
    rule::Rule,
    title,
    vocabulary::{Meaning, meaning},
};
use crate::{
    document::Document,
    entity::{CaseRule, EntityType, Form},
    fold::fold_word,
    span::TokenSpan,
    words::{Gap, TokenKind},
};

/// The evidence that a short form stands for its entity here; `None` where there is none.
pub(super) fn accept(
    document: &Document,
    scene: &Scene,
    positions: &Positions,
    c: &Candidate,
    evidence: &Evidence,
) -> Option<Rule> {
    if !(c.span.first..c.span.end).any(|i| document.is_capitalised(i)) {
        return None;
    }
    if evidence.types.says(c.span, scene.entity_type(c.entity)) {
        return Some(Rule::TypeWord);
    }
    if title::announces(document, scene, c) {
        return Some(Rule::Title);
    }
    if evidence.full_at(c.span) {
        return None;
    }
    // "army", "Government": written so for any state, so a capital at a sentence's start says nothing.
    let generic = c.case == CaseRule::Any;
    if generic && document.begins_sentence(c.span.first) {
        return None;
    }
    if is_someone_elses(document, scene, positions, c) {
        return None;
    }
    if evidence.names(c.entity) {
        return Some(Rule::NamedInFull);
    }
    let holds = !generic && evidence.is_about_what_holds(scene, c.entity);
    holds.then_some(Rule::Affiliation)
}

/// The candidate with the article that is joined to it: "al-Brandt" is no "Brandt" whose name has no article.
pub(super) fn with_article(document: &Document, scene: &Scene, c: Candidate) -> Option<Candidate> {
    let joined = document
        .token(c.span.first)
        .is_some_and(|t| t.gap == Gap::Hyphen);
    let before = c.span.first.checked_sub(1).filter(|_| joined);
    let Some(article) = before.filter(|&b| meaning(document.word(b)) == Some(Meaning::Article))
    else {
        return Some(c);
    };
    let mut word = String::new();
    fold_word(document.token_text(article), &mut word);
    scene
        .has_word_in_names(c.entity, &word)
        .then_some(Candidate {
            span: TokenSpan {
                first: article,
                ..c.span
            },
            ..c
        })
}

/// Whether the surname stands behind another first name: "Omar Abdi" is not Mazloum Abdi.
fn is_someone_elses(
    document: &Document,
    scene: &Scene,
    positions: &Positions,
    c: &Candidate,
) -> bool {
    let Some(before) = c.span.first.checked_sub(1) else {
        return false;
    };
    let joined = document
        .token(c.span.first)
        .is_some_and(|t| t.gap != Gap::None);
    if scene.entity_type(c.entity) != EntityType::Person
        || !joined
        || document
            .token(before)
            .is_none_or(|t| t.kind != TokenKind::Word)
        || !document.is_capitalised(before)
    {
        return false;
    }
    let known = matches!(
        meaning(document.word(before)),
        Some(
            Meaning::Title(_)
                | Meaning::Calendar
                | Meaning::Opener
                | Meaning::Article
                | Meaning::The
                | Meaning::Conjunction
                | Meaning::Of
        )
    );
    let mut first_name = String::new();
    fold_word(document.token_text(before), &mut first_name);
    // "Syria Assad", "Hamas Sinwar": what stands before is a name by itself.
    let named = positions
        .ending_at(c.span.first)
        .any(|o| o.form != Form::Short);
    !known && !named && !scene.has_word_in_names(c.entity, &first_name)
}
