//! Words beside a name that say what type of place it is: "Idlib city", "the city of Homs", "Aleppo and Idlib
//! provinces", "the provinces of Homs, Hama and Idlib".

use super::{
    Candidate, Scene,
    order::{key, order},
    positions::Positions,
    vocabulary::{Meaning, TypeWord, meaning},
};
use crate::{document::Document, entity::EntityType, span::TokenSpan};

/// The types that type words say of the spans beside them, in the order of the spans.
#[derive(Default)]
pub(super) struct TypeEvidence(Vec<(TokenSpan, &'static [EntityType])>);

impl TypeEvidence {
    /// Whether the text says that what stands at `span` is of this type.
    pub fn says(&self, span: TokenSpan, entity_type: EntityType) -> bool {
        let first = self.0.partition_point(|(s, _)| *s < span);
        self.0[first..]
            .iter()
            .take_while(|(s, _)| *s == span)
            .any(|(_, types)| types.contains(&entity_type))
    }
}

/// The evidence of every type word of the document.
pub(super) fn evidence(document: &Document, scene: &Scene, positions: &Positions) -> TypeEvidence {
    let mut all = TypeEvidence::default();
    for i in 0..document.token_count() {
        if let Some(Meaning::TypeWord(word)) = meaning(document.word(i)) {
            before(document, scene, positions, i, word, &mut all);
            after(document, scene, positions, i, word, &mut all);
        }
    }
    let order = order(all.0.iter().map(|(s, _)| key(s.first, s.end)));
    TypeEvidence(order.into_iter().map(|i| all.0[i]).collect())
}

/// Names before the type word: "Idlib city", "Homs, Hama and Idlib provinces".
fn before(
    document: &Document,
    scene: &Scene,
    positions: &Positions,
    at: usize,
    word: TypeWord,
    all: &mut TypeEvidence,
) {
    let mut end = at;
    while let Some(span) = longest(scene, positions.ending_at(end), word) {
        all.0.push((span, word.types));
        // Back over ",", "and" or ", and".
        let mut next = span.first;
        while word.plural && next > 0 && joins(document, next - 1) {
            next -= 1;
        }
        if next == span.first {
            return;
        }
        end = next;
    }
}

/// Names after the type word and "of": "city of Idlib", "provinces of Homs, Hama and Idlib".
fn after(
    document: &Document,
    scene: &Scene,
    positions: &Positions,
    at: usize,
    word: TypeWord,
    all: &mut TypeEvidence,
) {
    if meaning(document.word(at + 1)) != Some(Meaning::Of) {
        return;
    }
    let mut first = at + 2;
    while let Some(span) = longest(scene, positions.starting_at(first), word) {
        all.0.push((span, word.types));
        let mut next = span.end;
        while word.plural && joins(document, next) {
            next += 1;
        }
        if next == span.end {
            return;
        }
        first = next;
    }
}

fn joins(document: &Document, i: usize) -> bool {
    matches!(
        meaning(document.word(i)),
        Some(Meaning::Conjunction | Meaning::Comma)
    )
}

/// The longest of these spans that can be a place of the word's types.
fn longest<'c>(
    scene: &Scene,
    candidates: impl Iterator<Item = &'c Candidate>,
    word: TypeWord,
) -> Option<TokenSpan> {
    candidates
        .filter(|c| word.types.contains(&scene.entity_type(c.entity)))
        .map(|c| c.span)
        .max_by_key(|s| s.len())
}
