//! A haystack made ready for resolution: its tokens, and what the rules ask of them.

use core::cell::Cell;

use crate::{
    fold::Casing,
    layers::Layers,
    span::{ByteSpan, TokenSpan},
    starts::Starts,
    vocabulary::{self, Meaning},
    words::{Gap, Sink, Token, TokenKind, cut, fold_token},
};

pub(crate) struct Document<'t> {
    pub text: &'t str,
    tokens: Vec<Token>,
    /// The tokens at which a name may begin.
    starters: Vec<u32>,
    /// What each token tells the rules, as far as it has been asked for.
    meanings: Vec<Cell<u8>>,
}

/// The tokens of a text as far as it is read.
struct Reading<'r> {
    text: &'r str,
    starts: &'r Starts,
    tokens: Vec<Token>,
    starters: Vec<u32>,
}

// Not a closure, which would be called for each word and not be part of the loop that finds them.
impl Sink for &mut Reading<'_> {
    #[inline(always)]
    fn take(&mut self, token: Token) {
        if self.starts.may_begin(self.text, &token) {
            self.starters.push(self.tokens.len() as u32);
        }
        self.tokens.push(token);
    }
}

const NOT_ASKED: u8 = 0;
const NOTHING: u8 = 1;
const FIRST: u8 = 2;

/// Words longer than this many bytes tell the rules nothing.
const LONGEST_WORD: usize = 32;

impl<'t> Document<'t> {
    /// Reads a text in which names of these layers are looked for.
    pub fn read(text: &'t str, layers: &Layers) -> Document<'t> {
        let mut reading = Reading {
            text,
            starts: layers.starts(),
            tokens: Vec::with_capacity(text.len() / 5 + 1),
            starters: Vec::with_capacity(text.len() / 24 + 1),
        };
        cut(text, &mut reading);
        let Reading {
            tokens, starters, ..
        } = reading;
        Document {
            text,
            meanings: vec![Cell::new(NOT_ASKED); tokens.len()],
            tokens,
            starters,
        }
    }

    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    pub fn starters(&self) -> &[u32] {
        &self.starters
    }

    /// Takes off a token what this reading of it leaves out.
    pub fn trim(&mut self, i: usize, reading: &Token) {
        self.tokens[i] = self.tokens[i].within(reading.span());
    }

    #[inline]
    pub fn token(&self, i: usize) -> Option<Token> {
        self.tokens.get(i).copied()
    }

    /// The text of a token.
    // Asked for in so many places that the module is a hundredth smaller when it is not in each of them.
    #[inline(never)]
    pub fn token_text(&self, i: usize) -> &'t str {
        &self.text[self.tokens[i].span().range()]
    }

    /// A token, folded.
    pub fn folded(&self, i: usize) -> String {
        let mut folded = String::new();
        fold_token(self.text, &self.tokens[i], &mut folded);
        folded
    }

    /// Whether a token is this word, which is folded and of ASCII letters.
    pub fn is(&self, i: usize, word: &str) -> bool {
        match self.tokens[i].plain {
            true => self.token_text(i).eq_ignore_ascii_case(word),
            false => self.folded(i) == word,
        }
    }

    /// What a token tells the rules, if there is such a token and it tells anything.
    pub fn meaning(&self, i: usize) -> Option<Meaning> {
        let asked = self.meanings.get(i)?;
        if asked.get() == NOT_ASKED {
            asked.set(self.group(i).map_or(NOTHING, |n| FIRST + n));
        }
        let group = asked.get().checked_sub(FIRST)?;
        Some(vocabulary::meaning(group))
    }

    /// The number of the group of words that a token is of, if the vocabulary has its word.
    #[inline(never)]
    fn group(&self, i: usize) -> Option<u8> {
        let token = &self.tokens[i];
        let (start, end) = (token.span().start, token.span().end);
        if token.plain {
            return vocabulary::find_plain(self.text.as_bytes(), start, end);
        }
        let short = end - start <= LONGEST_WORD;
        short
            .then(|| vocabulary::find(self.folded(i).as_bytes()))
            .flatten()
    }

    /// The bytes of a token span that is not empty.
    #[inline]
    pub fn bytes(&self, span: TokenSpan) -> ByteSpan {
        ByteSpan {
            start: self.tokens[span.first].span().start,
            end: self.tokens[span.end - 1].span().end,
        }
    }

    /// Whether a token is a word.
    pub fn is_word(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether a token is a word that begins with a capital, or of a script without case.
    #[inline(never)]
    pub fn is_capitalised(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        if token.plain {
            return !self.text.as_bytes()[token.span().start].is_ascii_lowercase();
        }
        token.kind == TokenKind::Word
            && self
                .token_text(i)
                .chars()
                .next()
                .is_some_and(|c| !c.is_lowercase())
    }

    /// Whether a word begins with a capital.
    #[inline(never)]
    pub fn begins_with_capital(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        match token.plain {
            true => self.text.as_bytes()[token.span().start].is_ascii_uppercase(),
            false => Casing::of(self.token_text(i)).begins_with_capital(),
        }
    }

    /// Whether the capital of a word tells that it is a name: it does not begin a sentence, and the sentence has a
    /// longer word in small letters, so that it is no headline.
    pub fn capital_tells(&self, i: usize) -> bool {
        const NEAR: usize = 30;
        const LONGER: usize = 5;
        // No headline has so many commas and brackets; a list of players has.
        const LISTED: usize = 4;
        // Initials are a name wherever they stand.
        let may_tell = !self.begins_sentence(i) || self.is_all_capitals(i);
        if !self.is_capitalised(i) || !may_tell {
            return false;
        }
        let small = |j: usize| {
            self.tokens[j].kind == TokenKind::Word
                && !self.is_capitalised(j)
                && self.tokens[j].span().range().len() >= LONGER
        };
        let back = (i.saturating_sub(NEAR)..i)
            .rev()
            .take_while(|&j| !self.parts_sentences(j + 1));
        let ahead =
            (i + 1..self.tokens.len().min(i + NEAR)).take_while(|&j| !self.parts_sentences(j));
        let listed = |j: usize| {
            self.tokens[j].kind == TokenKind::Mark && matches!(self.token_text(j), "," | "(")
        };
        let mut marks = 0;
        back.chain(ahead).any(|j| {
            marks += usize::from(listed(j));
            small(j) || marks >= LISTED
        })
    }

    /// Whether the next word of the block is in small letters.
    pub fn has_small_word_behind(&self, end: usize) -> bool {
        let near = end..self.tokens.len().min(end + 3);
        let mut in_block = near.take_while(|&i| self.tokens[i].kind != TokenKind::Block);
        let next = in_block.find(|&i| self.is_word(i));
        next.is_some_and(|i| !self.is_capitalised(i))
    }

    /// Whether a sentence ends before a token: at a block, a line's end, or the mark that ends sentences.
    fn parts_sentences(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).and_then(|b| self.token(b)) else {
            return true;
        };
        match before.kind {
            TokenKind::Block => return true,
            TokenKind::Mark if matches!(self.token_text(i - 1), "." | "!" | "?" | "…") => {
                return true;
            }
            _ => {}
        }
        let between = before.span().end..self.tokens[i].span().start;
        self.text.as_bytes()[between].contains(&b'\n')
    }

    /// Whether a word stands at the beginning, on a new line, or behind a mark other than a comma, semicolon, "&" or
    /// "/": there a capital says nothing.
    pub fn begins_sentence(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).and_then(|b| self.token(b)) else {
            return true;
        };
        match before.kind {
            TokenKind::Block => return true,
            TokenKind::Mark if !matches!(self.token_text(i - 1), "," | ";" | "&" | "/") => {
                return true;
            }
            _ => {}
        }
        let between = before.span().end..self.tokens[i].span().start;
        self.text.as_bytes()[between].contains(&b'\n')
    }

    /// Whether a word stands first in its line.
    pub fn begins_line(&self, i: usize) -> bool {
        let start = self.tokens[i].span().start;
        let line = self.text.as_bytes()[..start].trim_ascii_end().len();
        line == 0 || self.text.as_bytes()[line..start].contains(&b'\n')
    }

    /// Whether a word has several letters and all are capitals.
    pub fn is_all_capitals(&self, i: usize) -> bool {
        Casing::of(self.token_text(i)).is_all_capitals()
    }

    /// Whether a hyphen joins a token to the one before it.
    pub fn is_hyphenated(&self, second: usize) -> bool {
        self.token(second).is_some_and(|t| t.gap == Gap::Hyphen)
    }

    /// Whether nothing but white space stands between a token and the one before it.
    pub fn spaced(&self, second: usize) -> bool {
        self.token(second).is_some_and(|t| t.gap == Gap::Space)
    }
}
