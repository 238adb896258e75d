//! The automaton: which patterns end at each token of a haystack. The only file that names `aho_corasick`.
//!
//! Its alphabet is words, not letters: a pattern is a sequence of word numbers, each written as the UTF-8 bytes of the
//! character with that number. UTF-8 is self-synchronising, so a pattern never begins or ends within a word. All
//! patterns that end at a token are found, long and short ones alike, because which of them counts is decided later.

use aho_corasick::{
    Anchored,
    automaton::{Automaton as _, StateID},
    nfa::{contiguous, noncontiguous},
};

use crate::gazetteer::{ErrorKind, GazetteerError};

/// The number of a word of the lexicon; never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub u32);

/// The number of a pattern, in the order in which patterns were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct PatternId(pub u32);

/// The most words that can be told apart: one for each character but the first and the surrogates.
pub(crate) const MOST_WORDS: u32 = 0x10_FFFF - SURROGATES;

const FIRST_SURROGATE: u32 = 0xD800;
const SURROGATES: u32 = 0x800;

fn letter(word: WordId) -> char {
    let n = word.0;
    let n = if n < FIRST_SURROGATE {
        n
    } else {
        n + SURROGATES
    };
    char::from_u32(n).expect("word numbers are given out up to MOST_WORDS only")
}

pub(crate) struct Automaton {
    nfa: contiguous::NFA,
    start: StateID,
}

impl Automaton {
    /// The automaton of these patterns.
    pub fn build<'p>(
        patterns: impl Iterator<Item = &'p [WordId]>,
    ) -> Result<Automaton, GazetteerError> {
        let too_large = |e: aho_corasick::BuildError| {
            GazetteerError::new(ErrorKind::TooLarge, format!("too many names: {e}"))
        };
        let written = patterns.map(|p| p.iter().map(|&w| letter(w)).collect::<String>());
        let nfa = noncontiguous::Builder::new()
            .prefilter(false)
            .build(written)
            .and_then(|n| {
                contiguous::Builder::new()
                    .prefilter(false)
                    .build_from_noncontiguous(&n)
            })
            .map_err(too_large)?;
        let start = nfa
            .start_state(Anchored::No)
            .expect("a contiguous NFA has an unanchored start");
        Ok(Automaton { nfa, start })
    }

    /// A walk over a haystack's tokens from its beginning.
    pub fn walk(&self) -> Walk<'_> {
        Walk {
            automaton: self,
            state: self.start,
        }
    }
}

/// The automaton's way through one haystack.
pub(crate) struct Walk<'a> {
    automaton: &'a Automaton,
    state: StateID,
}

impl Walk<'_> {
    /// Takes one token and hands over every pattern that ends at it. `None` is a token that no pattern holds.
    pub fn step(&mut self, word: Option<WordId>, mut found: impl FnMut(PatternId)) {
        let Some(word) = word else {
            self.state = self.automaton.start;
            return;
        };
        let nfa = &self.automaton.nfa;
        for byte in letter(word).encode_utf8(&mut [0; 4]).bytes() {
            self.state = nfa.next_state(Anchored::No, self.state, byte);
        }
        if nfa.is_match(self.state) {
            for i in 0..nfa.match_len(self.state) {
                found(PatternId(nfa.match_pattern(self.state, i).as_u32()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pattern at every token, by trying all of them: what the automaton must equal.
    fn naive(patterns: &[Vec<WordId>], haystack: &[Option<WordId>]) -> Vec<(usize, u32)> {
        let mut all = Vec::new();
        for end in 1..=haystack.len() {
            for (i, p) in patterns.iter().enumerate() {
                let here = end >= p.len()
                    && haystack[end - p.len()..end]
                        .iter()
                        .zip(p)
                        .all(|(h, w)| *h == Some(*w));
                if here {
                    all.push((end, i as u32));
                }
            }
        }
        all
    }

    proptest::proptest! {
        #[test]
        fn equals_trying_every_pattern(
            patterns in proptest::collection::hash_set(proptest::collection::vec(word(), 1..4), 0..30),
            haystack in proptest::collection::vec(proptest::option::of(word()), 0..60),
        ) {
            let patterns: Vec<Vec<WordId>> = patterns.into_iter().collect();
            let automaton = Automaton::build(patterns.iter().map(Vec::as_slice)).unwrap();
            let mut walk = automaton.walk();
            let mut all = Vec::new();
            for (i, word) in haystack.iter().enumerate() {
                walk.step(*word, |p| all.push((i + 1, p.0)));
            }
            all.sort_unstable();
            let mut want = naive(&patterns, &haystack);
            want.sort_unstable();
            proptest::prop_assert_eq!(all, want);
        }
    }

    /// Words of which the letters take one to four bytes, at the edges of each length.
    fn word() -> impl proptest::strategy::Strategy<Value = WordId> {
        proptest::sample::select(
            [
                1, 2, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xF7FF, 0xF800, MOST_WORDS,
            ]
            .map(WordId)
            .to_vec(),
        )
    }
}
