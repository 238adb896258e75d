//! The patterns of the surface forms of a pack that is being made: their words, numbered in order, and themselves,
//! numbered in the order of their words, those of one word first.

use super::{compile::ascending, content::MOST_SHARED};
use crate::{
    automaton::MOST_WORDS,
    bytes::Writer,
    gazetteer::{ErrorKind, GazetteerError},
    order::sorted,
    word_index::{WordHash, WordIndex},
    words::{Token, TokenKind, fold_token, tokenize},
};

/// A pattern by the order in which it came.
#[derive(Clone, Copy)]
pub(super) struct PatternNumber(u32);

/// Hands each token of a text to `sink`. The scanner is made for speed and large: names share one copy of it.
#[inline(never)]
pub(super) fn each_token(text: &str, sink: &mut dyn FnMut(Token)) {
    tokenize(text, sink);
}

/// Patterns as they come.
#[derive(Default)]
pub(super) struct Patterns {
    words: Table,
    /// The words of the patterns, one after another.
    sequences: Vec<u32>,
    /// Where each pattern ends in `sequences`.
    ends: Vec<usize>,
    folded: String,
}

/// Folded words by the order in which they came.
#[derive(Default)]
struct Table {
    letters: Vec<u8>,
    ends: Vec<usize>,
    index: WordIndex,
}

impl Table {
    fn word(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |n| self.ends[n]);
        &self.letters[start..self.ends[number]]
    }

    fn add(&mut self, word: &[u8]) -> u32 {
        let hash = WordHash::of(word);
        let known = self.index.find(hash, |n| self.word(n as usize) == word);
        known.unwrap_or_else(|| {
            let number = self.ends.len() as u32;
            self.index.insert(hash, number);
            self.letters.extend_from_slice(word);
            self.ends.push(self.letters.len());
            number
        })
    }
}

impl Patterns {
    /// Adds what a text is looked for by.
    #[inline(never)]
    pub fn add(&mut self, text: &str) -> PatternNumber {
        each_token(text, &mut |token| {
            if token.kind != TokenKind::Block {
                self.folded.clear();
                fold_token(text, &token, &mut self.folded);
                self.sequences.push(self.words.add(self.folded.as_bytes()));
            }
        });
        self.ends.push(self.sequences.len());
        PatternNumber(self.ends.len() as u32 - 1)
    }

    /// Adds each of some texts.
    #[inline(never)]
    pub fn add_all(&mut self, texts: &[String]) -> Vec<PatternNumber> {
        texts.iter().map(|t| self.add(t)).collect()
    }

    /// Checks that a pack can hold the words so far.
    pub fn check(&self) -> Result<(), GazetteerError> {
        if self.words.ends.len() < MOST_WORDS as usize {
            return Ok(());
        }
        let message = format!("more than {MOST_WORDS} different words in the names");
        Err(GazetteerError::new(ErrorKind::TooLarge, message))
    }

    fn sequence(&self, number: usize) -> &[u32] {
        let start = number.checked_sub(1).map_or(0, |n| self.ends[n]);
        &self.sequences[start..self.ends[number]]
    }

    /// Gives words and patterns their numbers.
    pub fn finish(mut self) -> Numbered {
        let words = &self.words;
        let order = sorted(words.ends.len(), &|a, b| words.word(a).cmp(words.word(b)));
        let mut number_of = vec![0; order.len()];
        for (number, &word) in order.iter().enumerate() {
            number_of[word] = number as u32;
        }
        for word in &mut self.sequences {
            *word = number_of[*word as usize];
        }
        let by_words = sorted(self.ends.len(), &|a, b| {
            let (a, b) = (self.sequence(a), self.sequence(b));
            (a.len() > 1).cmp(&(b.len() > 1)).then_with(|| a.cmp(b))
        });
        let mut patterns = Vec::new();
        let mut number = vec![0; by_words.len()];
        for &i in &by_words {
            let same = patterns
                .last()
                .is_some_and(|&last| self.sequence(last) == self.sequence(i));
            if !same {
                patterns.push(i);
            }
            number[i] = patterns.len() as u32 - 1;
        }
        Numbered {
            words: order,
            patterns,
            number,
            all: self,
        }
    }
}

/// Patterns and words with their numbers.
pub(super) struct Numbered {
    all: Patterns,
    /// The words in the order of their numbers.
    words: Vec<usize>,
    /// For each pattern one of those that were added and are it.
    patterns: Vec<usize>,
    /// For each that was added its number.
    number: Vec<u32>,
}

impl Numbered {
    pub fn of(&self, pattern: PatternNumber) -> u32 {
        self.number[pattern.0 as usize]
    }

    /// How many patterns there are.
    pub fn count(&self) -> usize {
        self.patterns.len()
    }

    /// The first word of a pattern.
    pub fn first_word(&self, pattern: usize) -> &[u8] {
        let first = self.all.sequence(self.patterns[pattern])[0];
        self.all.words.word(self.words[first as usize])
    }

    /// Writes each word as how much it begins with of the one before, and the rest.
    pub fn write_words(&self, w: &mut Writer) {
        w.count(self.words.len());
        let mut columns = Writer::columns(3);
        let mut last: &[u8] = &[];
        for word in self.words.iter().map(|&n| self.all.words.word(n)) {
            let shared = alike(last, word).min(MOST_SHARED);
            columns[0].count(shared);
            columns[1].count(word.len() - shared);
            columns[2].0.extend_from_slice(&word[shared..]);
            last = word;
        }
        w.take_columns(&columns);
    }

    pub fn write_patterns(&self, w: &mut Writer) {
        let sequence = |&i: &usize| self.all.sequence(i);
        let singles = self.patterns.partition_point(|i| sequence(i).len() == 1);
        w.count(singles);
        ascending(w, self.patterns[..singles].iter().map(|i| sequence(i)[0]));
        w.count(self.patterns.len() - singles);
        let mut columns = Writer::columns(4);
        let mut last: &[u32] = &[];
        for words in self.patterns[singles..].iter().map(sequence) {
            let shared = alike(last, words);
            columns[0].count(shared);
            columns[1].count(words.len() - shared);
            for &word in &words[shared..] {
                columns[2].0.push(word as u8);
                columns[3].number(u64::from(word >> 8));
            }
            last = words;
        }
        w.take_columns(&columns);
    }
}

/// How many of their first elements are the same.
fn alike<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
