//! Names that need evidence although they are full names: those that are also common words or names of people
//! ("March", "Moore"), and those of small places, of which there are many in the world.

use super::{
    Candidate, Need, Scene, evidence::Evidence, namesakes::is_behind_locative, rule::Rule,
    span_set::SpanSet, type_words::TypeEvidence,
};
use crate::{
    entity::{EntityType, Form},
    layers::{EntityIndex, Layers},
    vocabulary::Meaning,
    words::TokenKind,
};

/// A place of fewer people is small.
const SMALL: u32 = 100_000;

/// What a full name needs so that it counts.
pub(super) fn need(layers: &Layers, c: &Candidate) -> Need {
    use EntityType::{Admin, City, District};
    if matches!(c.need, Need::Short | Need::Weak) {
        return c.need;
    }
    // "SC", "WA": initials of two letters are of many things.
    let entity_type = layers.entity_type(c.entity);
    if c.form == Form::Acronym && entity_type == Admin {
        return Need::Weak;
    }
    let people = layers.population(c.entity);
    let lies_in_division = || {
        let nearest = layers.within(c.entity).next();
        nearest.is_some_and(|place| layers.entity_type(place) == Admin)
    };
    let small = match entity_type {
        City | District => 0 < people && people < SMALL,
        // A district by its bare name.
        Admin => c.span.len() == 1 && c.form == Form::Name && lies_in_division(),
        _ => false,
    };
    match small && matches!(c.form, Form::Name | Form::Metonym) {
        true => Need::Small,
        false => Need::None,
    }
}

/// What speaks for a candidate of a name that needs evidence, apart from other names; `None` where that is nothing.
pub(super) fn told(scene: &Scene, c: &Candidate, types: &TypeEvidence) -> Option<Rule> {
    let entity_type = scene.entity_type(c.entity);
    if c.form == Form::Acronym {
        let told = is_dotted(scene, c) || is_behind_town(scene, c);
        return told.then_some(Rule::Container);
    }
    if types.says(c.span, entity_type) {
        return Some(Rule::TypeWord);
    }
    if followed_by_container(scene, c) {
        return Some(Rule::Container);
    }
    (c.need == Need::Small && begins_report(scene, c)).then_some(Rule::Dateline)
}

/// "Charleston, W.Va.": a name that may be of several places, before what holds it or behind what it holds.
pub(super) fn located(scene: &Scene, c: &Candidate) -> Option<Rule> {
    (followed_by_container(scene, c) || holds_what_precedes(scene, c)).then_some(Rule::Container)
}

/// "Renton, Washington" is in the state.
pub(super) fn holds_what_precedes(scene: &Scene, c: &Candidate) -> bool {
    let Some(comma) = c.span.first.checked_sub(1) else {
        return false;
    };
    let mut before = scene.positions.ending_at(comma);
    scene.document.meaning(comma) == Some(Meaning::Comma)
        && scene.entity_type(c.entity) == EntityType::Admin
        && before.any(|b| scene.layers.containers(b.entity).contains(&c.entity))
}

/// "N.Y." in "Albany, N.Y." and elsewhere, but not "B.C." behind a year.
fn is_dotted(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    let number = c.span.first.checked_sub(1).is_some_and(|b| {
        let before = document.token_text(b).as_bytes();
        before.last().is_some_and(u8::is_ascii_digit)
    });
    document.token_text(c.span.first).contains('.') && !number
}

/// "Charleston, SC".
pub(super) fn is_behind_town(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    c.span.first > 1
        && document.meaning(c.span.first - 1) == Some(Meaning::Comma)
        && document.is_word(c.span.first - 2)
        && document.begins_with_capital(c.span.first - 2)
}

/// The candidates that count, each with what speaks for it. Beside one that counts a small place of the same name
/// stays without evidence, as the other that might have been meant.
pub(super) fn counting(scene: &Scene, unsure: &[Candidate], evidence: &Evidence) -> Vec<Candidate> {
    let mut counting: Vec<Candidate> = Vec::new();
    let mut beside: Vec<Candidate> = Vec::new();
    for c in unsure {
        match accept(scene, c, evidence) {
            None if c.need == Need::Small => beside.push(*c),
            None => {}
            rule => counting.push(Candidate {
                evidence: rule,
                ..*c
            }),
        }
    }
    let spans = SpanSet::of(&counting);
    for c in beside {
        if evidence.full_at(c.span) || spans.contains(c.span) {
            counting.push(c);
        }
    }
    counting
}

/// What the rest of the document says for a candidate.
fn accept(scene: &Scene, c: &Candidate, evidence: &Evidence) -> Option<Rule> {
    if c.form == Form::Acronym {
        return None;
    }
    // "Hamilton" of New Zealand is not called weakly where a greater one is called so.
    if c.need == Need::Weak && evidence.full_at(c.span) {
        return evidence.names_near(scene, c).then_some(Rule::Affiliation);
    }
    if c.need == Need::Weak && evidence.names(c.entity) && !is_calendar(scene, c) {
        return Some(Rule::NamedInFull);
    }
    // "in Lincoln's honour", "in Obama's speech".
    let whose = scene.document.meaning(c.span.end) == Some(Meaning::Possessive);
    let doubtful = c.need == Need::Weak || scene.positions.at(c.span, Some(Form::Short)).is_some();
    let located = is_located(scene, c) && !(whose && doubtful);
    let about = || evidence.is_about_what_holds(scene, c);
    let accepted = match c.need {
        Need::Weak => {
            let large = scene.layers.population(c.entity) >= SMALL
                || scene.entity_type(c.entity) == EntityType::Admin;
            located && (large || about()) && !is_calendar(scene, c)
        }
        _ => located || about(),
    };
    accepted.then_some(match located {
        true => Rule::Locative,
        false => Rule::Affiliation,
    })
}

/// "in Concord", "Concord residents", "downtown Concord".
fn is_located(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    let before = c
        .span
        .first
        .checked_sub(1)
        .filter(|_| document.spaced(c.span.first));
    let after = document
        .spaced(c.span.end)
        .then(|| document.meaning(c.span.end));
    is_behind_locative(scene, c)
        || after.flatten() == Some(Meaning::Local)
        || c.need != Need::Weak && after.flatten() == Some(Meaning::Body)
        || before.and_then(|b| document.meaning(b)) == Some(Meaning::Downtown)
}

fn is_calendar(scene: &Scene, c: &Candidate) -> bool {
    scene.document.meaning(c.span.first) == Some(Meaning::Calendar)
}

/// "Tripoli, Lebanon", "Paris (Texas)".
pub(super) fn followed_by_container(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    let joined = document.meaning(c.span.end) == Some(Meaning::Comma)
        || document
            .token(c.span.end)
            .is_some_and(|t| t.kind == TokenKind::Mark)
            && document.token_text(c.span.end) == "(";
    if !joined {
        return false;
    }
    let containers: Vec<EntityIndex> = scene.layers.containers(c.entity);
    let next = scene.positions.starting_at(c.span.end + 1);
    next.filter(|n| n.form != Form::Demonym)
        .any(|n| containers.contains(&n.entity))
}

/// "Crystal City, Texas" is no town of Minnesota: another division of its country follows.
pub(super) fn lies_elsewhere(scene: &Scene, c: &Candidate) -> bool {
    let holders = scene.layers.containers(c.entity);
    let holds = |place: EntityIndex| holders.contains(&place);
    let mut next = scene.positions.starting_at(c.span.end + 1);
    scene.document.meaning(c.span.end) == Some(Meaning::Comma)
        && !followed_by_container(scene, c)
        && next.any(|n| {
            n.form == Form::Name
                && scene.entity_type(n.entity) == EntityType::Admin
                && scene.layers.within(n.entity).any(holds)
        })
}

/// Whether a name in capitals stands at the beginning of a block as the place that a report comes from: "BEIRUT (AP)".
pub(super) fn begins_report(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    let before = c.span.first.checked_sub(1).and_then(|b| document.token(b));
    let begins =
        before.is_none_or(|t| t.kind == TokenKind::Block) || document.begins_line(c.span.first);
    let capitals = (c.span.first..c.span.end).all(|i| document.is_all_capitals(i));
    let mark = document
        .token(c.span.end)
        .filter(|t| t.kind == TokenKind::Mark)
        .map(|_| document.token_text(c.span.end));
    begins && capitals && matches!(mark, Some("(" | "," | "—" | "–" | "-" | ":"))
}
