//! Resolution: from the surface forms found in a document to its mentions. Deterministic and explainable; every
//! rule is a file here and a name in [`Rule`].
//!
//! The order: case and contexts drop what is written otherwise (`case`, `context`); bodies are joined with their
//! state (`compose`); full names are selected (`select`); they, and what titles and type words tell, say whom and
//! where the document is about (`evidence`); short forms count where something speaks for them (`short`); all that is
//! left is selected again, and of several candidates for one span the evidence chooses (`rank`), or the mention stays
//! ambiguous.

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
    document::{Document, Found},
    entity::{CaseRule, Entity, EntityType, Form},
    fold::fold_word,
    gazetteer::Gazetteer,
    graph::Graph,
    lexicon::{EntityIndex, FormEntry, Lexicon},
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
    /// Whether words that the form needs are missing.
    lacks_context: bool,
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

/// What the rules look at.
struct Scene<'s> {
    document: &'s Document<'s>,
    /// The surface forms in it that are cased and allowed as they stand.
    positions: &'s Positions<'s>,
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

/// The candidate of a surface form, where its case and its contexts allow it.
fn candidate(
    document: &Document,
    contexts: &Contexts,
    found: Found,
    form: &FormEntry,
) -> Option<Candidate> {
    let span = found.span;
    if !case::fits(document, span, form) || contexts.forbid(form, span) {
        return None;
    }
    let lacks_context = !contexts.fulfil(form, span);
    // A short form may have better evidence than the words that it needs.
    if lacks_context && form.form != Form::Short {
        return None;
    }
    Some(Candidate {
        span,
        entity: form.entity,
        form: form.form,
        case: form.case,
        lacks_context,
        evidence: None,
    })
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
        .filter_map(|f| candidate(&document, &contexts, f, lexicon.form(f.form)))
        .collect();
    let positions = Positions::of(&candidates);
    let scene = Scene {
        document: &document,
        positions: &positions,
        gazetteer,
        graph,
        date,
        checked: gazetteer.checked(),
    };
    let types = type_words::evidence(&scene);
    let (short, mut accepted): (Vec<Candidate>, Vec<Candidate>) =
        candidates.iter().partition(|c| c.form == Form::Short);
    accepted.extend(compose::composed(&scene, &short));
    let told = short::told(&scene, short, &types);

    let firm = select::leftmost_longest(&accepted);
    let mut evidence = Evidence::of(&scene, types, &firm);
    // What titles and type words tell is said of the whole document.
    let sure: Vec<Candidate> = told
        .iter()
        .copied()
        .filter(|c| c.evidence.is_some())
        .collect();
    evidence.add(&scene, &select::leftmost_longest(&sure));
    accepted.extend(short::counting(&scene, &told, &evidence));
    let mentions = select::leftmost_longest(&accepted)
        .into_iter()
        .map(|group| {
            let span = group.span;
            let choice = rank::choose(&scene, &group, &evidence);
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
