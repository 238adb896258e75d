//! Which tokens a name may begin at, told without looking a word up. Most words of a text are in small letters, and
//! few names begin so.

use crate::words::{Token, TokenKind};

/// What names of some lexicons begin with, apart from capitals. It may say yes to other words, and never says no to
/// one that is there.
#[derive(Clone)]
pub(crate) struct Starts {
    /// Bits for the plain words that a name begins with in small letters, by some of their letters.
    small: [u64; SETS],
    /// Whether a name begins with a mark.
    marks: bool,
}

const SETS: usize = 128;

impl Default for Starts {
    fn default() -> Self {
        Starts {
            small: [0; SETS],
            marks: false,
        }
    }
}

impl Starts {
    /// Adds a folded word that a name begins with in small letters.
    pub fn add(&mut self, folded: &[u8]) {
        if folded.iter().all(u8::is_ascii_alphanumeric) {
            let (set, bit) = place(folded);
            self.small[set] |= bit;
        } else if folded[0].is_ascii() && !folded[0].is_ascii_alphanumeric() {
            self.marks = true;
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
                let word = &text.as_bytes()[token.span.start..token.span.end];
                if word[0].is_ascii_uppercase() {
                    return true;
                }
                let (set, bit) = place(word);
                self.small[set] & bit != 0
            }
            TokenKind::Word => true,
            TokenKind::Mark => self.marks || !text.as_bytes()[token.span.start].is_ascii(),
            TokenKind::Possessive | TokenKind::Block => false,
        }
    }
}

/// Where the bit of a plain word is, by its length and its first, second and last letters.
#[inline(always)]
fn place(word: &[u8]) -> (usize, u64) {
    let letter = |i: usize| u32::from(word[i] | 0x20);
    let last = word.len() - 1;
    let sum = letter(0) | letter(last.min(1)) << 8 | letter(last) << 16 | (word.len() as u32) << 24;
    let hash = sum.wrapping_mul(0x9E37_79B1);
    ((hash >> 25) as usize % SETS, 1 << (hash >> 19 & 63))
}
