//! Names within longer names that nobody told us: "Paris Hilton", "Jordan Peterson", "Washington Post", "University
//! of Aleppo". What is only a part of such a name is not what it is called after.

use super::{Candidate, Need, Scene, bodies, compose, metonym, namesakes::is_behind_locative};
use crate::{
    entity::{EntityType, Form, Kind},
    span::TokenSpan,
    vocabulary::{DIVISION, Meaning},
    word_list,
    words::{Gap, TokenKind},
};

/// What stands about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It stands by itself.
    Whole,
    /// It ends a longer name, as a surname does.
    End,
    /// It begins a longer name or is within one.
    Other,
}

/// Whether a candidate is part of a longer name that is not known.
pub(super) fn part(scene: &Scene, c: &Candidate) -> Part {
    if c.form == Form::Demonym {
        return match is_of_compound_people(scene, c) {
            true => Part::Other,
            false => Part::Whole,
        };
    }
    let c = metonym::seat_of(scene, c);
    let followed = follows(scene, c);
    // Before a person stands many a title that nobody told us.
    let person = scene.entity_type(c.entity) == EntityType::Person;
    let preceded = !person && precedes(scene, c);
    match (preceded, followed) {
        (false, false) => Part::Whole,
        (false, true) if bodies::names_public_body(scene, c) => Part::Whole,
        (true, false) => Part::End,
        (_, true) => Part::Other,
    }
}

/// Whether rules about parts of names are for this candidate: places, and bodies by their full names.
#[inline]
pub(super) fn concerns(scene: &Scene, c: &Candidate) -> bool {
    let entity_type = scene.entity_type(c.entity);
    match c.form {
        Form::Name if entity_type == EntityType::Person => c.span.len() > 1,
        Form::Name | Form::Acronym | Form::Metonym => entity_type != EntityType::People,
        // What is joined with its state is a name of its own: "Indian Navy".
        Form::Short => entity_type != EntityType::Person && !compose::is_body(entity_type),
        Form::Demonym => entity_type.kind() == Kind::Place,
        Form::Native => false,
    }
}

/// Whether an adjective of a country stands beside that of another, as in "British Indians" and "African American":
/// those are names of peoples that are neither.
fn is_of_compound_people(scene: &Scene, c: &Candidate) -> bool {
    let (document, span) = (scene.document, c.span);
    let another = |o: &Candidate| {
        let place = scene.entity_type(o.entity).kind() == Kind::Place;
        o.form == Form::Demonym && place && o.entity != c.entity
    };
    let before = document.spaced(span.first) && scene.positions.ending_at(span.first).any(another);
    let behind = document.spaced(span.end) && scene.positions.starting_at(span.end).any(another);
    before || behind
}

/// Whether the words behind a candidate go on with its name.
pub(super) fn follows(scene: &Scene, c: &Candidate) -> bool {
    let (document, end) = (scene.document, c.span.end);
    let Some(next) = document.token(end) else {
        return false;
    };
    if document.meaning(end) == Some(Meaning::Money) {
        return c.form == Form::Acronym;
    }
    if next.kind == TokenKind::Mark {
        // "Texas A&M", "Marks & Spencer".
        return document.token_text(end) == "&"
            && scene.positions.starting_at(end + 1).next().is_none()
            && goes_on(scene, c, end + 1);
    }
    if next.kind != TokenKind::Word {
        return false;
    }
    if bodies::is_of_office(scene, c) {
        return false;
    }
    // "Walker County Fairgrounds": the division has its own type word already.
    if c.span.len() > 1 && divides(scene, c, end - 1) {
        return false;
    }
    // "Boeing 737".
    if scene.entity_type(c.entity) == EntityType::Company && document.spaced(end) {
        let first = document.token_text(end).as_bytes().first();
        return first.is_some_and(u8::is_ascii_digit) || goes_on(scene, c, end);
    }
    match document.meaning(end) {
        Some(Meaning::Of) => is_of_another_place(scene, c),
        // "Paredes de Nava".
        Some(Meaning::Particle) => is_unknown(scene, c, end + 1) && document.spaced(end),
        // "Hassan Sheikh Mohamud": a form of address stands before a name.
        Some(Meaning::Title(words)) => {
            let place = scene.entity_type(c.entity).kind() == Kind::Place;
            !place && words.is_empty() && is_unknown(scene, c, end)
        }
        Some(Meaning::Calendar | Meaning::Portfolio) => false,
        _ => goes_on(scene, c, end),
    }
}

/// "Royal Air Force of Oman": a body of another place than that of the one that is called so. "Gold Coast of Central
/// America": a place that does not lie there.
fn is_of_another_place(scene: &Scene, c: &Candidate) -> bool {
    let Some(owner) = compose::start_of_owner(scene.document, c.span.end) else {
        return false;
    };
    let places = || {
        let owners = scene.positions.starting_at(owner);
        owners.filter(|o| scene.entity_type(o.entity).kind() == Kind::Place)
    };
    let entity_type = scene.entity_type(c.entity);
    (compose::is_body(entity_type) || entity_type.kind() == Kind::Place)
        && places().next().is_some()
        && !places().any(|o| belongs_to(scene, c, o))
}

/// Whether a word says that a candidate is a division of its sort: "County".
fn divides(scene: &Scene, c: &Candidate, i: usize) -> bool {
    let says = match scene.document.meaning(i) {
        Some(Meaning::TypeWord(word)) => word.types == DIVISION,
        _ => false,
    };
    says && scene.entity_type(c.entity) == EntityType::Admin
}

/// Whether a word behind a candidate is of its name.
fn goes_on(scene: &Scene, c: &Candidate, i: usize) -> bool {
    if divides(scene, c, i) {
        return false;
    }
    // A type word of its own type is part of it: "Kano City".
    if let Some(Meaning::TypeWord(word)) = scene.document.meaning(i)
        && word.types.contains(&scene.entity_type(c.entity))
    {
        // And a body's behind it is not: "Wellington City Council".
        let title = matches!(scene.document.meaning(i + 1), Some(Meaning::Title(_)));
        return scene.document.spaced(i + 1) && !title && is_unknown(scene, c, i + 1);
    }
    is_unknown(scene, c, i)
}

/// Whether the words before a candidate begin its name.
fn precedes(scene: &Scene, c: &Candidate) -> bool {
    let document = scene.document;
    let Some(before) = c.span.first.checked_sub(1) else {
        return false;
    };
    let gap = document.token(c.span.first).map(|t| t.gap);
    // "Ray Miller, D-Columbus": a letter is no name.
    let letter = gap == Some(Gap::Hyphen) && document.token_text(before).len() == 1;
    if !document.is_word(before) || gap == Some(Gap::None) || letter {
        return false;
    }
    let place = scene.entity_type(c.entity).kind() == Kind::Place;
    // In "Bank of New York" is no York.
    let longer = TokenSpan {
        first: before,
        ..c.span
    };
    if place && scene.positions.at(longer, None).is_some() {
        return true;
    }
    match document.meaning(before) {
        // "University of Aleppo", "Gulf of Oman".
        Some(Meaning::Of) => is_head(scene, c, before),
        Some(Meaning::The) if place => {
            before > 0
                && document.meaning(before - 1) == Some(Meaning::Of)
                && is_head(scene, c, before - 1)
        }
        // "Pozo de Quilmes", "Dos Santos".
        Some(Meaning::Particle) => {
            document.begins_with_capital(before) || before > 0 && is_unknown(scene, c, before - 1)
        }
        // "Al-Sabah" is no "Sabah".
        Some(Meaning::Article) if gap == Some(Gap::Hyphen) => place,
        // "President Lincoln".
        Some(Meaning::Title(words)) => {
            place
                && document.begins_with_capital(before)
                && (c.need != Need::None || words.is_empty())
        }
        Some(Meaning::Calendar | Meaning::Portfolio | Meaning::The | Meaning::Conjunction) => false,
        // "North Texas".
        Some(Meaning::Starter) if scene.entity_type(c.entity) == EntityType::Admin => false,
        _ => is_unknown(scene, c, before) || is_first_name(scene, c, before),
    }
}

/// Whether the word that begins a sentence right before a town is a first name: nearly all other words that stand so
/// are small words of grammar, or adjectives by their endings.
fn is_first_name(scene: &Scene, c: &Candidate, i: usize) -> bool {
    let town = matches!(
        scene.entity_type(c.entity),
        EntityType::City | EntityType::District | EntityType::Admin
    );
    let small = town && c.need != Need::Short && scene.layers.population(c.entity) < GREAT;
    small && begins_as_first_name(scene, c, i)
}

/// Whether a word that begins a sentence right before a name is one that nobody told us, and no word of grammar.
pub(super) fn begins_as_first_name(scene: &Scene, c: &Candidate, i: usize) -> bool {
    let document = scene.document;
    let adjective = || {
        let word = document.folded(i);
        word_list::words(ENDINGS).any(|e| word.as_bytes().ends_with(e))
    };
    let known = || scene.positions.covering(i).any(|o| o.need == Need::None);
    document.meaning(i).is_none()
        && document.begins_sentence(i)
        && document.begins_with_capital(i)
        && !document.is_all_capitals(i)
        && document.spaced(c.span.first)
        && !known()
        && !adjective()
        && document.has_small_word_behind(c.span.end)
}

/// Endings of adjectives and adverbs.
const ENDINGS: &str = "ern ing ed al ous ful ly ward wide ish less side";

/// A city of so many people is meant by its name whoever is called so too.
pub(super) const GREAT: u32 = 1_000_000;

/// Whether the word before "of" is one that names bodies or land, or places of another type, with its capital.
fn is_head(scene: &Scene, c: &Candidate, of: usize) -> bool {
    let Some(head) = of.checked_sub(1) else {
        return false;
    };
    let capital = scene.document.begins_with_capital(head);
    match scene.document.meaning(head) {
        Some(Meaning::Head) => capital,
        Some(Meaning::TypeWord(word)) => {
            capital && !word.types.contains(&scene.entity_type(c.entity))
        }
        // "Chamber of Commerce of Panama", but "Max Baucus of Montana".
        None => {
            let whose = head.checked_sub(1).filter(|_| scene.document.spaced(head));
            let person = whose.is_some_and(|w| scene.document.begins_with_capital(w));
            !person && is_unknown(scene, c, head)
        }
        Some(_) => false,
    }
}

/// Whether a word beside a candidate is of an unknown name: its capital tells that it is a name, and none that it
/// might be is sure.
fn is_unknown(scene: &Scene, c: &Candidate, i: usize) -> bool {
    let document = scene.document;
    if document.token(i).is_none() || !document.begins_with_capital(i) {
        return false;
    }
    let person = scene.entity_type(c.entity) == EntityType::Person;
    let known = |other: &Candidate| {
        let apart = other.span.end <= c.span.first || c.span.end <= other.span.first;
        let sure = match other.form {
            Form::Acronym => other.need == Need::None,
            _ => matches!(other.need, Need::None | Need::Short),
        };
        // "Han Dong-hoon": what ends at a hyphen behind a surname is half of a given name.
        let whole = !person || !document.is_hyphenated(other.span.end);
        apart && sure && whole && stands_beside(scene, c, other)
    };
    !scene.positions.covering(i).any(known) && document.capital_tells(i)
}

/// Whether names of these entities stand beside each other without a comma: two towns do not.
fn stands_beside(scene: &Scene, c: &Candidate, other: &Candidate) -> bool {
    let [a, b] = [c, other].map(|c| scene.entity_type(c.entity));
    let divides = |t: EntityType| matches!(t, EntityType::Country | EntityType::Region);
    // Who stands beside the name of a town is called so: "Lee Sang".
    if a == EntityType::Person && b.kind() == Kind::Place {
        return divides(b);
    }
    // "Charles Santiago" is no Charles in Santiago.
    if a.kind() == Kind::Place && b == EntityType::Person && other.form == Form::Short {
        return divides(a) || c.need == Need::None && is_behind_locative(scene, c);
    }
    // "Dhaka Metropolitan Police" is not London's.
    let place = b.kind() == Kind::Place || other.form == Form::Metonym;
    if compose::is_body(a) && place && other.span.end <= c.span.first {
        return belongs_to(scene, c, other);
    }
    // "Lahore-Karachi highway".
    let between = c.span.first.max(other.span.first);
    let joined =
        c.need == Need::None && other.need == Need::None && scene.document.is_hyphenated(between);
    joined
        || a.kind() != Kind::Place
        || b.kind() != Kind::Place
        || other.form == Form::Demonym
        || divides(a)
        || divides(b)
        || scene.layers.containers(c.entity).contains(&other.entity)
        || scene.layers.containers(other.entity).contains(&c.entity)
}

/// Whether a body belongs to a place, or to what the place lies in.
fn belongs_to(scene: &Scene, body: &Candidate, place: &Candidate) -> bool {
    let owners = scene.layers.related(body.entity);
    let within = scene.layers.containers(place.entity);
    owners.contains(&place.entity) || owners.iter().any(|o| within.contains(o))
}

/// The span of a name with the type word that belongs to it by its capital ("Kano City", "City of Johannesburg"), and
/// without one in small letters ("Thai Nguyen province").
pub(super) fn with_type_word(scene: &Scene, c: &Candidate) -> TokenSpan {
    let (document, span) = (scene.document, c.span);
    if !matches!(c.form, Form::Name | Form::Short)
        || scene.entity_type(c.entity).kind() != Kind::Place
    {
        return span;
    }
    // "Mexico City" is no town called Mexico, and "Manchester City" is a club.
    let mut beside = scene.positions.starting_at(span.first);
    if beside.any(|o| o.span.end > span.end) {
        return span;
    }
    let fits = |i: usize| match document.meaning(i) {
        Some(Meaning::TypeWord(word)) => {
            !word.plural && word.types.contains(&scene.entity_type(c.entity))
        }
        _ => false,
    };
    let belongs =
        |i: usize| fits(i) && document.begins_with_capital(i) && document.capital_tells(i);
    if span.len() > 1 && fits(span.end - 1) && !document.begins_with_capital(span.end - 1) {
        return TokenSpan {
            end: span.end - 1,
            ..span
        };
    }
    // "Ohio Department of Transportation" is no department of France's sort.
    // And in "Wellington City Council" it is the council's.
    let next = document.meaning(span.end + 1);
    let divides = !matches!(next, Some(Meaning::Of | Meaning::Body | Meaning::Title(_)))
        && !is_unknown(scene, c, span.end + 1);
    // "Cook County State's Attorney".
    let divided = span.len() > 1 && fits(span.end - 1);
    if document.spaced(span.end) && belongs(span.end) && divides && !divided {
        return TokenSpan {
            end: span.end + 1,
            ..span
        };
    }
    let of = span.first.checked_sub(2);
    // "Islamic Emirate of Afghanistan" is another name.
    let longer = |i: usize| i > 0 && document.spaced(i) && is_unknown(scene, c, i - 1);
    // And the Republic of China is Taiwan.
    let known = |first: usize| {
        scene
            .positions
            .at(TokenSpan { first, ..span }, None)
            .is_some()
    };
    let of = of.filter(|&i| {
        document.meaning(i + 1) == Some(Meaning::Of) && belongs(i) && !longer(i) && !known(i)
    });
    TokenSpan {
        first: of.unwrap_or(span.first),
        ..span
    }
}
