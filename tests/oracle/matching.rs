//! The oracle's search: every surface form of every layer is tried at every place of the text, and what is cased
//! otherwise, forbidden by its contexts, replaced or muted is left out.

use namelight::{CaseRule, Entity, EntityType, Form, Mute, SurfaceForm};

use super::{
    joined::{self, Word},
    letters::sort,
    words::{Kind, Piece, pieces},
};

/// A gazetteer that is laid over those before it.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    pub entities: Vec<Entity>,
    pub mutes: Vec<Mute>,
}

/// A surface form that stands in the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The first byte and one past the last.
    pub bytes: (usize, usize),
    pub entity: String,
    pub form: Form,
    /// The first piece and one past the last.
    pub pieces: (usize, usize),
    /// Whether something was taken off its first or last word.
    pub joined: bool,
}

/// Every surface form in the text that is cased and allowed as it stands, in the order of the text.
pub fn candidates(layers: &[Layer], text: &str) -> Vec<Found> {
    let text = joined::words(pieces(text), &|words| everything(layers, words));
    let mut all = Vec::new();
    for (number, layer) in layers.iter().enumerate() {
        let above = &layers[number + 1..];
        for entity in layer.entities.iter().filter(|e| !is_silent(e, above)) {
            for form in forms(entity) {
                let places = places(&form.text, &text).into_iter();
                let allowed = places.filter(|&at| {
                    is_cased(&form, &written(at, &text))
                        && has_what_it_needs(entity, &form, at, &text)
                        && !is_forbidden(&form, at, &text)
                        && !is_muted(entity, at, above, &text)
                });
                all.extend(allowed.map(|at| Found {
                    bytes: span(at, &text),
                    entity: entity.id.clone(),
                    form: form.form,
                    pieces: at,
                    joined: written(at, &text) != whole(at, &text),
                }));
            }
        }
    }
    all.sort();
    all
}

/// The name and the other surface forms of an entity.
pub fn forms(entity: &Entity) -> Vec<SurfaceForm> {
    let name = SurfaceForm::from_text(entity.name.clone());
    [&[name], &entity.names[..]].concat()
}

/// What a name or phrase is looked for by.
pub fn pattern(name: &str) -> Vec<String> {
    pieces(name).into_iter().map(|p| p.folded).collect()
}

/// Where any name stands as it is cased, or any phrase.
fn everything(layers: &[Layer], text: &[Word]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for layer in layers {
        for form in layer.entities.iter().flat_map(forms) {
            let cased = |at: &(usize, usize)| is_cased(&form, &written(*at, text));
            all.extend(places(&form.text, text).into_iter().filter(cased));
            let phrases = form.needs.iter().chain(&form.not);
            all.extend(phrases.flat_map(|phrase| places(phrase, text)));
        }
        let muted = layer.mutes.iter().filter_map(|m| m.text.as_ref());
        all.extend(muted.flat_map(|muted| places(muted, text)));
    }
    all
}

/// Where a name or phrase stands in a text, however it is cased.
fn places(name: &str, text: &[Word]) -> Vec<(usize, usize)> {
    joined::places(&pattern(name), text)
}

/// Where a context stands: one that is written with a capital only where the text has one.
fn context_places(phrase: &str, text: &[Word]) -> Vec<(usize, usize)> {
    let capital = |piece: &Piece| {
        let first = piece.text.chars().find(|&c| sort(c).is_word());
        piece.kind == Kind::Word && first.is_some_and(char::is_uppercase)
    };
    let written = pieces(phrase).first().is_some_and(capital);
    let mut there = places(phrase, text);
    there.retain(|at| !written || capital(&text[at.0].whole));
    there
}

/// The pieces of a text at a place.
fn whole(at: (usize, usize), text: &[Word]) -> Vec<Piece> {
    text[at.0..at.1].iter().map(|w| w.whole.clone()).collect()
}

/// The pieces of a name at a place of a text, without what is joined to it.
fn written(at: (usize, usize), text: &[Word]) -> Vec<Piece> {
    let mut pieces = whole(at, text);
    if let Some(last) = &text[at.1 - 1].as_last {
        pieces[at.1 - at.0 - 1] = last.clone();
    }
    if let Some(first) = &text[at.0].as_first {
        pieces[0] = first.clone();
    }
    pieces
}

/// The bytes of a name at a place of a text.
fn span(at: (usize, usize), text: &[Word]) -> (usize, usize) {
    let written = written(at, text);
    (written[0].bytes.0, written[written.len() - 1].bytes.1)
}

/// Whether an entity is replaced or silenced by what is laid over it.
fn is_silent(entity: &Entity, above: &[Layer]) -> bool {
    above.iter().any(|layer| {
        let mut mutes = layer.mutes.iter();
        layer.entities.iter().any(|e| e.id == entity.id)
            || mutes.any(|m| m.text.is_none() && m.entity.as_ref() == Some(&entity.id))
    })
}

/// Whether something laid over an entity silences what is written at a place.
fn is_muted(entity: &Entity, at: (usize, usize), above: &[Layer], text: &[Word]) -> bool {
    above.iter().flat_map(|layer| &layer.mutes).any(|mute| {
        let whose = mute.entity.as_ref().is_none_or(|id| *id == entity.id);
        let written = mute.text.as_ref();
        whose && written.is_some_and(|written| places(written, text).contains(&at))
    })
}

/// Whether the words of a text are cased as a form asks.
fn is_cased(form: &SurfaceForm, text: &[Piece]) -> bool {
    let words = |pieces: &[Piece]| -> Vec<(bool, Vec<char>)> {
        let words = pieces.iter().filter(|p| p.kind == Kind::Word);
        let letters = |p: &Piece| p.text.chars().filter(|&c| sort(c).is_word()).collect();
        words.map(|p| (p.joined, letters(p))).collect()
    };
    let capital = |c: &char| c.is_uppercase();
    let small = |c: &char| c.is_lowercase();
    let same = |form: Vec<char>, text: Vec<char>| match CaseOf::of(&form) {
        CaseOf::AllCapitals => !text.iter().any(small),
        CaseOf::Capitalised => text.first().is_some_and(capital),
        CaseOf::Small => true,
    };
    let capitals = |word: &[char]| -> Vec<usize> {
        let at = (0..word.len()).filter(|&i| word[i].is_uppercase());
        at.collect()
    };
    let (of_form, of_text) = (words(&pieces(&form.text)), words(text));
    // What a hyphen joins to a word with a capital needs none.
    let begin = |i: usize| of_text[i].1.first().is_some_and(capital);
    let joined: Vec<bool> = (0..of_text.len())
        .map(|i| i > 0 && of_text[i].0 && begin(i - 1))
        .collect();
    let mut both = of_form
        .into_iter()
        .zip(of_text.clone())
        .map(|((_, f), (_, t))| (f, t));
    match form.case {
        CaseRule::Any => true,
        CaseRule::Exact => both.all(|(f, t)| capitals(&f) == capitals(&t)),
        CaseRule::Proper => {
            let mut both = both.zip(joined);
            both.all(|((f, t), joined)| {
                let capitalised = matches!(CaseOf::of(&f), CaseOf::Capitalised);
                joined && capitalised || same(f, t)
            })
        }
    }
}

/// How a word of a form is cased.
enum CaseOf {
    /// Several capitals and nothing small: the text must have nothing small either.
    AllCapitals,
    /// A capital at first: the text must have one there too.
    Capitalised,
    /// A small word of a name, which the text may capitalise.
    Small,
}

impl CaseOf {
    fn of(word: &[char]) -> CaseOf {
        let capitals = word.iter().filter(|c| c.is_uppercase()).count();
        if capitals > 1 && !word.iter().any(|c| c.is_lowercase()) {
            CaseOf::AllCapitals
        } else if word.first().is_some_and(|c| c.is_uppercase()) {
            CaseOf::Capitalised
        } else {
            CaseOf::Small
        }
    }
}

/// Whether one of the phrases that a form needs stands somewhere else in the text. Short forms and initials, but for
/// those of divisions, may have better evidence, so that is asked of them later.
fn has_what_it_needs(
    entity: &Entity,
    form: &SurfaceForm,
    at: (usize, usize),
    text: &[Word],
) -> bool {
    let asked_later = match form.form {
        Form::Short => true,
        Form::Acronym => entity.entity_type != EntityType::Admin,
        _ => false,
    };
    let elsewhere = |phrase: &String| {
        let mut there = context_places(phrase, text).into_iter();
        there.any(|p| !(at.0 <= p.0 && p.1 <= at.1))
    };
    asked_later || form.needs.is_empty() || form.needs.iter().any(elsewhere)
}

/// Whether a phrase that forbids a form covers it.
fn is_forbidden(form: &SurfaceForm, at: (usize, usize), text: &[Word]) -> bool {
    let covers = |phrase: &String| {
        let mut there = context_places(phrase, text).into_iter();
        there.any(|p| p.0 <= at.0 && at.1 <= p.1)
    };
    form.not.iter().any(covers)
}
