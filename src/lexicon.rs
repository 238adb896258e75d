//! The lexicon of a pack: its words, the patterns of words that its surface forms make, and how they are found.
//!
//! Patterns of one word are told by the word. Those of several words are found by automata, each of the patterns of
//! some neighbouring first words, and built when a text first has such a word: so a pack is ready at once, and what
//! is kept grows with the texts and not with the gazetteer.

use core::cmp::Ordering;
use std::sync::OnceLock;

use crate::{
    automaton::{Automaton, WordId},
    entity::{CaseRule, Form},
    fold::Casing,
    pattern::{Contexts, FormEntry, FormId, Occurrence, PatternId},
    span::TokenSpan,
    starts::{self, Starts},
    word_index::{WordHash, WordIndex, plain_is},
    words::{Token, TokenKind, fold_token},
};

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
    /// Where the forms of each pattern begin, and where those of the last end.
    pub form_starts: Vec<u32>,
    pub forms: Vec<FormEntry>,
    /// In the order of the forms.
    pub contexts: Vec<Contexts>,
    pub casings: Vec<Vec<Casing>>,
    /// Patterns that are muted.
    pub muted: Vec<PatternId>,
}

/// Where a pattern is looked for without standing for an entity.
#[derive(Clone, Copy, PartialEq)]
enum LookedFor {
    Not,
    Anywhere,
    /// Where the text has a capital at first.
    WithCapital,
}

pub(crate) struct Lexicon {
    tables: Tables,
    index: WordIndex,
    /// For each word the pattern that it makes alone.
    single: Vec<u32>,
    /// For each word the first pattern of several words that begins with it or a later one, counted from the first
    /// such pattern; one more at the end.
    first_of_several: Vec<u32>,
    shards: Vec<OnceLock<Option<Automaton>>>,
    /// The first pattern of each shard, and one more at the end: all patterns that begin with one word are in one
    /// shard.
    shard_starts: Vec<u32>,
    starts: Starts,
    /// The patterns that many bodies share and that are none's alone, in order.
    generic: Vec<PatternId>,
    /// For each pattern where it is looked for without standing for an entity.
    looked_for: Vec<LookedFor>,
    /// How many words the longest pattern has.
    longest: usize,
}

const NONE: u32 = u32::MAX;
/// A token of which the word has not been looked up.
const UNSEEN: u32 = u32::MAX - 1;

/// Words longer than this many bytes are in no gazetteer and are not folded.
const LONGEST_WORD: usize = 1_000;

/// A word of more bodies than this is generic.
const FEW: usize = 4;

/// How many patterns of several words share an automaton, more or less.
const SHARD: usize = 64;

impl Lexicon {
    /// The lexicon of tables that hold together.
    pub fn new(tables: Tables) -> Lexicon {
        let words = tables.word_starts.len() - 1;
        let mut index = WordIndex::for_words(words);
        for n in 0..words {
            index.insert(WordHash::of(tables.word(n as u32)), n as u32);
        }
        let mut single = vec![NONE; words];
        for (pattern, &word) in tables.singles.iter().enumerate() {
            single[word as usize] = pattern as u32;
        }
        let several = tables.sequence_starts.len() - 1;
        let mut first_of_several = Vec::with_capacity(words + 1);
        for pattern in 0..several {
            let first = tables.sequence(pattern)[0].0 as usize;
            first_of_several.resize(first_of_several.len().max(first + 1), pattern as u32);
        }
        first_of_several.resize(words + 1, several as u32);
        let looked_for = tables.looked_for();
        let lengths = tables.sequence_starts.windows(2).map(|s| s[1] - s[0]);
        let longest = lengths.max().unwrap_or(1) as usize;
        let count = several.div_ceil(SHARD);
        let shards = (0..count).map(|_| OnceLock::new());
        Lexicon {
            index,
            single,
            first_of_several,
            shard_starts: tables.shard_starts(count),
            shards: shards.collect(),
            starts: tables.starts(&looked_for),
            generic: tables.generic(),
            looked_for,
            longest,
            tables,
        }
    }

    /// How names may begin.
    pub fn starts(&self) -> &Starts {
        &self.starts
    }

    pub fn form(&self, id: FormId) -> FormEntry {
        self.tables.forms[id.0 as usize]
    }

    /// The case of the words of a form.
    pub fn casing(&self, form: &FormEntry) -> &[Casing] {
        &self.tables.casings[form.casing as usize]
    }

    /// The contexts of a form.
    pub fn contexts(&self, id: FormId) -> Option<&Contexts> {
        let all = &self.tables.contexts;
        all.binary_search_by_key(&id.0, |c| c.form)
            .ok()
            .map(|i| &all[i])
    }

    /// The surface forms that are written as a pattern.
    pub fn forms_of(&self, pattern: PatternId) -> impl Iterator<Item = FormId> + use<> {
        let i = pattern.0 as usize;
        (self.tables.form_starts[i]..self.tables.form_starts[i + 1]).map(FormId)
    }

    /// Whether a pattern is a context or muted where it stands with a capital or without one.
    pub fn is_looked_for(&self, pattern: PatternId, capital: bool) -> bool {
        match self.looked_for[pattern.0 as usize] {
            LookedFor::Not => false,
            LookedFor::Anywhere => true,
            LookedFor::WithCapital => capital,
        }
    }

    /// Whether a pattern is a word for the bodies of any state.
    pub fn is_generic(&self, pattern: PatternId) -> bool {
        self.generic.binary_search(&pattern).is_ok()
    }

    pub fn form_count(&self) -> usize {
        self.tables.forms.len()
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
            true => (singles, self.tables.form_starts.len() as u32 - 1),
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

    /// Every pattern that begins at one of the tokens `starters`. `ids` is room for the words of the tokens.
    #[inline(never)]
    pub fn search(
        &self,
        text: &str,
        tokens: &[Token],
        starters: &[u32],
        ids: &mut Vec<u32>,
    ) -> Vec<Occurrence> {
        let mut all = Vec::new();
        let mut found = |span, pattern| all.push(Occurrence { span, pattern });
        ids.clear();
        ids.resize(tokens.len(), UNSEEN);
        let mut folded = String::new();
        for &first in starters {
            let first = first as usize;
            let Some(word) = self.word_of(text, tokens, first, ids, &mut folded) else {
                continue;
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
                continue;
            }
            let Some((automaton, base)) = self.shard(several as usize) else {
                continue;
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
                    true => self.word_of(text, tokens, end, ids, &mut folded),
                    false => None,
                };
            }
        }
        all
    }

    /// How many words the longest pattern has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Whether a token is a word of the lexicon.
    pub fn has_word(&self, text: &str, token: &Token) -> bool {
        self.look_up_folded(text, token, &mut String::new())
            .is_some()
    }

    /// The word of a token, if there is such a token and the lexicon has its word.
    #[inline(always)]
    fn word_of(
        &self,
        text: &str,
        tokens: &[Token],
        i: usize,
        ids: &mut [u32],
        folded: &mut String,
    ) -> Option<WordId> {
        let id = ids.get_mut(i)?;
        if *id == UNSEEN {
            *id = self.look_up(text, &tokens[i], folded).unwrap_or(NONE);
        }
        (*id != NONE).then_some(WordId(*id))
    }

    fn look_up(&self, text: &str, token: &Token, folded: &mut String) -> Option<u32> {
        let (start, end) = (token.span().start, token.span().end);
        if token.plain {
            let text = text.as_bytes();
            let hash = WordHash::of_plain(text, start, end);
            return self
                .index
                .find(hash, |n| plain_is(text, start, end, self.tables.word(n)));
        }
        self.look_up_folded(text, token, folded)
    }

    #[inline(never)]
    fn look_up_folded(&self, text: &str, token: &Token, folded: &mut String) -> Option<u32> {
        let length = token.span().range().len();
        if token.kind == TokenKind::Block || length > LONGEST_WORD {
            return None;
        }
        folded.clear();
        fold_token(text, token, folded);
        self.index.find(WordHash::of(folded.as_bytes()), |n| {
            self.tables.word(n) == folded.as_bytes()
        })
    }

    /// The automaton that has a pattern of several words, and the number of its first pattern.
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
            &t.form_starts,
            &self.single,
            &self.first_of_several,
        ];
        let automata = self.shards.iter().filter_map(|s| s.get()?.as_ref());
        t.letters.capacity()
            + words.iter().map(|w| w.capacity() * 4).sum::<usize>()
            + t.sequences.capacity() * 4
            + t.forms.capacity() * size_of::<FormEntry>()
            + self.index.memory()
            + self.shards.capacity() * size_of::<OnceLock<Option<Automaton>>>()
            + automata.map(Automaton::memory).sum::<usize>()
    }
}

impl Tables {
    /// A word, folded.
    #[inline]
    fn word(&self, number: u32) -> &[u8] {
        let i = number as usize;
        &self.letters[self.word_starts[i] as usize..self.word_starts[i + 1] as usize]
    }

    /// The words of a pattern of several words.
    #[inline]
    fn sequence(&self, pattern: usize) -> &[WordId] {
        let [from, to] = [pattern, pattern + 1].map(|p| self.sequence_starts[p] as usize);
        &self.sequences[from..to]
    }

    /// The first pattern of each of so many shards, and where the last ends: all patterns that begin with one word are
    /// in one shard.
    fn shard_starts(&self, count: usize) -> Vec<u32> {
        let last = self.sequence_starts.len() - 1;
        let first_word = |pattern: usize| self.sequence(pattern)[0];
        let mut start = 0;
        let starts = (0..=count).map(|number| {
            start = start.max(number * SHARD).min(last);
            while 0 < start && start < last && first_word(start) == first_word(start - 1) {
                start += 1;
            }
            start as u32
        });
        starts.collect()
    }

    /// The patterns that many bodies share and that are none's alone, in order.
    fn generic(&self) -> Vec<PatternId> {
        let is = |f: &FormEntry| f.form == Form::Short && f.case == CaseRule::Any;
        let mut all = Vec::new();
        for (pattern, ends) in self.form_starts.windows(2).enumerate() {
            let forms = ends[0] as usize..ends[1] as usize;
            if forms.len() > FEW && self.forms[forms].iter().all(is) {
                all.push(PatternId(pattern as u32));
            }
        }
        all
    }

    /// For each pattern where it is looked for without standing for an entity: contexts, and what is muted.
    fn looked_for(&self) -> Vec<LookedFor> {
        let mut all = vec![LookedFor::Not; self.form_starts.len() - 1];
        for context in self
            .contexts
            .iter()
            .flat_map(|c| c.needs.iter().chain(&c.not))
        {
            let pattern = &mut all[context.pattern().0 as usize];
            match context.capital() {
                false => *pattern = LookedFor::Anywhere,
                true if *pattern == LookedFor::Not => *pattern = LookedFor::WithCapital,
                true => {}
            }
        }
        for pattern in &self.muted {
            all[pattern.0 as usize] = LookedFor::Anywhere;
        }
        all
    }

    fn starts(&self, looked_for: &[LookedFor]) -> Starts {
        let mut starts = Starts::default();
        for (pattern, looked_for) in looked_for.iter().enumerate() {
            let first = match pattern.checked_sub(self.singles.len()) {
                None => self.singles[pattern],
                Some(p) => self.sequence(p)[0].0,
            };
            let [from, to] = [pattern, pattern + 1].map(|p| self.form_starts[p] as usize);
            let begins_small = |f: &FormEntry| {
                let casing = self.casings[f.casing as usize].first();
                f.case == CaseRule::Any || !casing.is_some_and(|c| c.begins_with_capital())
            };
            // Behind a mark the first capital tells nothing of how the name begins.
            let first = self.word(first);
            let small =
                *looked_for == LookedFor::Anywhere || self.forms[from..to].iter().any(begins_small);
            if starts::is_mark(first) || small {
                starts.add(first);
            }
        }
        starts
    }
}
