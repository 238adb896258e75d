//! The lexicon of a pack: its words, the patterns of words that its surface forms make, and how they are found.
//!
//! Patterns of one word are told by the word. Those of several words are found by automata, each of the patterns of
//! some neighbouring first words, and built when a text first has such a word: so a pack is ready at once, and what
//! is kept grows with the texts and not with the gazetteer.

use core::cmp::Ordering;

use crate::{
    automaton::{Automaton, WordId},
    fold::Casing,
    forms::Forms,
    name_filter::NameFilter,
    once::Once,
    pattern::{Contexts, FormEntry, FormId, Occurrence, PatternId},
    span::TokenSpan,
    starts::Starts,
    tables::Tables,
    token_hashes::{Starter, TokenHashes},
    traits::{GENERIC, LOOKED_FOR, LOOKED_FOR_WITH_CAPITAL},
    word_index::{WordHash, WordIndex, plain_is},
    words::{Token, fold_token},
};

pub(crate) struct Lexicon {
    tables: Tables,
    index: WordIndex,
    /// For each word the pattern that it makes alone.
    single: Vec<u32>,
    /// For each word the first pattern of several words that begins with it or a later one, counted from the first
    /// such pattern; one more at the end.
    first_of_several: Vec<u32>,
    shards: Vec<Once<Option<Automaton>>>,
    /// The first pattern of each shard, and one more at the end: all patterns that begin with one word are in one
    /// shard.
    shard_starts: Vec<u32>,
    filter: NameFilter,
    forms: Forms,
    starts: Starts,
    /// How many words the longest pattern has.
    longest: usize,
}

const NONE: u32 = u32::MAX;

/// How many patterns of several words share an automaton, more or less.
const SHARD: usize = 64;

impl Lexicon {
    /// The lexicon of tables that hold together.
    pub fn new(tables: Tables, forms: Forms) -> Lexicon {
        let words = tables.word_starts.len() - 1;
        let mut index = WordIndex::for_words(words);
        let mut hashes = Vec::with_capacity(words);
        for n in 0..words as u32 {
            let hash = WordHash::of(tables.word(n));
            index.insert(hash, n);
            hashes.push(hash);
        }
        let mut single = vec![NONE; words];
        let several = tables.sequence_starts.len() - 1;
        let mut filter = NameFilter::for_names(tables.singles.len() + several);
        for (pattern, &word) in tables.singles.iter().enumerate() {
            single[word as usize] = pattern as u32;
            filter.add(hashes[word as usize]);
        }
        let mut first_of_several = Vec::with_capacity(words + 1);
        for pattern in 0..several {
            let [first, second] = tables.beginning(pattern).map(|w| w.0 as usize);
            filter.add(hashes[first].with(hashes[second]));
            while first_of_several.len() <= first {
                first_of_several.push(pattern as u32);
            }
        }
        first_of_several.resize(words + 1, several as u32);
        let lengths = tables.sequence_starts.windows(2).map(|s| s[1] - s[0]);
        let longest = lengths.max().unwrap_or(1) as usize;
        let count = several.div_ceil(SHARD);
        let shards = (0..count).map(|_| Once::new());
        Lexicon {
            index,
            single,
            first_of_several,
            shard_starts: tables.shard_starts(count, SHARD),
            shards: shards.collect(),
            filter,
            forms,
            starts: tables.starts(),
            longest,
            tables,
        }
    }

    /// How names may begin.
    pub fn starts(&self) -> &Starts {
        &self.starts
    }

    #[inline]
    pub fn form(&self, id: FormId) -> FormEntry {
        self.forms.get(id)
    }

    /// The case of the words of a form.
    pub fn casing(&self, form: &FormEntry) -> &[Casing] {
        &self.tables.casings[form.casing as usize]
    }

    /// The contexts of a form.
    pub fn contexts(&self, form: &FormEntry, id: FormId) -> Option<&Contexts> {
        self.forms.contexts(form, id)
    }

    /// The surface forms that are written as a pattern.
    pub fn forms_of(&self, pattern: PatternId) -> impl Iterator<Item = FormId> + use<> {
        self.forms.of(pattern)
    }

    /// Whether a pattern is a context or muted where it stands with a capital or without one.
    pub fn is_looked_for(&self, pattern: PatternId, capital: bool) -> bool {
        let wanted = LOOKED_FOR | if capital { LOOKED_FOR_WITH_CAPITAL } else { 0 };
        self.tables.traits[pattern.0 as usize] & wanted != 0
    }

    /// Whether a pattern is a word for the bodies of any state.
    pub fn is_generic(&self, pattern: PatternId) -> bool {
        self.tables.traits[pattern.0 as usize] & GENERIC != 0
    }

    /// The folded words of a pattern, with a space between each two.
    #[inline(never)]
    pub fn text(&self, pattern: PatternId) -> String {
        let number = pattern.0 as usize;
        let single;
        let words = match number.checked_sub(self.tables.singles.len()) {
            Some(several) => self.tables.sequence(several),
            None => {
                single = WordId(self.tables.singles[number]);
                core::slice::from_ref(&single)
            }
        };
        let mut text = Vec::new();
        for word in words {
            text.extend_from_slice(self.tables.word(word.0));
            text.push(b' ');
        }
        text.pop();
        String::from_utf8(text).unwrap_or_default()
    }

    /// The pattern of this text, if there is such a pattern.
    pub fn pattern(&self, text: &str) -> Option<PatternId> {
        let singles = self.tables.singles.len() as u32;
        // Those of one word and the others are in the order of their words, and a space is below all that is in words.
        let (mut low, mut high) = match text.as_bytes().contains(&b' ') {
            false => (0, singles),
            true => (singles, self.tables.traits.len() as u32),
        };
        while low < high {
            let middle = low.midpoint(high);
            match self.text(PatternId(middle)).as_str().cmp(text) {
                Ordering::Equal => return Some(PatternId(middle)),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Every pattern that begins at one of the starters.
    #[inline(never)]
    pub fn search(&self, hashes: &mut TokenHashes) -> Vec<Occurrence> {
        let mut all = Vec::new();
        for i in 0..hashes.starters.len() {
            let Starter { token, alone, both } = hashes.starters[i];
            if self.filter.may_have(alone) || self.filter.may_have(both) {
                self.search_at(hashes, token as usize, &mut all);
            }
        }
        all
    }

    /// Every pattern that begins at a token.
    fn search_at(&self, hashes: &mut TokenHashes, first: usize, all: &mut Vec<Occurrence>) {
        let mut found = |span, pattern| all.push(Occurrence { span, pattern });
        let Some(word) = self.word_at(hashes, first) else {
            return;
        };
        let single = self.single[word.0 as usize];
        if single != NONE {
            let span = TokenSpan {
                first,
                end: first + 1,
            };
            found(span, PatternId(single));
        }
        let several = self.first_of_several[word.0 as usize];
        if several == self.first_of_several[word.0 as usize + 1] {
            return;
        }
        let Some((automaton, base)) = self.shard(several as usize) else {
            return;
        };
        let mut walk = automaton.walk();
        let mut next = Some(word);
        let mut end = first;
        while let Some(word) = next {
            end += 1;
            let alive = walk.step(word, |n| {
                // The automaton also tells of patterns that began later.
                if self.tables.sequence(base + n).len() == end - first {
                    let pattern = self.tables.singles.len() + base + n;
                    found(TokenSpan { first, end }, PatternId(pattern as u32));
                }
            });
            next = match alive {
                true => self.word_at(hashes, end),
                false => None,
            };
        }
    }

    /// How many words the longest pattern has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Whether a token is a word of the lexicon.
    pub fn has_word(&self, text: &str, token: &Token) -> bool {
        let token = [*token];
        let mut hashes = TokenHashes::new(text, &token, &[]);
        self.word_at(&mut hashes, 0).is_some()
    }

    /// The word of a token, if there is such a token and the lexicon has its word.
    #[inline]
    fn word_at(&self, hashes: &mut TokenHashes, i: usize) -> Option<WordId> {
        let hash = hashes.of(i)?;
        let found = match &hashes.tokens[i] {
            token if token.plain => {
                let (start, end) = (token.span().start, token.span().end);
                let is = |n| plain_is(hashes.text.as_bytes(), start, end, self.tables.word(n));
                self.index.find(hash, is)
            }
            token => {
                hashes.folded.clear();
                fold_token(hashes.text, token, &mut hashes.folded);
                let is = |n| self.tables.word(n) == hashes.folded.as_bytes();
                self.index.find(hash, is)
            }
        };
        found.map(WordId)
    }

    /// The automaton that has a pattern of several words, and the number of its first pattern.
    #[inline(never)]
    fn shard(&self, pattern: usize) -> Option<(&Automaton, usize)> {
        let number = pattern / SHARD;
        let first = self.shard_starts[number] as usize;
        let automaton = self.shards[number].get_or_init(|| {
            let end = self.shard_starts[number + 1] as usize;
            Automaton::build((first..end).map(|p| self.tables.sequence(p)))
        });
        Some((automaton.as_ref()?, first))
    }

    /// The bytes that it takes, with the automata built so far.
    pub fn memory(&self) -> usize {
        let t = &self.tables;
        let words = [
            &t.word_starts,
            &t.singles,
            &t.sequence_starts,
            &self.single,
            &self.first_of_several,
        ];
        let automata = self.shards.iter().filter_map(|s| s.get()?.as_ref());
        t.letters.capacity()
            + words.iter().map(|w| w.capacity() * 4).sum::<usize>()
            + t.sequences.capacity() * 4
            + t.traits.capacity()
            + self.forms.memory()
            + self.index.memory()
            + self.filter.memory()
            + self.shards.capacity() * size_of::<Once<Option<Automaton>>>()
            + automata.map(Automaton::memory).sum::<usize>()
    }
}
