//! The hashes of the words of a text, each found once however many lexicons ask for it.

use crate::{
    word_index::WordHash,
    words::{Token, TokenKind, fold_token},
};

/// Words longer than this many bytes are in no gazetteer and are not folded.
const LONGEST_WORD: usize = 1_000;

#[derive(Clone, Copy)]
enum Hashed {
    NotAsked,
    /// It is none that a gazetteer can have.
    NoWord,
    Word(WordHash),
}

/// What is known of the words of some tokens.
pub(crate) struct TokenHashes<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    hashes: Vec<Hashed>,
    /// Room for a folded word.
    pub folded: String,
}

impl<'t> TokenHashes<'t> {
    /// The hashes of these tokens of a text.
    pub fn new(text: &'t str, tokens: &'t [Token]) -> TokenHashes<'t> {
        TokenHashes {
            text,
            tokens,
            hashes: vec![Hashed::NotAsked; tokens.len()],
            folded: String::new(),
        }
    }

    /// The hash of the word of a token, if there is such a token and it may be a word of a gazetteer.
    #[inline(always)]
    pub fn of(&mut self, i: usize) -> Option<WordHash> {
        match *self.hashes.get(i)? {
            Hashed::Word(hash) => Some(hash),
            Hashed::NoWord => None,
            Hashed::NotAsked => self.ask(i),
        }
    }

    #[inline(never)]
    fn ask(&mut self, i: usize) -> Option<WordHash> {
        let token = &self.tokens[i];
        let span = token.span();
        let hash = if token.plain {
            Some(WordHash::of_plain(
                self.text.as_bytes(),
                span.start,
                span.end,
            ))
        } else if token.kind == TokenKind::Block || span.range().len() > LONGEST_WORD {
            None
        } else {
            self.folded.clear();
            fold_token(self.text, token, &mut self.folded);
            Some(WordHash::of(self.folded.as_bytes()))
        };
        self.hashes[i] = hash.map_or(Hashed::NoWord, Hashed::Word);
        hash
    }
}
