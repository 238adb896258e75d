//! Words that are written short or joined to the next, told by their letters: "Gen.", "d'".

use crate::fold::{Class, class, is_sign};

/// The characters of a text that show.
pub(super) fn showing(text: &str) -> impl DoubleEndedIterator<Item = char> + '_ {
    text.chars().filter(|&c| class(c) != Class::Invisible)
}

/// The characters of a text that show, and their signs: "ś" is another letter than "s".
pub(super) fn letters(text: &str) -> impl DoubleEndedIterator<Item = char> + '_ {
    text.chars()
        .filter(|&c| class(c) != Class::Invisible || is_sign(c))
}

pub(super) fn is_one_letter(text: &str) -> bool {
    let mut letters = showing(text);
    matches!((letters.next(), letters.next()), (Some(c), None) if c.is_alphabetic())
}

/// Whether a word is another one of ASCII in small or capital letters.
pub(super) fn is(word: &str, other: &str) -> bool {
    let small = |c: char| c.to_ascii_lowercase();
    letters(word).map(small).eq(other.chars().map(small))
}

/// Whether this is an article or preposition that French and Italian join to the next word.
pub(super) fn elides(word: &str) -> bool {
    [
        "d", "l", "n", "m", "j", "t", "c", "qu", "dell", "all", "nell",
    ]
    .iter()
    .any(|e| is(word, e))
}

/// No abbreviation is longer, in bytes.
pub(super) const LONGEST_ABBREVIATION: usize = 4;

/// Titles and saints that are written short before a name.
pub(super) const ABBREVIATIONS: [&str; 24] = [
    "St", "Ste", "Dr", "Mr", "Mrs", "Ms", "Gen", "Col", "Lt", "Maj", "Sgt", "Capt", "Cmdr", "Adm",
    "Brig", "Sen", "Rep", "Gov", "Pres", "Prof", "Rev", "Hon", "Ft", "Mt",
];
