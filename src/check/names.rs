//! Surface forms of one entity that the engine cannot tell apart.

use std::collections::HashMap;

use super::{Findings, Severity};
use crate::{
    entity::{CaseRule, Form, SurfaceForm},
    gazetteer::{At, ErrorKind, clip},
    words::{TokenKind, fold_token, tokenize},
};

/// What tells two surface forms apart: their folded words, which letters are capitals, the case rule, how they stand for
/// the entity, and their language.
type Key = (Vec<String>, Vec<bool>, CaseRule, Form, Option<String>);

/// Names that differ only in what folding takes away, and not in capitals, case rule or form.
pub(super) fn names(findings: &mut Findings) {
    let written = &findings.entities[..findings.reading.written()];
    for (i, entity) in written.iter().enumerate() {
        let own = SurfaceForm::from_text(entity.name.clone());
        let mut seen: HashMap<Key, &str> = HashMap::new();
        seen.insert(key(&own), &entity.name);
        for (n, form) in entity.names.iter().enumerate() {
            let Some(before) = seen.insert(key(form), &form.text) else {
                continue;
            };
            // What is written alike is an error of the entity itself.
            if before != form.text {
                let message = format!(
                    "the name “{}” is the same as “{}” to the engine; keep one of them",
                    clip(&form.text),
                    clip(before)
                );
                let at = At::item("names.*", n);
                findings.say(Severity::Error, (i, at), ErrorKind::Name, message);
            }
        }
    }
}

fn key(form: &SurfaceForm) -> Key {
    let mut words = Vec::new();
    tokenize(&form.text, |token| {
        if token.kind != TokenKind::Block {
            let mut word = String::new();
            fold_token(&form.text, &token, &mut word);
            words.push(word);
        }
    });
    let letters = form.text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.map(char::is_uppercase).collect();
    (words, capitals, form.case, form.form, form.lang.clone())
}
