//! The automaton: names of several words, found word by word. The only file that names `aho_corasick`.
//!
//! A word is written as one character, so a pattern of words is a short string; UTF-8 tells where characters begin,
//! so a pattern can never match across half a word. Walks begin where a name may begin: the crate's automaton is
//! walked anchored, and every pattern on the way is found, long and short alike, because which of them counts is
//! decided later.

use aho_corasick::{
    Anchored,
    automaton::{Automaton as _, StateID},
    nfa::{contiguous, noncontiguous},
};

/// The number of a word of a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub u32);

/// The most words that can be told apart: one for each character but the surrogates.
pub(crate) const MOST_WORDS: u32 = 0x11_0000 - SURROGATES;

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

/// The automaton of some patterns, which are numbered in their order.
pub(crate) struct Automaton {
    nfa: contiguous::NFA,
    start: StateID,
}

impl Automaton {
    /// The automaton of these patterns; `None` where they are more than the crate can hold.
    pub fn build<'p>(patterns: impl Iterator<Item = &'p [WordId]>) -> Option<Automaton> {
        let written = patterns.map(|p| p.iter().map(|&w| letter(w)).collect::<String>());
        let nfa = noncontiguous::Builder::new()
            .prefilter(false)
            .build(written)
            .and_then(|n| {
                contiguous::Builder::new()
                    .prefilter(false)
                    .build_from_noncontiguous(&n)
            })
            .ok()?;
        let start = nfa.start_state(Anchored::Yes).ok()?;
        Some(Automaton { nfa, start })
    }

    /// A walk from a token at which a pattern may begin.
    pub fn walk(&self) -> Walk<'_> {
        Walk {
            automaton: self,
            state: self.start,
        }
    }

    /// The bytes that it takes.
    pub fn memory(&self) -> usize {
        self.nfa.memory_usage()
    }
}

/// The automaton's way through the tokens from one on.
pub(crate) struct Walk<'a> {
    automaton: &'a Automaton,
    state: StateID,
}

impl Walk<'_> {
    /// Takes one word and hands over every pattern that ends with it: those that began at the walk's beginning, and
    /// shorter ones that began later. `false` where no pattern goes on.
    pub fn step(&mut self, word: WordId, mut found: impl FnMut(usize)) -> bool {
        let nfa = &self.automaton.nfa;
        for byte in letter(word).encode_utf8(&mut [0; 4]).bytes() {
            self.state = nfa.next_state(Anchored::Yes, self.state, byte);
        }
        if nfa.is_dead(self.state) {
            return false;
        }
        if nfa.is_match(self.state) {
            for i in 0..nfa.match_len(self.state) {
                found(nfa.match_pattern(self.state, i).as_usize());
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn equals_trying_every_pattern(
            patterns in proptest::collection::hash_set(proptest::collection::vec(word(), 1..4), 1..30),
            haystack in proptest::collection::vec(word(), 0..60),
        ) {
            let patterns: Vec<Vec<WordId>> = patterns.into_iter().collect();
            let automaton = Automaton::build(patterns.iter().map(Vec::as_slice)).unwrap();
            for start in 0..haystack.len() {
                let mut all = Vec::new();
                let mut walk = automaton.walk();
                for end in start + 1..=haystack.len() {
                    let alive = walk.step(haystack[end - 1], |p| {
                        if patterns[p].len() == end - start {
                            all.push(p);
                        }
                    });
                    if !alive {
                        break;
                    }
                }
                let mut want: Vec<usize> = (0..patterns.len())
                    .filter(|&p| haystack[start..].starts_with(&patterns[p]))
                    .collect();
                want.sort_by_key(|&p| patterns[p].len());
                proptest::prop_assert_eq!(all, want);
            }
        }
    }

    /// Words of which the letters take one to four bytes, at the edges of each length.
    fn word() -> impl proptest::strategy::Strategy<Value = WordId> {
        proptest::sample::select(
            [
                0,
                1,
                0x7F,
                0x80,
                0x7FF,
                0x800,
                0xD7FF,
                0xD800,
                0xF7FF,
                0xF800,
                MOST_WORDS - 1,
            ]
            .map(WordId)
            .to_vec(),
        )
    }
}
