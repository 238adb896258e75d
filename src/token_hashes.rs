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

/// A token at which a name may begin.
#[derive(Clone, Copy)]
pub(crate) struct Starter {
    pub token: u32,
    /// The hash of its word.
    pub alone: WordHash,
    /// That of it and the next word together; that of its word where there is no next.
    pub both: WordHash,
}

/// What is known of the words of some tokens.
pub(crate) struct TokenHashes<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    /// The tokens at which names may begin.
    pub starters: Vec<Starter>,
    hashes: Vec<Hashed>,
    /// Room for a folded word.
    pub folded: String,
}

impl<'t> TokenHashes<'t> {
    /// The hashes of these tokens of a text, of which names may begin at `starters`.
    pub fn new(text: &'t str, tokens: &'t [Token], starters: &[u32]) -> TokenHashes<'t> {
        let mut hashes = TokenHashes {
            text,
            tokens,
            starters: Vec::with_capacity(starters.len()),
            hashes: vec![Hashed::NotAsked; tokens.len()],
            folded: String::new(),
        };
        for &token in starters {
            if let Some(alone) = hashes.of(token as usize) {
                let next = hashes.of(token as usize + 1);
                let both = next.map_or(alone, |next| alone.with(next));
                hashes.starters.push(Starter { token, alone, both });
            }
        }
        hashes
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
