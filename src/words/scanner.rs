//! Reads tokens off a text, one after another: plain words the fast way (`plain`), everything else by its characters.

use super::{
    Gap, Sink, Token, TokenKind,
    abbreviations::{
        ABBREVIATIONS, LONGEST_ABBREVIATION, elides, is, is_one_letter, letters, showing,
    },
    plain::Window,
};
use crate::fold::{Class, class, is_sign, is_syllable_mark};

/// A text, and how far it is read.
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
    gap: Gap,
    previous: Option<Token>,
    window: Window,
}

impl<'t> Scanner<'t> {
    pub fn new(text: &'t str) -> Self {
        Scanner {
            text,
            at: 0,
            gap: Gap::None,
            previous: None,
            window: Window::new(text.as_bytes()),
        }
    }

    /// Takes the plain words here that stand between single spaces. Most words of most texts are taken so.
    #[inline(always)]
    pub fn stretch(&mut self, sink: &mut impl Sink) {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(u8::is_ascii_alphanumeric) {
            let base = self.at;
            let mut words = self.window.stretch(bytes, base);
            if !words.has_word() {
                return;
            }
            while words.has_word() {
                let (start, end) = words.next_word();
                let token = Token {
                    kind: TokenKind::Word,
                    gap: self.gap,
                    plain: true,
                    start: (base + start) as u32,
                    end: (base + end) as u32,
                };
                self.gap = Gap::Space;
                self.at = base + end;
                sink.take(token);
                self.previous = Some(token);
            }
            self.gap = Gap::None;
            self.pass_space();
        }
    }

    #[inline(always)]
    pub fn next_token(&mut self) -> Option<Token> {
        let &first = self.text.as_bytes().get(self.at)?;
        let token = match first {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                let word = self.plain_word();
                word.inspect(|_| self.pass_hyphen())
            }
            _ => self.plain_mark(first),
        };
        match token {
            None => self.any_token(),
            token => {
                self.pass_space();
                token
            }
        }
    }

    /// Passes over a single space or line's end before what is neither.
    #[inline(always)]
    fn pass_space(&mut self) {
        if let Some([b' ' | b'\n', b'!'..=b'~', ..]) = self.text.as_bytes().get(self.at..) {
            self.at += 1;
            self.gap = Gap::Space;
        }
    }

    /// Passes over a hyphen between the word before it and another plain one.
    #[inline(always)]
    fn pass_hyphen(&mut self) {
        if let Some([b'-', next, ..]) = self.text.as_bytes().get(self.at..)
            && next.is_ascii_alphanumeric()
        {
            self.at += 1;
            self.gap = Gap::Hyphen;
        }
    }

    /// The mark here, if it is one of those that stand in every text and are nothing else, or the possessive ending.
    #[inline(always)]
    fn plain_mark(&mut self, first: u8) -> Option<Token> {
        let length = match first {
            b'\'' | b'`' => return self.plain_possessive(1),
            b'-' => return None,
            b'.' if self.may_abbreviate() => return None,
            b'!'..=b'~' => 1,
            0xE2 => match self.text.as_bytes()[self.at..] {
                // Dash and quotation marks.
                [_, 0x80, 0x94 | 0x9C | 0x9D, ..] => 3,
                [_, 0x80, 0x99, ..] => return self.plain_possessive(3),
                _ => return None,
            },
            _ => return None,
        };
        self.put(TokenKind::Mark, false, self.at + length)
    }

    /// The ending `'s` here, of which the apostrophe has so many bytes, where it plainly stands behind a word.
    #[inline(always)]
    fn plain_possessive(&mut self, apostrophe: usize) -> Option<Token> {
        let end = self.at + apostrophe + 1;
        let bytes = self.text.as_bytes();
        let behind = self
            .previous
            .is_some_and(|p| p.plain && p.span().end == self.at);
        match bytes.get(end - 1..) {
            Some([b's' | b'S', after, ..]) if behind && ends_word(*after) => {
                self.put(TokenKind::Possessive, false, end)
            }
            _ => None,
        }
    }

    /// Whether a full stop here may belong to the word before it: it does not behind a longer word, or one in small
    /// letters.
    #[inline(always)]
    fn may_abbreviate(&self) -> bool {
        let Some(word) = self.previous.filter(|p| p.kind == TokenKind::Word) else {
            return false;
        };
        let span = word.span();
        let capital = self.text.as_bytes()[span.start].is_ascii_uppercase();
        let told = word.plain && span.end == self.at;
        !told || capital && span.range().len() <= LONGEST_ABBREVIATION
    }

    /// The word here, if it is plain and what follows says that it ends there.
    #[inline(always)]
    fn plain_word(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let end = self.window.run_end(bytes, self.at);
        let rest = &bytes[end..];
        let ends = match rest {
            // An apostrophe, a dot after one letter or a letter beyond ASCII may go on with the word.
            [b'\'' | b'`', next @ ..] | [0xE2, 0x80, 0x99, next @ ..] => {
                matches!(next, [b's' | b'S', after, ..] if ends_word(*after))
            }
            [0xE2, 0x80, 0x94 | 0x9C | 0x9D, ..] => true,
            [b'.', ..] => end - self.at > 1,
            [after, ..] => *after < 0x80,
            [] => false,
        };
        match ends {
            true => self.put(TokenKind::Word, true, end),
            false => None,
        }
    }

    pub fn any_token(&mut self) -> Option<Token> {
        loop {
            let c = self.peek(self.at)?;
            let next = self.at + c.len_utf8();
            match class(c) {
                kind @ (Class::Word | Class::Katakana | Class::Hangul) => {
                    return self.emit(TokenKind::Word, self.word_end(next, kind));
                }
                Class::Single => return self.emit(TokenKind::Word, next),
                Class::Invisible => self.at = next,
                Class::Space | Class::Newline | Class::Block => {
                    if let Some(end) = self.blank() {
                        return self.emit(TokenKind::Block, end);
                    }
                }
                Class::Hyphen if self.joins(next) => {
                    self.gap = Gap::Hyphen;
                    self.at = next;
                }
                Class::Apostrophe if self.touches_previous() => {
                    if let Some(end) = self.possessive_end(next) {
                        return self.emit(TokenKind::Possessive, end);
                    }
                    if !self.word_at(next) {
                        return self.emit(TokenKind::Mark, next);
                    }
                    self.at = next;
                }
                // "al-ʿAyn": the sign belongs to the word that follows the hyphen.
                Class::Apostrophe if self.gap == Gap::Hyphen && self.word_at(next) => {
                    self.at = next
                }
                Class::Other if c == '.' && self.ends_abbreviation(next) => self.at = next,
                Class::Apostrophe | Class::Hyphen | Class::Other => {
                    return self.emit(TokenKind::Mark, next);
                }
            }
        }
    }

    fn emit(&mut self, kind: TokenKind, mut end: usize) -> Option<Token> {
        if kind != TokenKind::Mark {
            // The signs of the last letter are part of it.
            while let Some(sign) = self
                .peek(end)
                .filter(|&c| is_sign(c) || is_syllable_mark(c))
            {
                end += sign.len_utf8();
            }
        }
        let letters = &self.text.as_bytes()[self.at..end];
        let plain = kind == TokenKind::Word && letters.iter().all(u8::is_ascii_alphanumeric);
        self.put(kind, plain, end)
    }

    #[inline(always)]
    fn put(&mut self, kind: TokenKind, plain: bool, end: usize) -> Option<Token> {
        let token = Token {
            kind,
            gap: self.gap,
            plain,
            start: self.at as u32,
            end: end as u32,
        };
        self.at = end;
        self.gap = Gap::None;
        self.previous = Some(token);
        self.previous
    }

    #[inline]
    fn peek(&self, at: usize) -> Option<char> {
        let bytes = self.text.as_bytes();
        match bytes.get(at) {
            Some(&b) if b < 0x80 => Some(b as char),
            _ => self.text[at..].chars().next(),
        }
    }

    /// The first position from `at` on where something shows.
    fn visible(&self, mut at: usize) -> usize {
        while let Some(c) = self.peek(at).filter(|&c| class(c) == Class::Invisible) {
            at += c.len_utf8();
        }
        at
    }

    /// Whether what shows first from `at` on is part of a word.
    fn word_at(&self, at: usize) -> bool {
        let first = self.peek(self.visible(at));
        first.is_some_and(|c| class(c).is_word())
    }

    /// Whether nothing that shows stands between here and the word before.
    #[inline]
    fn touches_previous(&self) -> bool {
        self.previous
            .is_some_and(|p| p.kind == TokenKind::Word && self.visible(p.span().end) == self.at)
    }

    /// Passes over white space. The end of it where a block ends in it.
    fn blank(&mut self) -> Option<usize> {
        let mut at = self.at;
        let (mut lines, mut block, mut after_return) = (0, false, false);
        while let Some(c) = self.peek(at) {
            match class(c) {
                Class::Space | Class::Invisible => {}
                Class::Newline => lines += usize::from(!(c == '\n' && after_return)),
                Class::Block => block = true,
                _ => break,
            }
            after_return = c == '\r';
            at += c.len_utf8();
        }
        if block || lines > 1 {
            return Some(at);
        }
        self.at = at;
        self.gap = Gap::Space;
        None
    }

    /// Whether a hyphen that ends at `next` joins two words.
    fn joins(&self, next: usize) -> bool {
        let next = self.visible(next);
        let follows = match self.peek(next) {
            Some(c) if class(c) == Class::Apostrophe => self.word_at(next + c.len_utf8()),
            _ => self.word_at(next),
        };
        follows && self.touches_previous()
    }

    /// The end of the `s` after an apostrophe that ends at `next`, or of the apostrophe after a plural.
    fn possessive_end(&self, next: usize) -> Option<usize> {
        let letter = self.visible(next);
        match self.peek(letter) {
            _ if self.ends_in_s(letter) => Some(letter + 1),
            Some(c) if class(c).is_word() => None,
            _ => {
                let last = letters(&self.text[..self.at]).next_back();
                matches!(last, Some('s' | 'S' | 'z' | 'x')).then_some(next)
            }
        }
    }

    /// Whether a full stop that ends at `next` belongs to the word before it ("Gen. Abdi", "George W. Bush").
    fn ends_abbreviation(&self, next: usize) -> bool {
        let Some(previous) = self.previous.filter(|_| self.touches_previous()) else {
            return false;
        };
        let word = &self.text[previous.span().range()];
        let capital = word.starts_with(char::is_uppercase);
        if !capital || !is_one_letter(word) && !ABBREVIATIONS.iter().any(|a| is(word, a)) {
            return false;
        }
        let mut rest = showing(&self.text[next..]);
        let after = rest.find(|c| !matches!(c, ' ' | '\u{A0}' | '\u{202F}'));
        after.is_some_and(|c| class(c).is_word())
    }

    /// The end of the word of which the first character ends at `end`.
    fn word_end(&self, mut end: usize, kind: Class) -> usize {
        let start = self.at;
        // Where the letters since the last abbreviation dot begin, and whether there was such a dot.
        let (mut letter, mut dotted) = (start, false);
        let mut at = end;
        while let Some(c) = self.peek(at) {
            let next = at + c.len_utf8();
            match class(c) {
                k if k == kind || (k == Class::Word && c.is_numeric()) => {}
                Class::Invisible => {
                    at = next;
                    continue;
                }
                Class::Apostrophe if kind == Class::Word => {
                    let after = self.visible(next);
                    let follows = self.peek(after).is_some_and(|c| class(c) == Class::Word);
                    if !follows || self.ends_in_s(after) || elides(&self.text[start..at]) {
                        return end;
                    }
                }
                Class::Other if c == '.' && is_one_letter(&self.text[letter..at]) => {
                    if !self.single_letter_at(self.visible(next), kind) {
                        return if dotted { next } else { end };
                    }
                    dotted = true;
                    letter = next;
                }
                _ => return end,
            }
            (end, at) = (next, next);
        }
        end
    }

    /// Whether a word ends with an `s` at `at`, which has no sign.
    fn ends_in_s(&self, at: usize) -> bool {
        let signs = || self.text[at + 1..self.visible(at + 1)].contains(is_sign);
        matches!(self.peek(at), Some('s' | 'S')) && !self.word_at(at + 1) && !signs()
    }

    /// Whether a single letter of a kind stands at `at`.
    fn single_letter_at(&self, at: usize, kind: Class) -> bool {
        match self.peek(at) {
            Some(c) if c.is_alphabetic() && class(c) == kind => !self.word_at(at + c.len_utf8()),
            _ => false,
        }
    }
}
/// Whether a byte behind a letter is plainly of no word.
#[inline(always)]
fn ends_word(after: u8) -> bool {
    after.is_ascii() && !after.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests;
