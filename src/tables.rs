//! The words and patterns of a pack as they were read, and what is derived of them.

use crate::{automaton::WordId, fold::Casing, starts::Starts, traits::BEGINS_SMALL};

/// The words and patterns of a pack, as they were read.
#[derive(Default)]
pub(crate) struct Tables {
    /// All words, folded, one after another in their order.
    pub letters: Vec<u8>,
    /// Where each word begins in `letters`, and where the last ends.
    pub word_starts: Vec<u32>,
    /// The word of each pattern of one word.
    pub singles: Vec<u32>,
    /// The words of the other patterns, one after another.
    pub sequences: Vec<WordId>,
    /// Where each of these begins in `sequences`, and where the last ends.
    pub sequence_starts: Vec<u32>,
    pub casings: Vec<Vec<Casing>>,
    /// The traits of each pattern.
    pub traits: Vec<u8>,
}

impl Tables {
    /// A word, folded.
    #[inline]
    pub fn word(&self, number: u32) -> &[u8] {
        let i = number as usize;
        &self.letters[self.word_starts[i] as usize..self.word_starts[i + 1] as usize]
    }

    /// The words of a pattern of several words.
    #[inline]
    pub fn sequence(&self, pattern: usize) -> &[WordId] {
        let [from, to] = [pattern, pattern + 1].map(|p| self.sequence_starts[p] as usize);
        &self.sequences[from..to]
    }

    /// The first two words of a pattern of several words.
    #[inline]
    pub fn beginning(&self, pattern: usize) -> [WordId; 2] {
        let from = self.sequence_starts[pattern] as usize;
        [self.sequences[from], self.sequences[from + 1]]
    }

    /// The first word of a pattern, folded.
    fn first_word(&self, pattern: usize) -> &[u8] {
        let first = match pattern.checked_sub(self.singles.len()) {
            None => self.singles[pattern],
            Some(p) => self.sequences[self.sequence_starts[p] as usize].0,
        };
        self.word(first)
    }

    /// How names may begin.
    pub fn starts(&self) -> Starts {
        let mut starts = Starts::default();
        for (pattern, traits) in self.traits.iter().enumerate() {
            if traits & BEGINS_SMALL != 0 {
                starts.add(self.first_word(pattern));
            }
        }
        starts
    }

    /// The first pattern of each of so many shards of `size` or more, and where the last ends: all patterns that begin
    /// with one word are in one shard.
    pub fn shard_starts(&self, count: usize, size: usize) -> Vec<u32> {
        let last = self.sequence_starts.len() - 1;
        let first_word = |pattern: usize| self.sequence(pattern)[0];
        let mut start = 0;
        let starts = (0..=count).map(|number| {
            start = start.max(number * size).min(last);
            while 0 < start && start < last && first_word(start) == first_word(start - 1) {
                start += 1;
            }
            start as u32
        });
        starts.collect()
    }
}
