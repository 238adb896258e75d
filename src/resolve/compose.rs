//! Bodies called by their state and what they are: "Syrian army", "Syria's Defence Ministry", "government of Syria".

use super::{Candidate, Scene, rule::Rule};
use crate::{
    document::Document,
    entity::{EntityType, Form},
    layers::EntityIndex,
    span::TokenSpan,
    vocabulary::Meaning,
};

/// These short forms of bodies together with what they belong to, as one name each, where the two stand together.
pub(super) fn composed(scene: &Scene, short: &[Candidate]) -> Vec<Candidate> {
    let mut all = Vec::new();
    let bodies = short
        .iter()
        .filter(|c| is_body(scene.entity_type(c.entity)) && !c.lacks_context);
    for body in bodies {
        let of: Vec<EntityIndex> = scene.layers.affiliates(body.entity).collect();
        let owns = |c: &&Candidate| c.form != Form::Short && of.contains(&c.entity);
        let first = body.span.first;
        let before = end_of_owner(scene.document, first);
        // "In Iran government offices closed": a bare name before a small letter is not the body's.
        let apart = before == first && !scene.document.is_capitalised(first);
        let left = scene
            .positions
            .ending_at(before)
            .filter(owns)
            .filter(|c| !(apart && c.form == Form::Name));
        all.extend(left.map(|c| whole(body, c.span.first, body.span.end)));
        if let Some(after) = start_of_owner(scene.document, body.span.end) {
            let right = scene.positions.starting_at(after).filter(owns);
            all.extend(right.map(|c| whole(body, first, c.span.end)));
        }
    }
    all
}

/// Whether what is of a type is a body of a state.
pub(super) fn is_body(entity_type: EntityType) -> bool {
    use EntityType::*;
    matches!(entity_type, Government | Ministry | Military | Agency)
}

/// Where the owner's name ends, if it stands before a body at `first`: right there, or before `'s`.
pub(super) fn end_of_owner(document: &Document, first: usize) -> usize {
    let possessive = first > 0 && document.meaning(first - 1) == Some(Meaning::Possessive);
    first - usize::from(possessive)
}

/// Where the owner's name begins, if "of" or "of the" follows a body that ends at `end`.
pub(super) fn start_of_owner(document: &Document, end: usize) -> Option<usize> {
    (document.meaning(end) == Some(Meaning::Of)).then(|| {
        let the = document.meaning(end + 1) == Some(Meaning::The);
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
