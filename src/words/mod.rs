//! Text to tokens: words and what stands between them, in one pass, with byte offsets into the text as it is.
//!
//! A name is a sequence of words, so `al-Assad` and `al Assad` are one name and a name can never match inside a word.
//! White space and attached hyphens leave no token; all other punctuation does, so that no name reaches across it
//! unless it has the same punctuation itself ("AT&T", "Washington, D.C.").

mod abbreviations;
mod plain;
mod scanner;

use scanner::Scanner;

use crate::{
    fold::{fold_mark, fold_word},
    span::ByteSpan,
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word of letters and digits.
    Word,
    /// What a word of Arabic is behind a preposition that takes the alef off its article. Texts are not cut into it.
    Elided,
    /// The ending `'s`, or the apostrophe after a plural.
    Possessive,
    /// One character of punctuation.
    Mark,
    /// The end of a block: a blank line or U+2029.
    Block,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing that shows.
    None,
    /// White space.
    Space,
    /// A hyphen with no space about it.
    Hyphen,
}

/// A token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: TokenKind,
    pub gap: Gap,
    /// Whether it is of ASCII letters and digits alone.
    pub plain: bool,
    start: u32,
    end: u32,
}

impl Token {
    /// Where it stands in the text.
    #[inline(always)]
    pub fn span(&self) -> ByteSpan {
        ByteSpan {
            start: self.start as usize,
            end: self.end as usize,
        }
    }

    /// This word of Arabic, read with an article of which the alef is not written.
    pub fn elided(self) -> Token {
        Token {
            kind: TokenKind::Elided,
            ..self
        }
    }

    /// The token of this kind at another place of the same text.
    pub fn within(self, span: ByteSpan) -> Token {
        Token {
            start: span.start as u32,
            end: span.end as u32,
            ..self
        }
    }
}

/// What tokens are handed to.
pub(crate) trait Sink {
    fn take(&mut self, token: Token);
}

/// Hands each token to a function.
struct Each<'f>(&'f mut dyn FnMut(Token));

impl Sink for Each<'_> {
    fn take(&mut self, token: Token) {
        (self.0)(token);
    }
}

/// Cuts a text into its tokens and hands each to a function.
pub(crate) fn tokenize(text: &str, mut each: impl FnMut(Token)) {
    cut_for(text, Each(&mut each));
}

/// The same for any function: the scanner is large, and in the module once for texts and once for all else.
#[inline(never)]
fn cut_for(text: &str, each: Each) {
    cut(text, each);
}

/// Cuts a text into its tokens and hands each to `sink`. What is beyond four gigabytes is left out.
#[inline(always)]
pub(crate) fn cut(text: &str, mut sink: impl Sink) {
    let mut scanner = Scanner::new(&text[..text.floor_char_boundary(u32::MAX as usize)]);
    loop {
        scanner.stretch(&mut sink);
        match scanner.next_token() {
            Some(token) => sink.take(token),
            None => return,
        }
    }
}

const ALEF: char = 'ا';

/// How a possessive ending is folded.
pub(crate) const POSSESSIVE: &str = "'s";

/// Appends a token, folded: what it is among the words of a lexicon.
pub(crate) fn fold_token(text: &str, token: &Token, out: &mut String) {
    match token.kind {
        TokenKind::Word => fold_word(&text[token.span().range()], out),
        TokenKind::Elided => {
            out.push(ALEF);
            fold_word(&text[token.span().range()], out);
        }
        TokenKind::Possessive => out.push_str(POSSESSIVE),
        TokenKind::Mark => out.extend(text[token.span().range()].chars().map(fold_mark)),
        TokenKind::Block => {}
    }
}
