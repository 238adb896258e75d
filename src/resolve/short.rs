//! Which short forms count: those for which the document gives evidence.

use super::{
    Candidate, Scene,
    compose::end_of_owner,
    evidence::Evidence,
    longer,
    rule::Rule,
    someone,
    title::{self, Title},
    type_words::TypeEvidence,
    unsure::{holds_what_precedes, is_behind_town},
};
use crate::{
    entity::{CaseRule, EntityType, Form},
    span::TokenSpan,
    vocabulary::Meaning,
    words::Gap,
};

/// The short forms that may count, each with its article, and with the title or type word beside it as its evidence.
/// Those in small letters and those behind the title of another state are not among them.
pub(super) fn told(scene: &Scene, short: Vec<Candidate>, types: &TypeEvidence) -> Vec<Candidate> {
    let tell = |c: Candidate| {
        let mut c = with_article(scene, c)?;
        if scene.entity_type(c.entity) == EntityType::Person {
            c = someone::with_initials(scene, c)?;
            if longer::follows(scene, &c) {
                return None;
            }
        }
        let capital = |i| scene.document.is_capitalised(i);
        if !(c.span.first..c.span.end).any(capital) {
            return None;
        }
        let type_word = types.says(c.span, scene.entity_type(c.entity));
        let evidence = match title::before(scene, &c) {
            Title::OfAnother => return None,
            Title::Own => Some(Rule::Title),
            _ if type_word && c.form == Form::Short && !c.lacks_context => Some(Rule::TypeWord),
            _ if holds_what_precedes(scene, &c) => Some(Rule::Container),
            // "Friedensburg, Pa."
            _ if scene.document.token_text(c.span.end - 1).as_bytes().last() == Some(&b'.')
                && is_behind_town(scene, &c) =>
            {
                Some(Rule::Container)
            }
            _ => None,
        };
        Some(Candidate { evidence, ..c })
    };
    let mut told = Vec::new();
    for c in short {
        told.extend(tell(c));
    }
    told
}

/// The short forms that count, each with what speaks for it. Beside a full name of the same span one stays without
/// evidence, as the other that might have been meant.
pub(super) fn counting(scene: &Scene, told: &[Candidate], evidence: &Evidence) -> Vec<Candidate> {
    let counts = |c: Candidate| {
        let rule = c.evidence.or_else(|| accept(scene, &c, evidence));
        let told = c.form == Form::Short && !c.lacks_context;
        let beside = c.case != CaseRule::Any && told && evidence.full_at(c.span);
        (rule.is_some() || beside).then_some(Candidate {
            evidence: rule,
            ..c
        })
    };
    let mut counting = Vec::new();
    for c in told {
        counting.extend(counts(*c));
    }
    counting
}

/// What the rest of the document says for a short form; `None` where that is nothing.
fn accept(scene: &Scene, c: &Candidate, evidence: &Evidence) -> Option<Rule> {
    if evidence.full_at(c.span) || someone::is_someone_elses(scene, c) || longer::follows(scene, c)
    {
        return None;
    }
    // "army", "Government": written so for any state.
    if c.case == CaseRule::Any {
        let named = evidence.names_before(c.entity, c.span.first) && !is_of_another(scene, c);
        return named.then_some(Rule::NamedInFull);
    }
    if evidence.names(c.entity) {
        return Some(Rule::NamedInFull);
    }
    let related = title::before(scene, c) == Title::None
        && !c.lacks_context
        && evidence.is_about_what_holds(scene, c);
    related.then_some(Rule::Affiliation)
}

/// Whether the generic name of a body stands where it may be any state's: behind the name of one that is not its
/// own, behind an unknown name, or at the start of a sentence, where its capital says nothing.
fn is_of_another(scene: &Scene, c: &Candidate) -> bool {
    let first = c.span.first;
    let owner = end_of_owner(scene.document, first);
    let Some(before) = owner.checked_sub(1) else {
        return true;
    };
    let unknown = scene.document.is_word(before)
        && scene.document.is_capitalised(before)
        && scene.document.meaning(before) != Some(Meaning::The);
    scene.document.begins_sentence(first)
        || scene.positions.ending_at(owner).next().is_some()
        || unknown
}

/// The candidate with the article that is joined to it: "al-Brandt" is no "Brandt" whose name has no article.
fn with_article(scene: &Scene, c: Candidate) -> Option<Candidate> {
    let document = scene.document;
    let joined = document
        .token(c.span.first)
        .is_some_and(|t| t.gap == Gap::Hyphen);
    let before = c.span.first.checked_sub(1).filter(|_| joined);
    let Some(article) = before.filter(|&b| document.meaning(b) == Some(Meaning::Article)) else {
        return Some(c);
    };
    let folded = document.folded(article);
    scene
        .has_in_names(c.entity, &|word| word == folded)
        .then_some(Candidate {
            span: TokenSpan {
                first: article,
                ..c.span
            },
            ..c
        })
}
