//! The oracle's letters: what a character does in text, and what counts as the same letter. Written with the
//! decompositions of Unicode and a few lines of exceptions, for the characters that the tests' texts are made of.

use unicode_normalization::{UnicodeNormalization as _, char::canonical_combining_class};

/// What a character does in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A letter or digit of a script that has spaces.
    Letter,
    /// A letter of Korean, which is written with spaces but runs on from other scripts without.
    Hangul,
    /// A syllable of Katakana, which stands beside other letters without a space.
    Katakana,
    /// A character that is a word by itself.
    Ideograph,
    Apostrophe,
    Hyphen,
    /// A space or tab.
    Space,
    /// The end of a line.
    Line,
    /// The end of a block.
    Block,
    /// What does not show: accents that stand apart, vowel signs, soft hyphens, direction marks.
    Invisible,
    /// Any other character.
    Mark,
}

impl Sort {
    /// Whether words are made of it.
    pub fn is_word(self) -> bool {
        matches!(
            self,
            Sort::Letter | Sort::Hangul | Sort::Katakana | Sort::Ideograph
        )
    }
}

/// What a character does in text.
pub fn sort(c: char) -> Sort {
    match c {
        '\'' | '’' | '‘' => Sort::Apostrophe,
        '・' | '·' => Sort::Hyphen,
        '-' | '\u{2010}' | '\u{2011}' | '–' => Sort::Hyphen,
        '\n' | '\r' => Sort::Line,
        '\u{2029}' => Sort::Block,
        '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200F}' | '\u{640}' => Sort::Invisible,
        '\u{4E00}'..='\u{9FFF}' => Sort::Ideograph,
        '\u{AC00}'..='\u{D7A3}' => Sort::Hangul,
        '\u{30A1}'..='\u{30FA}' | 'ー' | '\u{FF66}'..='\u{FF9F}' => Sort::Katakana,
        // The marks of syllables.
        '\u{3099}' | '\u{309A}' => Sort::Katakana,
        _ if is_sign(c) => Sort::Invisible,
        _ if c.is_alphanumeric() => Sort::Letter,
        _ if c.is_whitespace() => Sort::Space,
        _ => Sort::Mark,
    }
}

/// Whether a character is an accent or vowel sign of the letter before it, without which that is the same letter.
pub fn is_sign(c: char) -> bool {
    canonical_combining_class(c) != 0 && !matches!(c, '\u{3099}' | '\u{309A}')
}

/// A word without its case, accents, apostrophes and dots.
pub fn fold_word(word: &str) -> String {
    let letters = word.chars().filter(|&c| sort(c).is_word());
    let bare = letters.nfkd().filter(|&c| !is_sign(c));
    bare.flat_map(char::to_lowercase).map(unmarked).collect()
}

/// Letters that are other letters with a mark, though Unicode does not take them apart; endings of Arabic words that
/// are written in two ways; and letters of Persian.
fn unmarked(c: char) -> char {
    match c {
        'ł' => 'l',
        'ø' => 'o',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        c => c,
    }
}

/// A mark, as one of those that are the same.
pub fn fold_mark(c: char) -> char {
    match (sort(c), c) {
        (Sort::Apostrophe, _) => '\'',
        (Sort::Hyphen, _) | (_, '—') => '-',
        (_, '“' | '”') => '"',
        _ => c,
    }
}
