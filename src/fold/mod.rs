//! Folding: what counts as the same letter. One code for surface forms and haystacks.
//!
//! A folded word has no case, no diacritics, no apostrophes, no invisible characters and no vowel signs; spelling
//! differences beyond that (Assad, Asad) are the gazetteer's. Which characters make a word is decided in `words`.

mod table;

use table::{is_dropped_mark, is_word_mark, plain};

/// What a character does in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Part of a word of a script with spaces.
    Word,
    /// Part of a word of Katakana.
    Katakana,
    /// Part of a word of Hangul.
    Hangul,
    /// A word by itself: scripts without spaces.
    Single,
    /// Nothing: soft hyphens, zero-width and bidi marks, vowel signs, tatweel, combining diacritics.
    Invisible,
    /// An apostrophe or single quote.
    Apostrophe,
    /// A hyphen or short dash.
    Hyphen,
    /// White space other than a line's end.
    Space,
    /// A line's end.
    Newline,
    /// An end of a block.
    Block,
    /// Anything else.
    Other,
}

impl Class {
    /// Whether characters of this class make words.
    pub fn is_word(self) -> bool {
        matches!(
            self,
            Class::Word | Class::Katakana | Class::Hangul | Class::Single
        )
    }
}

/// The class of a character.
pub(crate) fn class(c: char) -> Class {
    if c.is_ascii() {
        return ASCII[c as usize];
    }
    match c {
        // The letters of most texts beyond ASCII: no need to ask the tables.
        '\u{C0}'..='\u{24F}' if c != '×' && c != '÷' => Class::Word,
        '\u{410}'..='\u{44F}' | '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' => Class::Word,
        '\u{2029}' => Class::Block,
        '\u{85}' | '\u{2028}' => Class::Newline,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{180E}' | '\u{200B}'..='\u{200F}' => {
            Class::Invisible
        }
        '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => Class::Invisible,
        '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | '′' | '´' | '＇' | '׳' => {
            Class::Apostrophe
        }
        '\u{2010}'..='\u{2013}' | '֊' | '־' | '﹣' | '－' => Class::Hyphen,
        // The dots and double hyphens between the words of a foreign name in Chinese and Japanese.
        '·' | '‧' | '・' | '･' | '゠' | '＝' => Class::Hyphen,
        // Quotation marks, dashes and bullets, which are in every text: no need to ask the tables.
        '\u{2014}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '«' | '»' => Class::Other,
        _ if is_dropped_mark(c) => Class::Invisible,
        // Vowel signs as letters by themselves, of which nothing is left.
        '\u{37A}' | '\u{FC5E}'..='\u{FC63}' | '\u{FCF2}'..='\u{FCF4}' => Class::Invisible,
        '\u{FE70}'..='\u{FE72}' | '\u{FE74}'..='\u{FE7F}' => Class::Invisible,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => {
            word_if(c, Class::Single)
        }
        '々' | '〆' | '〇' | '\u{3041}'..='\u{3098}' | '\u{309B}'..='\u{309F}' => Class::Single,
        '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' => {
            Class::Katakana
        }
        '\u{FF66}'..='\u{FF9F}' | VOICED | HALF_VOICED => Class::Katakana,
        '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}' => {
            Class::Hangul
        }
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => {
            Class::Single
        }
        '\u{20000}'..='\u{3FFFF}' => Class::Single,
        _ if c.is_whitespace() => Class::Space,
        _ => word_if(c, Class::Word),
    }
}

fn word_if(c: char, class: Class) -> Class {
    if c.is_alphanumeric() || is_word_mark(c) {
        class
    } else {
        Class::Other
    }
}

const ASCII: [Class; 128] = {
    let mut table = [Class::Other; 128];
    let mut i = 0;
    while i < 128 {
        let b = i as u8;
        table[i] = if b.is_ascii_alphanumeric() {
            Class::Word
        } else {
            match b {
                b'\n' | b'\r' => Class::Newline,
                0x0C => Class::Block,
                b' ' | b'\t' | 0x0B => Class::Space,
                b'\'' | b'`' => Class::Apostrophe,
                b'-' => Class::Hyphen,
                _ => Class::Other,
            }
        };
        i += 1;
    }
    table
};

/// Appends a word, folded. What makes no word (apostrophes, abbreviation dots, invisible characters) is left out.
pub(crate) fn fold_word(word: &str, out: &mut String) {
    for c in word.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                out.push(c.to_ascii_lowercase());
            }
        } else if class(c).is_word() {
            plain(c, |part| out.push(part));
        }
    }
}

/// The marks of Japanese syllables, which tell words apart.
const VOICED: char = '\u{3099}';
const HALF_VOICED: char = '\u{309A}';

/// Whether a character is the mark of a syllable of Japanese that stands before it.
pub(crate) fn is_syllable_mark(c: char) -> bool {
    matches!(c, VOICED | HALF_VOICED)
}

/// A mark that stands by itself, folded: apostrophes, quotation marks and dashes are written in many ways.
pub(crate) fn fold_mark(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' | '״' => '"',
        '—' | '―' => '-',
        _ if class(c) == Class::Apostrophe => '\'',
        _ if class(c) == Class::Hyphen => '-',
        _ => c,
    }
}

/// Whether a character is a diacritic or vowel sign of the letter before it.
pub(crate) fn is_sign(c: char) -> bool {
    !c.is_ascii() && is_dropped_mark(c)
}

/// Which letters of a word are capitals: all of its case that folding takes away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Casing {
    /// A bit for each of the first 64 characters, set for capitals.
    capitals: u64,
    /// Whether any letter is a small one.
    small: bool,
}

impl Casing {
    pub fn of(word: &str) -> Casing {
        let mut casing = Casing::default();
        if word.is_ascii() {
            let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
            for (i, b) in letters.enumerate() {
                casing.capitals |= u64::from(b.is_ascii_uppercase() && i < 64) << (i & 63);
                casing.small |= b.is_ascii_lowercase();
            }
            return casing;
        }
        let letters = word.chars().filter(|&c| class(c).is_word());
        for (i, c) in letters.enumerate() {
            if c.is_uppercase() && i < 64 {
                casing.capitals |= 1 << i;
            }
            casing.small |= c.is_lowercase();
        }
        casing
    }

    /// The case that `parts` gave.
    pub fn from_parts(capitals: u64, small: bool) -> Casing {
        Casing { capitals, small }
    }

    /// A bit for each capital, and whether there is a small letter.
    pub fn parts(self) -> (u64, bool) {
        (self.capitals, self.small)
    }

    /// Whether the first letter is a capital.
    pub fn begins_with_capital(self) -> bool {
        self.capitals & 1 == 1
    }

    /// Whether it has several capitals and no small letter.
    pub fn is_all_capitals(self) -> bool {
        self.capitals.count_ones() > 1 && !self.small
    }

    /// Whether any letter is a small one.
    pub fn has_small(self) -> bool {
        self.small
    }
}

/// Whether there is a word in the text at all.
pub(crate) fn has_word(text: &str) -> bool {
    text.chars().any(|c| class(c).is_word())
}

/// How many characters a text has. Smaller than what the standard library does, which is for long texts.
pub(crate) fn character_count(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> String {
        let mut out = String::new();
        fold_word(word, &mut out);
        out
    }

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for group in [
            &["Hay’at", "hay'at", "HAYʼAT", "Hay\u{AD}at", "hayat"][..],
            &["Türkiye", "Tu\u{308}rkiye", "TÜRKİYE", "turkiye"],
            &["Łódź", "lodz"],
            &["Straße", "STRASSE"],
            &["U.S.", "US"],
            &["Ἀθῆναι", "Αθηναι"],
            &["سُورِيَا", "سوريا", "ســوريا"],
            &["أحمد", "احمد"],
            &["علی", "علي", "على"],
            &["הָאָרֶץ", "הארץ"],
            &["ﬁn", "fin"],
            &["Ёлкин", "Елкин"],
            &["Ｓｙｒｉａ", "syria"],
            &["سورية", "سوریه", "سوریهٔ", "سوریۀ", "سوریھ"],
            &["ｼﾘｱ", "シリア"],
            &["ガザ", "ｶﾞｻﾞ", "カ\u{3099}サ\u{3099}"],
            &["ｳﾞｧﾊﾟ", "ヴァパ", "ウ\u{3099}ァハ\u{309A}"],
            &["が", "か\u{3099}"],
            &["Əliyev", "əliyev"],
            &["Đà Nẵng", "Da Nang"],
            &["Ɗan", "dan"],
            &["Αθήνας", "ΑΘΗΝΑΣ"],
        ] {
            for w in group {
                assert_eq!(folded(w), folded(group[0]), "{w}");
            }
        }
    }

    #[test]
    fn letters_that_tell_words_apart_stay() {
        assert_ne!(folded("ガス"), folded("カス"));
        assert_ne!(folded("की"), folded("का"));
        assert_eq!(folded("각"), "각");
    }

    #[test]
    fn folding_is_idempotent_and_leaves_something_of_every_letter() {
        for c in '\0'..=char::MAX {
            let once = folded(c.encode_utf8(&mut [0; 4]));
            assert_eq!(folded(&once), once, "U+{:04X}", c as u32);
            assert_eq!(class(c).is_word(), !once.is_empty(), "U+{:04X}", c as u32);
        }
    }
}
