//! A haystack made ready for resolution: its tokens with their word numbers, and the candidates found in them.

use crate::{
    automaton::{PatternId, WordId},
    lexicon::{FormId, Lexicon, write_token},
    span::{ByteSpan, TokenSpan},
    words::{Gap, Token, TokenKind, tokenize},
};

/// Words longer than this many bytes are in no gazetteer and are not folded.
const LONGEST_WORD: usize = 1_000;

pub(crate) struct Document<'t> {
    pub text: &'t str,
    tokens: Vec<Token>,
    words: Vec<Option<WordId>>,
}

/// A surface form that the automaton found.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    pub span: TokenSpan,
    pub form: FormId,
}

/// A context of some surface form that the automaton found.
#[derive(Clone, Copy)]
pub(crate) struct Context {
    pub span: TokenSpan,
    pub pattern: PatternId,
}

impl<'t> Document<'t> {
    /// Reads a text, and returns with it every surface form and every context in it.
    pub fn read(text: &'t str, lexicon: &Lexicon) -> (Document<'t>, Vec<Found>, Vec<Context>) {
        let mut document = Document {
            text,
            tokens: Vec::with_capacity(text.len() / 6),
            words: Vec::with_capacity(text.len() / 6),
        };
        let (mut found, mut contexts) = (Vec::new(), Vec::new());
        let mut walk = lexicon.automaton().walk();
        let mut folded = String::new();
        tokenize(text, |token| {
            let known = token.kind != TokenKind::Block && token.span.range().len() <= LONGEST_WORD;
            let word = known
                .then(|| {
                    folded.clear();
                    write_token(text, token, &mut folded);
                    lexicon.words().get(&folded)
                })
                .flatten();
            document.tokens.push(token);
            document.words.push(word);
            let end = document.tokens.len();
            walk.step(word, |pattern| {
                let span = TokenSpan {
                    first: end - lexicon.tokens_of(pattern),
                    end,
                };
                if lexicon.is_context(pattern) {
                    contexts.push(Context { span, pattern });
                }
                let forms = lexicon.forms_of(pattern).iter();
                found.extend(forms.map(|&form| Found { span, form }));
            });
        });
        (document, found, contexts)
    }

    pub fn token_count(&self) -> usize {
        self.tokens.len()
    }

    pub fn token(&self, i: usize) -> Option<Token> {
        self.tokens.get(i).copied()
    }

    /// The text of a token.
    pub fn token_text(&self, i: usize) -> &'t str {
        &self.text[self.tokens[i].span.range()]
    }

    /// The word number of a token; `None` where there is no such token or its word has none.
    pub fn word(&self, i: usize) -> Option<WordId> {
        self.words.get(i).copied().flatten()
    }

    /// The bytes of a token span that is not empty.
    pub fn bytes(&self, span: TokenSpan) -> ByteSpan {
        ByteSpan {
            start: self.tokens[span.first].span.start,
            end: self.tokens[span.end - 1].span.end,
        }
    }

    /// Whether a token is a word that begins with a capital, or of a script without case.
    pub fn is_capitalised(&self, i: usize) -> bool {
        self.tokens[i].kind == TokenKind::Word
            && self
                .token_text(i)
                .chars()
                .next()
                .is_some_and(|c| !c.is_lowercase())
    }

    /// Whether the capital of a word tells that it is a name: it does not begin a sentence, and the sentence has a
    /// longer word in small letters, so that it is no headline.
    pub fn capital_tells(&self, i: usize) -> bool {
        const NEAR: usize = 30;
        const LONGER: usize = 5;
        let small = |&j: &usize| {
            self.tokens[j].kind == TokenKind::Word
                && !self.is_capitalised(j)
                && self.token_text(j).chars().nth(LONGER - 1).is_some()
        };
        let back = (i.saturating_sub(NEAR)..i)
            .rev()
            .take_while(|&j| !self.begins_sentence(j + 1));
        let ahead =
            (i + 1..self.tokens.len().min(i + NEAR)).take_while(|&j| !self.begins_sentence(j));
        self.is_capitalised(i) && !self.begins_sentence(i) && back.chain(ahead).any(|j| small(&j))
    }

    /// Whether a word stands at the beginning, on a new line, or behind a mark other than a comma, semicolon, "&" or
    /// "/": there a capital says nothing.
    pub fn begins_sentence(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).and_then(|b| self.token(b)) else {
            return true;
        };
        let between = &self.text[before.span.end..self.tokens[i].span.start];
        between.contains('\n')
            || match before.kind {
                TokenKind::Block => true,
                TokenKind::Mark => !matches!(self.token_text(i - 1), "," | ";" | "&" | "/"),
                TokenKind::Word | TokenKind::Possessive => false,
            }
    }

    /// Whether nothing but white space stands between a token and the one before it.
    pub fn spaced(&self, second: usize) -> bool {
        self.token(second).is_some_and(|t| t.gap == Gap::Space)
    }
}
