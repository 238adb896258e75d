//! Mentions as one flat array of numbers.
//!
//! `[count, stride, …mentions, …candidates]`. A mention is `stride` words: 0 start, 1 end (UTF-16 code units, half
//! open), 2 entity, 3 form, 4 confidence, 5 rule, 6 the position in the array of its first other candidate, 7 their
//! number, 8 one for a place and zero for an actor. A candidate is two words: entity, rule. Readers take the stride
//! from the array, so that words may be added.

use crate::{
    entity::{Form, Kind},
    highlighter::{FoundForm, Mention},
    layers::Layers,
    resolve::{Confidence, Rule},
};

const STRIDE: usize = 9;
const HEADER: usize = 2;

/// The array of these mentions.
pub(super) fn mentions(all: &[Mention], layers: &Layers) -> Vec<u32> {
    let others: usize = all.iter().map(|m| m.candidates.len()).sum();
    let mut flat = Vec::with_capacity(HEADER + all.len() * STRIDE + others * 2);
    flat.extend([all.len() as u32, STRIDE as u32]);
    let mut next = HEADER + all.len() * STRIDE;
    for m in all {
        flat.extend([
            m.span.start as u32,
            m.span.end as u32,
            m.entity.0,
            number(&Form::ALL, m.form),
            number(&Confidence::ALL, m.confidence()),
            number(&Rule::ALL, m.why),
            next as u32,
            m.candidates.len() as u32,
            u32::from(layers.entity_type(m.entity).kind() == Kind::Place),
        ]);
        next += 2 * m.candidates.len();
    }
    for &(entity, why) in all.iter().flat_map(|m| &m.candidates) {
        flat.extend([entity.0, number(&Rule::ALL, why)]);
    }
    flat
}

const FOUND_STRIDE: usize = 4;

/// The array of these surface forms.
pub(super) fn candidates(all: &[FoundForm]) -> Vec<u32> {
    let mut flat = Vec::with_capacity(HEADER + all.len() * FOUND_STRIDE);
    flat.extend([all.len() as u32, FOUND_STRIDE as u32]);
    for f in all {
        let (start, end) = (f.span.start as u32, f.span.end as u32);
        flat.extend([start, end, f.entity.0, number(&Form::ALL, f.form)]);
    }
    flat
}

/// The number of a value is its place among all values.
fn number<T: PartialEq>(all: &[T], value: T) -> u32 {
    let place = all.iter().position(|v| *v == value);
    place.expect("every value is among all values") as u32
}
