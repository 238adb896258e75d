//! Names of persons within the names of others: "Omar Abdi" is not Mazloum Abdi, "Lee Sang-min" is no other Lee, and
//! "R. Assad" is not Bashar.

use super::{Candidate, Need, Scene, longer};
use crate::{
    entity::{EntityType, Form},
    fold::character_count,
    span::TokenSpan,
    vocabulary::Meaning,
    words::Gap,
};

/// Whether a surname stands beside another first name.
pub(super) fn is_someone_elses(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    if scene.entity_type(c.entity) != EntityType::Person {
        return false;
    }
    let gap = document.token(c.span.first).map(|t| t.gap);
    let Some(mut before) = c.span.first.checked_sub(1) else {
        return false;
    };
    if gap == Some(Gap::None) {
        return false;
    }
    // "Gabriela de Bukele".
    while before > 0 && document.meaning(before) == Some(Meaning::Particle) {
        before -= 1;
    }
    if !document.is_word(before) {
        return false;
    }
    let known = matches!(
        document.meaning(before),
        Some(
            Meaning::Title(_)
                | Meaning::Calendar
                | Meaning::Article
                | Meaning::The
                | Meaning::Conjunction
                | Meaning::Of
        )
    );
    // "Syria Assad", "Hamas Sinwar": what stands before is a name by itself; "Santiago Perez" is another's.
    let whole = |o: &Candidate| {
        let town = o.form == Form::Metonym || scene.entity_type(o.entity) == EntityType::City;
        o.need == Need::None && !town
    };
    let named = || scene.positions.ending_at(before + 1).any(whole);
    let capital =
        || document.capital_tells(before) || longer::begins_as_first_name(scene, c, before);
    !known && capital() && !named() && !has(scene, c, before)
}

/// The surname with the initials before it ("V. Putin", "L.Oyun-Erdene"); `None` where they are those of another.
pub(super) fn with_initials(scene: &Scene, c: Candidate) -> Option<Candidate> {
    let document = scene.document;
    let mut first = c.span.first;
    while let Some(initial) = initial_before(scene, first) {
        let letter = document.folded(initial);
        let own = scene.has_in_names(c.entity, &|word| word.starts_with(letter.as_str()));
        // "Joseph R. Biden".
        let middle = initial > 0 && document.is_word(initial - 1) && has(scene, &c, initial - 1);
        if middle {
            first = initial - 1;
            break;
        }
        if !own {
            return None;
        }
        first = initial;
    }
    let span = TokenSpan { first, ..c.span };
    Some(Candidate { span, ..c })
}

/// The letter that stands with its dot before a token.
fn initial_before(scene: &Scene, first: usize) -> Option<usize> {
    let document = scene.document;
    let letter = first.checked_sub(1)?;
    let end = document.token(letter)?.span().end;
    let one = document.is_word(letter)
        && document.begins_with_capital(letter)
        && character_count(document.token_text(letter)) == 1;
    let dotted = document.text.as_bytes().get(end) == Some(&b'.');
    // "World War I. Assad": that is the end of a sentence, if anything.
    let numeral = document.spaced(first)
        && document.token_text(letter) == "I"
        && letter > 0
        && document.capital_tells(letter - 1);
    (one && dotted && !numeral).then_some(letter)
}

/// Whether a token is of the names of the candidate's entity.
fn has(scene: &Scene, c: &Candidate, i: usize) -> bool {
    let folded = scene.document.folded(i);
    scene.has_in_names(c.entity, &|word| word == folded)
}
