//! Which tokens a name may begin at, told without looking a word up. Most words of a text are in small letters, and
//! few names begin so.

use crate::{
    fold::fold_mark,
    word_index::first_letters,
    words::{Token, TokenKind},
};

/// What names of some lexicons begin with, apart from capitals. It may say yes to other words, and never says no to
/// one that is there.
#[derive(Clone)]
pub(crate) struct Starts {
    /// Bits for the plain words that a name begins with in small letters, by their letters.
    small: [u64; SETS],
    /// Bits for the marks of ASCII that a name begins with.
    marks: u128,
}

const SETS: usize = 256;

impl Default for Starts {
    fn default() -> Self {
        Starts {
            small: [0; SETS],
            marks: 0,
        }
    }
}

impl Starts {
    /// Adds a folded word that a name begins with in small letters.
    pub fn add(&mut self, folded: &[u8]) {
        if folded.iter().all(u8::is_ascii_alphanumeric) {
            let (set, bit) = place(folded, 0, folded.len());
            self.small[set] |= bit;
        } else if is_mark(folded) {
            self.marks |= 1 << folded[0];
        }
    }

    /// Adds what other names begin with.
    pub fn add_all(&mut self, other: &Starts) {
        for (mine, theirs) in self.small.iter_mut().zip(&other.small) {
            *mine |= theirs;
        }
        self.marks |= other.marks;
    }

    /// Whether a name may begin with a token of this text.
    #[inline(always)]
    pub fn may_begin(&self, text: &str, token: &Token) -> bool {
        match token.kind {
            TokenKind::Word if token.plain => {
                let (text, span) = (text.as_bytes(), token.span());
                if text[span.start].is_ascii_uppercase() {
                    return true;
                }
                let (set, bit) = place(text, span.start, span.end);
                self.small[set] & bit != 0
            }
            TokenKind::Word | TokenKind::Elided => true,
            TokenKind::Mark => {
                let mark = text[token.span().range()].chars().next().map(fold_mark);
                mark.is_none_or(|m| !m.is_ascii() || self.marks >> m as u32 & 1 == 1)
            }
            TokenKind::Possessive | TokenKind::Block => false,
        }
    }
}

/// Whether a folded token is a mark of ASCII.
pub(crate) fn is_mark(folded: &[u8]) -> bool {
    folded[0].is_ascii() && !folded[0].is_ascii_alphanumeric()
}

/// Where the bit of a plain word is, by its length and its first eight letters.
#[inline(always)]
fn place(text: &[u8], start: usize, end: usize) -> (usize, u64) {
    let hash = first_letters(text, start, end)
        .wrapping_add((end - start) as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((hash >> 56) as usize, 1 << (hash >> 50 & 63))
}
