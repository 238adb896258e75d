//! Bodies called by their state and what they are: "Syrian army", "Syria's Defence Ministry", "government of Syria".

use super::{
    Candidate, Scene,
    positions::Positions,
    rule::Rule,
    vocabulary::{Meaning, meaning},
};
use crate::{
    document::Document,
    entity::{EntityType, Form},
    span::TokenSpan,
};

/// The candidates that stand together with what they belong to, as one name each.
pub(super) fn composed(
    document: &Document,
    scene: &Scene,
    found: &[Candidate],
    positions: &Positions,
) -> Vec<Candidate> {
    let mut all = Vec::new();
    let bodies = found
        .iter()
        .filter(|c| c.form == Form::Short && is_body(scene.entity_type(c.entity)));
    for body in bodies {
        let of = scene.graph.affiliates(body.entity);
        let owns = |c: &&Candidate| c.form != Form::Short && of.contains(&c.entity);
        let before = end_of_owner(document, body.span.first);
        let left = positions.ending_at(before).filter(owns);
        all.extend(left.map(|c| whole(body, c.span.first, body.span.end)));
        if let Some(after) = start_of_owner(document, body.span.end) {
            let right = positions.starting_at(after).filter(owns);
            all.extend(right.map(|c| whole(body, body.span.first, c.span.end)));
        }
    }
    all
}

fn is_body(entity_type: EntityType) -> bool {
    use EntityType::*;
    matches!(entity_type, Government | Ministry | Military | Agency)
}

/// Where the owner's name ends, if it stands before a body at `first`: right there, or before `'s`.
fn end_of_owner(document: &Document, first: usize) -> usize {
    let possessive = first > 0 && meaning(document.word(first - 1)) == Some(Meaning::Possessive);
    first - usize::from(possessive)
}

/// Where the owner's name begins, if "of" or "of the" follows a body that ends at `end`.
fn start_of_owner(document: &Document, end: usize) -> Option<usize> {
    (meaning(document.word(end)) == Some(Meaning::Of)).then(|| {
        let the = meaning(document.word(end + 1)) == Some(Meaning::The);
        end + 1 + usize::from(the)
    })
}

fn whole(body: &Candidate, first: usize, end: usize) -> Candidate {
    Candidate {
        span: TokenSpan { first, end },
        form: Form::Name,
        evidence: Some(Rule::Composed),
        ..*body
    }
}
