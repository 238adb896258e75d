//! Resolution: from the surface forms found in a document to its mentions. Deterministic and explainable; every
//! rule is a file here and a name in [`Rule`].
//!
//! The order: case and contexts drop what is written otherwise (`case`, `context`); bodies are joined with their
//! state (`compose`); full names are selected (`select`) and say who and where the document is about; short forms
//! count where something speaks for them (`short`); all that is left is selected again, leftmost and longest, and of
//! several candidates for one span the evidence chooses (`rank`), or the mention stays ambiguous.

mod case;
mod compose;
mod context;
mod evidence;
mod order;
mod positions;
mod rank;
mod rule;
mod select;
mod short;
mod title;
mod type_words;
pub(crate) mod vocabulary;

use context::Contexts;
use evidence::Evidence;
use positions::Positions;
pub use rule::{Confidence, Rule};

use crate::{
    date::Date,
    document::Document,
    entity::{CaseRule, Entity, EntityType, Form},
    fold::fold_word,
    gazetteer::Gazetteer,
    graph::Graph,
    lexicon::{EntityIndex, Lexicon},
    span::TokenSpan,
    words::{TokenKind, tokenize},
};

/// A surface form in the document that may stand for its entity.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    span: TokenSpan,
    entity: EntityIndex,
    form: Form,
    case: CaseRule,
    /// What already speaks for it.
    evidence: Option<Rule>,
}

/// A mention in tokens, before its offsets are converted.
pub(crate) struct Resolved {
    pub span: TokenSpan,
    pub entity: EntityIndex,
    pub form: Form,
    pub why: Rule,
    pub others: Vec<(EntityIndex, Rule)>,
}

/// What the rules look at apart from the text.
struct Scene<'s> {
    gazetteer: &'s Gazetteer,
    graph: &'s Graph,
    date: Option<Date>,
    checked: Option<Date>,
}

impl Scene<'_> {
    fn entity(&self, index: EntityIndex) -> &Entity {
        &self.gazetteer.entities()[index.index()]
    }

    fn entity_type(&self, index: EntityIndex) -> EntityType {
        self.entity(index).entity_type
    }

    /// Whether a folded word is part of any name of an entity.
    fn has_word_in_names(&self, index: EntityIndex, word: &str) -> bool {
        let entity = self.entity(index);
        let names = entity.names.iter().map(|n| n.text.as_str());
        let mut folded = String::new();
        core::iter::once(entity.name.as_str())
            .chain(names)
            .any(|name| {
                let mut any = false;
                tokenize(name, |t| {
                    if t.kind == TokenKind::Word {
                        folded.clear();
                        fold_word(&name[t.span.range()], &mut folded);
                        any |= folded == word;
                    }
                });
                any
            })
    }
}

/// The mentions of a text, in order and disjoint.
pub(crate) fn resolve<'t>(
    text: &'t str,
    gazetteer: &Gazetteer,
    lexicon: &Lexicon,
    graph: &Graph,
    date: Option<Date>,
) -> (Document<'t>, Vec<Resolved>) {
    let (document, found, contexts) = Document::read(text, lexicon);
    let contexts = Contexts::of(&contexts);
    let candidates: Vec<Candidate> = found
        .into_iter()
        .filter_map(|f| {
            let form = lexicon.form(f.form);
            let counts = case::fits(&document, f.span, form) && contexts.allow(form, f.span);
            counts.then_some(Candidate {
                span: f.span,
                entity: form.entity,
                form: form.form,
                case: form.case,
                evidence: None,
            })
        })
        .collect();
    let scene = Scene {
        gazetteer,
        graph,
        date,
        checked: gazetteer.checked(),
    };
    let positions = Positions::of(&candidates);
    let composed = compose::composed(&document, &scene, &candidates, &positions);
    let types = type_words::evidence(&document, &scene, &positions);
    let (short, mut accepted): (Vec<_>, Vec<_>) =
        candidates.iter().partition(|c| c.form == Form::Short);
    accepted.extend(composed);

    let firm = select::leftmost_longest(&accepted);
    let evidence = Evidence::of(&scene, types, &firm);
    let short = short.into_iter().filter_map(|c| {
        let c = short::with_article(&document, &scene, c)?;
        let rule = short::accept(&document, &scene, &positions, &c, &evidence);
        // Beside a full name of the same span it stays as the other that might have been meant.
        let beside = c.case != CaseRule::Any && evidence.full_at(c.span);
        (rule.is_some() || beside).then_some(Candidate {
            evidence: rule,
            ..c
        })
    });
    accepted.extend(short);
    let mentions = select::leftmost_longest(&accepted)
        .into_iter()
        .map(|group| {
            let span = group.span;
            let choice = rank::choose(&document, &scene, group, &evidence);
            Resolved {
                span,
                entity: choice.chosen.entity,
                form: choice.chosen.form,
                why: choice.why,
                others: choice.others,
            }
        })
        .collect();
    (document, mentions)
}
