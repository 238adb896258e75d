//! Capitals that stand for their governments: "Moscow said". The mention stays the place, with the government first
//! among those that it might have been.

use super::{Candidate, Scene};
use crate::{entity::Form, span::TokenSpan, vocabulary::Meaning};

/// The candidates by names, and those that are bodies which stand by the name of their seat. Where nothing else has
/// the name, the bodies have it.
pub(super) fn parted(candidates: &[Candidate]) -> (Vec<Candidate>, Vec<Candidate>) {
    let (bodies, names): (Vec<_>, Vec<_>) =
        candidates.iter().partition(|c| c.form == Form::Metonym);
    match names.is_empty() {
        true => (bodies, Vec::new()),
        false => (names, bodies),
    }
}

/// The capital by whose name a body stands; any other candidate is what it is. A body is not meant where its capital
/// could not be: "Athens-Clarke County" is not Greece.
pub(super) fn seat_of<'c>(scene: &Scene<'c>, c: &'c Candidate) -> &'c Candidate {
    match c.form {
        Form::Metonym => scene.positions.at(c.span, Some(Form::Name)).unwrap_or(c),
        _ => c,
    }
}

/// Whether what stands at a span does what governments do.
pub(super) fn acts(scene: &Scene, span: TokenSpan) -> bool {
    scene.document.meaning(span.end) == Some(Meaning::Act)
}
