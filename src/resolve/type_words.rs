//! Words beside a name that say what type of place it is: "Idlib city", "the city of Homs", "Aleppo and Idlib
//! provinces", "the provinces of Homs, Hama and Idlib".

use super::{Candidate, Scene};
use crate::{
    entity::EntityType,
    order::sorted,
    span::TokenSpan,
    vocabulary::{DIVISION, GOVERNOR, Meaning, TypeWord},
};

/// A span beside a type word, and the types that the word says.
type Said = (TokenSpan, &'static [EntityType]);

/// What type words say, in the order of the spans.
pub(super) struct TypeEvidence(Vec<Said>);

impl TypeEvidence {
    /// Whether the text says that what stands at `span` is of this type.
    #[inline]
    pub fn says(&self, span: TokenSpan, entity_type: EntityType) -> bool {
        let first = self.0.partition_point(|(s, _)| *s < span);
        self.0[first..]
            .iter()
            .take_while(|(s, _)| *s == span)
            .any(|(_, types)| types.contains(&entity_type))
    }
}

/// A list of names has at most so many items; what is longer is no list of places of one type.
const LONGEST_LIST: usize = 16;

/// The evidence of every type word of the document.
pub(super) fn evidence(scene: &Scene) -> TypeEvidence {
    let mut all = Vec::new();
    let mut seen = vec![false; scene.document.tokens().len()];
    for i in scene.candidates.iter().flat_map(|c| beside(scene, c)) {
        let word = match scene.document.meaning(i) {
            Some(Meaning::TypeWord(word)) => word,
            // "Belgorod governor", "the governor of Georgia".
            Some(GOVERNOR) => TypeWord {
                types: DIVISION,
                plural: scene.document.is(i, "governors"),
            },
            // "New York Attorney General", "the New York Legislature".
            Some(Meaning::Body) if is_of_division(scene, i) => TypeWord {
                types: DIVISION,
                plural: false,
            },
            _ => continue,
        };
        let first_time = !core::mem::replace(&mut seen[i], true);
        // In "United States" it says nothing about what stands beside; "Cusco region" is a name as well.
        let own = scene.positions.within_name(i) && scene.document.begins_with_capital(i);
        if first_time && !own {
            before(scene, i, word, &mut all);
            after(scene, i, word, &mut all);
        }
    }
    let order = sorted(all.len(), &|a, b| all[a].0.cmp(&all[b].0));
    TypeEvidence(order.into_iter().map(|i| all[i]).collect())
}

/// Whether a public body or an office is one that divisions have.
fn is_of_division(scene: &Scene, i: usize) -> bool {
    let is = |i: usize, word: &str| scene.document.is(i, word);
    is(i, "legislature") || is(i, "attorney") && is(i + 1, "general")
}

/// The tokens about a candidate of which a type word may be one: right behind it, and before "of" before it.
fn beside(scene: &Scene, c: &Candidate) -> impl Iterator<Item = usize> + use<> {
    let of = c.span.first.checked_sub(2);
    let of = of.filter(|&i| joins(scene, i + 1, Meaning::Of));
    of.into_iter().chain([c.span.end])
}

/// Names before the type word: "Idlib city", "Homs, Hama and Idlib provinces".
fn before(scene: &Scene, at: usize, word: TypeWord, all: &mut Vec<Said>) {
    let mut end = at;
    for item in 0..LONGEST_LIST {
        let Some(span) = longest(scene, scene.positions.ending_at(end), word) else {
            return;
        };
        all.push((span, word.types));
        // Back over "and" or ", and" before the last name, and over "," before the others.
        let mut next = span.first;
        if word.plural && item == 0 && joins(scene, next.wrapping_sub(1), Meaning::Conjunction) {
            next -= 1;
        }
        if word.plural && joins(scene, next.wrapping_sub(1), Meaning::Comma) {
            next -= 1;
        }
        if next == span.first {
            return;
        }
        end = next;
    }
}

/// Names after the type word and "of": "city of Idlib", "provinces of Homs, Hama and Idlib".
fn after(scene: &Scene, at: usize, word: TypeWord, all: &mut Vec<Said>) {
    if scene.document.meaning(at + 1) != Some(Meaning::Of) {
        return;
    }
    let mut first = at + 2;
    for _ in 0..LONGEST_LIST {
        let Some(span) = longest(scene, scene.positions.starting_at(first), word) else {
            return;
        };
        all.push((span, word.types));
        let comma = joins(scene, span.end, Meaning::Comma);
        let last = joins(scene, span.end + usize::from(comma), Meaning::Conjunction);
        first = span.end + usize::from(comma) + usize::from(last);
        if !word.plural || first == span.end {
            return;
        }
        if last {
            let name = longest(scene, scene.positions.starting_at(first), word);
            all.extend(name.map(|span| (span, word.types)));
            return;
        }
    }
}

fn joins(scene: &Scene, i: usize, by: Meaning) -> bool {
    scene.document.meaning(i) == Some(by)
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
