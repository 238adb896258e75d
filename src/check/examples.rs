//! Examples: whether they say anything, and whether the engine does what they say.

use super::{Findings, Severity};
use crate::{
    Highlighter,
    entity::{Entity, Example},
    gazetteer::{At, ErrorKind, clip},
};

/// Examples that cannot fail, and those that cannot hold.
pub(super) fn said(findings: &mut Findings) {
    for (i, n, example) in all(findings.entities) {
        let text = clip(&example.text);
        if example.matches.is_empty() && example.no.is_empty() {
            let message = format!("the example “{text}” has neither “match” nor “no”");
            findings.example(i, n, message);
        }
        for passage in example.matches.iter().chain(&example.no) {
            if passage.is_empty() || !example.text.contains(&**passage) {
                let message = format!("“{passage}” does not stand in the example “{text}”");
                findings.example(i, n, message);
            }
        }
    }
}

/// What examples say and the engine does not do.
pub(super) fn run(findings: &mut Findings, highlighter: &Highlighter) {
    for (i, n, example) in all(findings.entities) {
        let id = &findings.entities[i].id;
        let mentions = highlighter.annotate(&example.text, example.date);
        let lit: Vec<&str> = mentions
            .iter()
            .filter(|m| highlighter.entity(m.entity).id() == id)
            .map(|m| &example.text[m.bytes.range()])
            .collect();
        let lit = |passage: &String| lit.contains(&passage.as_str());
        let stands = |passage: &&String| example.text.contains(&***passage);
        let missing = example.matches.iter().filter(stands).filter(|p| !lit(p));
        let missing = missing.map(|p| (p, "should be lit as it and is not"));
        let spurious = example.no.iter().filter(|p| lit(p));
        let spurious = spurious.map(|p| (p, "should not be lit as it and is"));
        for (passage, what) in missing.chain(spurious) {
            let message = format!("“{passage}” {what} in the example “{}”", example.text);
            findings.example(i, n, message);
        }
    }
}

/// All examples with the numbers of their entities and their own.
fn all(entities: &[Entity]) -> impl Iterator<Item = (usize, usize, &Example)> {
    entities
        .iter()
        .enumerate()
        .flat_map(|(i, e)| e.examples.iter().enumerate().map(move |(n, x)| (i, n, x)))
}

impl Findings<'_, '_> {
    fn example(&mut self, entity: usize, number: usize, message: String) {
        let at = At::item("examples.*", number);
        self.say(Severity::Error, (entity, at), ErrorKind::Example, message);
    }
}
