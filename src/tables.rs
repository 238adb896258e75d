//! The words and patterns of a pack as they were read, and what is derived of them.

use crate::{
    automaton::WordId,
    entity::{CaseRule, Form},
    fold::Casing,
    pattern::{Contexts, FormEntry, PatternId},
    starts::{self, Starts},
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
pub(crate) enum LookedFor {
    Not,
    Anywhere,
    /// Where the text has a capital at first.
    WithCapital,
}

/// A word of more bodies than this is generic.
const FEW: usize = 4;

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

    /// The patterns that many bodies share and that are none's alone, in order.
    pub fn generic(&self) -> Vec<PatternId> {
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
    pub fn looked_for(&self) -> Vec<LookedFor> {
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

    pub fn starts(&self, looked_for: &[LookedFor]) -> Starts {
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
