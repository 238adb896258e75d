//! Resolution: from the surface forms found in a document to its mentions. Deterministic and explainable; every
//! rule is a file here and a name in [`Rule`].
//!
//! The order: case and contexts drop what is written otherwise (`case`, `contexts`); bodies are joined with their
//! state (`compose`); full names are selected (`select`); they, and what titles and type words tell, say whom and
//! where the document is about (`evidence`); short forms count where something speaks for them (`short`); all that is
//! left is selected again, and of several candidates for one span the evidence chooses (`rank`), or the mention stays
//! ambiguous.

mod bodies;
mod case;
mod compose;
mod contexts;
mod entity_map;
mod evidence;
#[cfg(files)]
mod explain;
mod generic;
mod joined;
mod longer;
mod metonym;
mod namesakes;
mod positions;
mod rank;
mod rule;
mod select;
mod short;
mod someone;
mod span_set;
mod title;
mod together;
mod type_words;
mod unsure;

use contexts::{Found, Muted};
use evidence::Evidence;
#[cfg(files)]
pub(crate) use explain::occurrences;
use generic::Generic;
use longer::Part;
use namesakes::Namesakes;
use positions::Positions;
pub use rule::{Confidence, Rule};
use span_set::SpanSet;

use crate::{
    date::Date,
    document::Document,
    entity::{CaseRule, EntityType, Form},
    fold::fold_word,
    layers::{EntityIndex, Layers},
    lexicon::Lexicon,
    pattern::{FormEntry, FormId, Occurrence},
    span::TokenSpan,
    token_hashes::TokenHashes,
    words::{TokenKind, tokenize},
};

/// A surface form in the document that may stand for its entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub span: TokenSpan,
    pub entity: EntityIndex,
    pub form: Form,
    case: CaseRule,
    /// What evidence it needs so that it counts.
    need: Need,
    /// Whether words that the form needs are missing.
    lacks_context: bool,
    /// What already speaks for it.
    evidence: Option<Rule>,
}

/// What evidence a surface form needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// None: it is a name that tells.
    None,
    /// It is a short form.
    Short,
    /// It is also a common word or a name of people.
    Weak,
    /// It is the name of a small place.
    Small,
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
    candidates: &'s [Candidate],
    positions: &'s Positions<'s>,
    layers: &'s Layers,
    date: Option<Date>,
    checked: Option<Date>,
}

impl Scene<'_> {
    #[inline]
    fn entity_type(&self, index: EntityIndex) -> EntityType {
        self.layers.entity_type(index)
    }

    /// The county that a place lies in: a division that itself lies in one.
    fn county_of(&self, index: EntityIndex) -> Option<EntityIndex> {
        match self.layers.containers(index)[..] {
            [county, state, ..] if self.entity_type(state) == EntityType::Admin => Some(county),
            _ => None,
        }
    }

    /// Whether any word of any name of an entity is such, folded.
    fn has_in_names(&self, index: EntityIndex, such: &dyn Fn(&str) -> bool) -> bool {
        let entity = self.layers.entity(index);
        let names = entity.names().into_iter().map(|n| n.text);
        let mut folded = String::new();
        core::iter::once(entity.name()).chain(names).any(|name| {
            let mut any = false;
            tokenize(name, |t| {
                if t.kind == TokenKind::Word {
                    folded.clear();
                    fold_word(&name[t.span().range()], &mut folded);
                    any |= such(&folded);
                }
            });
            any
        })
    }
}

/// The surface forms in a document that are cased and allowed as they stand, as candidates for their entities; `all`,
/// or without those of generic words that cannot be meant. What is joined to names is taken off the document's tokens.
pub(crate) fn candidates(document: &mut Document, layers: &Layers, all: bool) -> Vec<Candidate> {
    let patterns = search(document, layers);
    let document = &*document;
    let (mut found, mut contexts) = (Vec::new(), Vec::new());
    let (mut generic, mut muted) = (Vec::new(), Vec::<Muted>::new());
    for ((number, layer), patterns) in layers.all.iter().enumerate().zip(patterns) {
        let lexicon = &layer.pack.lexicon;
        let here = contexts_in(document, lexicon, &patterns);
        for at in patterns {
            if !all && lexicon.is_generic(at.pattern) {
                generic.push(Generic { at, layer: number });
                continue;
            }
            for form in lexicon.forms_of(at.pattern) {
                found.extend(candidate(document, layers, number, &here, at, form));
            }
        }
        muted.extend(here.muted(layers, layer, number));
        contexts.push(here);
    }
    if !generic.is_empty() {
        for (word, form) in generic::forms(document, layers, &found, &generic) {
            let here = &contexts[word.layer];
            found.extend(candidate(document, layers, word.layer, here, word.at, form));
        }
    }
    if !muted.is_empty() {
        let silenced = |c: &Candidate| {
            let layer = layers.number_of(c.entity);
            muted.iter().any(|m| m.silences(c.span, c.entity, layer))
        };
        found.retain(|c| !silenced(c));
    }
    found
}

/// The patterns of each layer in a document. What is joined to names is taken off the document's tokens.
fn search(document: &mut Document, layers: &Layers) -> Vec<Vec<Occurrence>> {
    let mut hashes = TokenHashes::new(document.text, document.tokens(), document.starters());
    let search = |l: &Lexicon| l.search(&mut hashes);
    let mut patterns: Vec<Vec<Occurrence>> = layers.lexicons().map(search).collect();
    joined::add(document, layers, &mut patterns);
    patterns
}

/// The contexts among the patterns of a layer in a document.
fn contexts_in(document: &Document, lexicon: &Lexicon, patterns: &[Occurrence]) -> Found {
    let looked_for = patterns.iter().filter(|at| {
        let capital = document.begins_with_capital(at.span.first);
        lexicon.is_looked_for(at.pattern, capital)
    });
    let looked_for: Vec<Occurrence> = looked_for.copied().collect();
    Found::new(document, &looked_for)
}

/// What keeps a surface form from being a candidate where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An overlay mutes it.
    Muted,
    /// The text is cased otherwise than the form asks.
    Case,
    /// Words that it needs are not there, or words that forbid it are.
    Context,
}

/// The candidate of a surface form of a layer, where its case and its contexts allow it.
fn candidate(
    document: &Document,
    layers: &Layers,
    layer: usize,
    contexts: &Found,
    at: Occurrence,
    id: FormId,
) -> Option<Candidate> {
    let (entity, form, lacks) = standing(document, layers, layer, contexts, at, id).ok()?;
    let c = Candidate {
        span: at.span,
        entity,
        form: form.form,
        case: form.case,
        need: match (form.form, form.weak) {
            (Form::Short, _) => Need::Short,
            (Form::Acronym, _) if lacks => Need::Short,
            (_, true) => Need::Weak,
            (_, false) => Need::None,
        },
        lacks_context: lacks && !needs_its_state(layers, layer, entity, &form, id),
        evidence: None,
    };
    Some(Candidate {
        need: unsure::need(layers, &c),
        ..c
    })
}

/// Whether what initials need is the name of something that their body belongs to, which a document can be about
/// without naming it: "APC" needs Nigeria or its president.
fn needs_its_state(
    layers: &Layers,
    layer: usize,
    entity: EntityIndex,
    form: &FormEntry,
    id: FormId,
) -> bool {
    if form.form != Form::Acronym {
        return false;
    }
    let layer = &layers.all[layer];
    let lexicon = &layer.pack.lexicon;
    let Some(own) = lexicon.contexts(form, id) else {
        return false;
    };
    let states = layers.related(entity);
    for need in &own.needs {
        for named in lexicon.forms_of(need.pattern()) {
            if states.contains(&EntityIndex(layer.first + lexicon.form(named).entity)) {
                return true;
            }
        }
    }
    false
}

/// The entity of a surface form that may stand for it where it stands, the form, and whether words that it needs are
/// missing.
#[inline]
fn standing(
    document: &Document,
    layers: &Layers,
    layer: usize,
    contexts: &Found,
    at: Occurrence,
    id: FormId,
) -> Result<(EntityIndex, FormEntry, bool), Refusal> {
    let layer = &layers.all[layer];
    let (lexicon, span) = (&layer.pack.lexicon, at.span);
    let form = lexicon.form(id);
    let entity = EntityIndex(layer.first + form.entity);
    if layers.is_silent(entity) {
        return Err(Refusal::Muted);
    }
    if !case::fits(document, span, form.case, lexicon.casing(&form)) {
        return Err(Refusal::Case);
    }
    let own = lexicon.contexts(&form, id);
    let lacks_context = own.is_some_and(|own| !contexts.fulfil(own, span));
    let forbidden = own.is_some_and(|own| contexts.forbid(own, span));
    if forbidden || lacks_context && !contexts::may_lack(form.form, layers.entity_type(entity)) {
        return Err(Refusal::Context);
    }
    Ok((entity, form, lacks_context))
}

/// The mentions of a text, in order and disjoint.
pub(crate) fn resolve<'t>(
    text: &'t str,
    layers: &Layers,
    date: Option<Date>,
) -> (Document<'t>, Vec<Resolved>) {
    let mut document = Document::read(text, layers);
    let candidates = candidates(&mut document, layers, false);
    let mentions = mentions(&document, &candidates, layers, date);
    (document, mentions)
}

/// The mentions of a document with these candidates.
fn mentions(
    document: &Document,
    candidates: &[Candidate],
    layers: &Layers,
    date: Option<Date>,
) -> Vec<Resolved> {
    let tokens = document.tokens().len();
    let positions = Positions::new(tokens, candidates);
    let scene = Scene {
        document,
        candidates,
        positions: &positions,
        layers,
        date,
        checked: layers.checked(),
    };
    let parts: Vec<Part> = candidates
        .iter()
        .map(|c| match longer::concerns(&scene, c) {
            true => longer::part(&scene, c),
            false => Part::Whole,
        })
        .collect();
    let namesakes = Namesakes::of(&scene, &parts);
    let types = type_words::evidence(&scene);
    let (mut short, mut unsure, mut accepted) = (Vec::new(), Vec::new(), Vec::new());
    let (mut bodies, mut sure) = (Vec::new(), Vec::new());
    for (c, part) in candidates.iter().zip(&parts) {
        if *part != Part::Whole {
            if bodies::is_of_body(&scene, c) {
                bodies.push(*c);
            }
            continue;
        }
        let shouted = match c.form {
            Form::Acronym => case::is_shouted(document, c.span),
            Form::Name if scene.entity_type(c.entity) == EntityType::City => {
                case::looks_like_initials(document, c.span)
            }
            _ => false,
        };
        if shouted || namesakes.include(&scene, metonym::seat_of(&scene, c)) {
            continue;
        }
        let longer = longer::with_type_word(&scene, c);
        let mut told = Candidate { span: longer, ..*c };
        let unsure_name = matches!(c.need, Need::Weak | Need::Small);
        if unsure_name && unsure::lies_elsewhere(&scene, &told) {
            continue;
        }
        let evidence = match c.need {
            _ if longer != c.span => Some(Rule::TypeWord),
            Need::Weak | Need::Small => unsure::told(&scene, c, &types),
            Need::None => unsure::located(&scene, c),
            Need::Short => None,
        };
        told.evidence = evidence;
        match c.need {
            Need::Short if evidence.is_none() => short.push(told),
            Need::Weak | Need::Small if evidence.is_none() => unsure.push(told),
            _ => accepted.push(told),
        }
    }
    accepted.extend(compose::composed(&scene, &short));
    let told = short::told(&scene, short, &types);

    let firm = select::leftmost_longest(&accepted);
    let mut evidence = Evidence::of(&scene, types, &firm, &SpanSet::of(&unsure));
    let spans = SpanSet::of(&bodies);
    evidence.add(&scene, &select::leftmost_longest(&bodies), &spans);
    // What titles and type words tell is said of the whole document.
    for c in &told {
        if c.evidence.is_some() {
            sure.push(*c);
        }
    }
    let groups = select::leftmost_longest(&sure);
    evidence.add(&scene, &groups, &SpanSet::of(&[]));
    together::add(&scene, [&accepted, &unsure], &mut evidence);
    accepted.extend(short::counting(&scene, &told, &evidence));
    accepted.extend(unsure::counting(&scene, &unsure, &evidence));
    let mut mentions = Vec::new();
    for group in select::leftmost_longest(&accepted) {
        mentions.push(rank::choose(&scene, &group, &evidence));
    }
    mentions
}

#[cfg(test)]
mod tests;
