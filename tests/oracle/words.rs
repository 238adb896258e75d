//! The oracle's words, after what `src/words/` says of them, without any of its fast ways: what does not show is
//! taken out first, and the rest is looked at character by character.

use super::letters::{Sort, fold_mark, fold_word, is_sign, sort};

/// A word, a possessive ending, a mark or the end of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The first byte and one past the last.
    pub bytes: (usize, usize),
    pub text: String,
    pub kind: Kind,
    /// What it is looked for by.
    pub folded: String,
    /// Whether a hyphen joins it to the word before.
    pub joined: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    Possessive,
    Mark,
    Block,
}

/// The pieces of a text.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut shown: Vec<Shown> = Vec::new();
    for (at, c) in text.char_indices() {
        match shown.last_mut() {
            Some(letter) if is_sign(c) => letter.signs.push(c),
            _ if sort(c) == Sort::Invisible => {}
            _ => shown.push(Shown {
                at,
                c,
                signs: String::new(),
            }),
        }
    }
    let mut reader = Reader {
        text,
        shown,
        pieces: Vec::new(),
        last_word: None,
    };
    let mut at = 0;
    while at < reader.shown.len() {
        at = reader.next(at);
    }
    reader.pieces
}

/// A character that shows.
struct Shown {
    /// The byte at which it stands.
    at: usize,
    c: char,
    /// The accents or vowel signs that stand behind it.
    signs: String,
}

struct Reader<'t> {
    text: &'t str,
    shown: Vec<Shown>,
    pieces: Vec<Piece>,
    /// From where to where in `shown` the last piece reaches, where that is a word.
    last_word: Option<(usize, usize)>,
}

impl Reader<'_> {
    fn char(&self, at: usize) -> Option<char> {
        self.shown.get(at).map(|s| s.c)
    }

    fn sort(&self, at: usize) -> Option<Sort> {
        self.char(at).map(sort)
    }

    fn is_word(&self, at: usize) -> bool {
        self.sort(at).is_some_and(Sort::is_word)
    }

    /// What shows between two places, with its signs.
    fn string(&self, from: usize, to: usize) -> String {
        let shown = self.shown[from..to].iter();
        shown.map(|s| format!("{}{}", s.c, s.signs)).collect()
    }

    /// Reads what begins at `at`, and says where the next begins.
    fn next(&mut self, at: usize) -> usize {
        let touches = self.last_word.is_some_and(|(_, end)| end == at);
        let end = at + 1;
        match sort(self.shown[at].c) {
            Sort::Invisible => unreachable!("it was taken out"),
            Sort::Ideograph => self.add(Kind::Word, at, end),
            kind @ (Sort::Letter | Sort::Hangul | Sort::Katakana) => {
                self.add(Kind::Word, at, self.word_end(at, kind))
            }
            Sort::Space | Sort::Line | Sort::Block => self.space(at),
            Sort::Hyphen if touches && self.is_word(self.behind_sign(end)) => self.behind_sign(end),
            Sort::Apostrophe if touches && self.is_s(end) => {
                self.add(Kind::Possessive, at, end + 1)
            }
            Sort::Apostrophe if touches && self.is_word(end) => end,
            Sort::Apostrophe if touches && self.ends_as_plural() => {
                self.add(Kind::Possessive, at, end)
            }
            _ if self.char(at) == Some('.') && touches && self.is_abbreviation(end) => end,
            _ => self.add(Kind::Mark, at, end),
        }
    }

    /// White space: it ends a block where it has two ends of lines.
    fn space(&mut self, at: usize) -> usize {
        let mut end = at;
        while let Some(Sort::Space | Sort::Line | Sort::Block) = self.sort(end) {
            end += 1;
        }
        let written = self.string(at, end).replace("\r\n", "\n");
        let lines = written.chars().filter(|&c| sort(c) == Sort::Line).count();
        match lines > 1 || written.contains('\u{2029}') {
            true => self.add(Kind::Block, at, end),
            false => end,
        }
    }

    /// Behind the sign of an Arabic letter, if one stands at `at` ("al-‘Ayn").
    fn behind_sign(&self, at: usize) -> usize {
        at + usize::from(self.sort(at) == Some(Sort::Apostrophe))
    }

    /// Whether a word ends with an `s` at `at`.
    fn is_s(&self, at: usize) -> bool {
        let bare = self.shown.get(at).is_some_and(|s| s.signs.is_empty());
        matches!(self.char(at), Some('s' | 'S')) && bare && !self.is_word(at + 1)
    }

    /// The word before.
    fn last_word(&self) -> String {
        let (from, to) = self.last_word.unwrap_or_default();
        self.string(from, to)
    }

    /// Whether the word before ends as plurals and some names do, of which the possessive is an apostrophe alone.
    fn ends_as_plural(&self) -> bool {
        self.last_word().ends_with(['s', 'S', 'z', 'x'])
    }

    /// Whether a dot that ends at `end` is that of a word written short before another: a capital alone, or a title.
    fn is_abbreviation(&self, end: usize) -> bool {
        let word = self.last_word();
        let alone = self.last_word.is_some_and(|(from, to)| to - from == 1);
        let short = alone || TITLES.contains(&&*word.to_lowercase());
        let next = (end..).find(|&i| !matches!(self.char(i), Some(' ' | '\u{A0}')));
        word.starts_with(char::is_uppercase) && short && next.is_some_and(|i| self.is_word(i))
    }

    /// Where the word that begins at `start` ends.
    fn word_end(&self, start: usize, kind: Sort) -> usize {
        let mut end = start + 1;
        // Initials, with a dot after each but perhaps the last: "U.S.", "J.R".
        let dot = |at: usize| self.char(at) == Some('.');
        while self.is_letter(end - 1) && dot(end) && self.stands_alone(end + 1, kind) {
            end += 2;
        }
        if end > start + 1 && dot(end) {
            return end + 1;
        }
        // Letters, digits, and apostrophes between letters.
        while self.goes_on(start, end, kind) {
            end += 1;
        }
        end
    }

    fn is_letter(&self, at: usize) -> bool {
        self.char(at).is_some_and(char::is_alphabetic)
    }

    fn stands_alone(&self, at: usize, kind: Sort) -> bool {
        self.is_letter(at) && self.sort(at) == Some(kind) && !self.is_word(at + 1)
    }

    /// Whether the word from `start` goes on with the character at `at`.
    fn goes_on(&self, start: usize, at: usize, kind: Sort) -> bool {
        if self.sort(at) == Some(Sort::Apostrophe) && kind == Sort::Letter {
            let article = ARTICLES.contains(&&*self.string(start, at).to_lowercase());
            return self.sort(at + 1) == Some(Sort::Letter) && !self.is_s(at + 1) && !article;
        }
        self.sort(at) == Some(kind) || self.char(at).is_some_and(char::is_numeric)
    }

    /// Adds a piece, and says where the next begins.
    fn add(&mut self, kind: Kind, from: usize, to: usize) -> usize {
        let (start, last) = (self.shown[from].at, &self.shown[to - 1]);
        let mut end = last.at + last.c.len_utf8();
        // The signs of the last letter are part of it.
        if matches!(kind, Kind::Word | Kind::Possessive) {
            let signs = self.text[end..].chars().take_while(|&c| is_sign(c));
            end += signs.map(char::len_utf8).sum::<usize>();
        }
        let folded = match kind {
            Kind::Word => fold_word(&self.text[start..end]),
            Kind::Possessive => "'s".to_owned(),
            Kind::Mark => fold_mark(last.c).to_string(),
            Kind::Block => String::new(),
        };
        let joined = self.last_word.is_some_and(|(_, end)| {
            let between = &self.shown[end..from];
            between.iter().any(|s| sort(s.c) == Sort::Hyphen)
        });
        self.pieces.push(Piece {
            joined,
            bytes: (start, end),
            text: self.text[start..end].to_owned(),
            kind,
            folded,
        });
        self.last_word = (kind == Kind::Word).then_some((from, to));
        to
    }
}

/// Articles and prepositions of French and Italian that lose their vowel before another.
const ARTICLES: [&str; 11] = [
    "d", "l", "n", "m", "j", "t", "c", "qu", "dell", "all", "nell",
];

/// Titles and saints that are written short before a name.
const TITLES: [&str; 24] = [
    "st", "ste", "dr", "mr", "mrs", "ms", "gen", "col", "lt", "maj", "sgt", "capt", "cmdr", "adm",
    "brig", "sen", "rep", "gov", "pres", "prof", "rev", "hon", "ft", "mt",
];
