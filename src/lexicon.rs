//! The lexicon: a gazetteer made ready for search. Words have numbers, and each pattern of words leads to the
//! surface forms and contexts that are written so.

use core::hash::BuildHasher;
use core::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashTable};

use crate::{
    automaton::{Automaton, MOST_WORDS, PatternId, WordId},
    entity::{CaseRule, Entity, Form, SurfaceForm},
    fold::{Casing, fold_word},
    gazetteer::{ErrorKind, Gazetteer, GazetteerError},
    resolve::vocabulary,
    words::{Token, TokenKind, tokenize},
};

/// The place of an entity in its gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityIndex(pub u32);

impl EntityIndex {
    /// As an index into `Gazetteer::entities`.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The number of a surface form among all of a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FormId(u32);

/// What search and resolution need to know of a surface form.
pub(crate) struct FormEntry {
    pub entity: EntityIndex,
    pub form: Form,
    pub case: CaseRule,
    /// The case of its words, in their order.
    pub casing: Vec<Casing>,
    /// Patterns of which one must stand in the document.
    pub needs: Vec<PatternId>,
    /// Patterns that forbid it where they cover it.
    pub not: Vec<PatternId>,
}

/// A pattern: how many tokens it has and what is written so.
struct Pattern {
    tokens: u32,
    /// The forms, as a range of `forms_of_patterns`.
    forms: Range<u32>,
    /// Whether a surface form has it among its `needs` or `not`.
    context: bool,
}

pub(crate) struct Lexicon {
    words: WordTable,
    automaton: Automaton,
    patterns: Vec<Pattern>,
    forms_of_patterns: Vec<FormId>,
    forms: Vec<FormEntry>,
}

impl Lexicon {
    pub fn build(gazetteer: &Gazetteer) -> Result<Lexicon, GazetteerError> {
        let mut b = Builder::default();
        for word in vocabulary::words() {
            b.words.intern(word)?;
        }
        for (i, entity) in gazetteer.entities().iter().enumerate() {
            b.entity(EntityIndex(i as u32), entity)
                .map_err(|e| e.in_entity(&entity.id))?;
        }
        b.finish()
    }

    pub fn form(&self, id: FormId) -> &FormEntry {
        &self.forms[id.0 as usize]
    }

    /// The surface forms that are written as this pattern.
    pub fn forms_of(&self, pattern: PatternId) -> &[FormId] {
        let range = &self.patterns[pattern.0 as usize].forms;
        &self.forms_of_patterns[range.start as usize..range.end as usize]
    }

    pub fn is_context(&self, pattern: PatternId) -> bool {
        self.patterns[pattern.0 as usize].context
    }

    pub fn tokens_of(&self, pattern: PatternId) -> usize {
        self.patterns[pattern.0 as usize].tokens as usize
    }

    pub fn automaton(&self) -> &Automaton {
        &self.automaton
    }

    pub fn words(&self) -> &WordTable {
        &self.words
    }

    pub fn pattern_count(&self) -> usize {
        self.patterns.len()
    }
}

#[derive(Default)]
struct Builder {
    words: WordTable,
    by_words: HashMap<Vec<WordId>, PatternId>,
    sequences: Vec<Vec<WordId>>,
    forms_by_pattern: Vec<Vec<FormId>>,
    context: Vec<bool>,
    forms: Vec<FormEntry>,
}

impl Builder {
    fn entity(&mut self, index: EntityIndex, entity: &Entity) -> Result<(), GazetteerError> {
        let canonical = SurfaceForm::from_text(entity.name.clone());
        for name in core::iter::once(&canonical).chain(&entity.names) {
            let id = FormId(self.forms.len() as u32);
            let pattern = self.pattern(&name.text)?;
            self.forms_by_pattern[pattern.0 as usize].push(id);
            let entry = FormEntry {
                entity: index,
                form: name.form,
                case: name.case,
                casing: casing(&name.text),
                needs: self.contexts(&name.needs)?,
                not: self.contexts(&name.not)?,
            };
            self.forms.push(entry);
        }
        Ok(())
    }

    fn contexts(&mut self, phrases: &[String]) -> Result<Vec<PatternId>, GazetteerError> {
        let mut patterns = Vec::with_capacity(phrases.len());
        for phrase in phrases {
            let pattern = self.pattern(phrase)?;
            self.context[pattern.0 as usize] = true;
            patterns.push(pattern);
        }
        Ok(patterns)
    }

    fn pattern(&mut self, text: &str) -> Result<PatternId, GazetteerError> {
        let mut sequence = Vec::new();
        let mut folded = String::new();
        let mut full = Ok(());
        tokenize(text, |token| {
            if token.kind == TokenKind::Block {
                return;
            }
            folded.clear();
            write_token(text, token, &mut folded);
            match self.words.intern(&folded) {
                Ok(id) => sequence.push(id),
                Err(e) => full = Err(e),
            }
        });
        full?;
        if let Some(&pattern) = self.by_words.get(&sequence) {
            return Ok(pattern);
        }
        let pattern = PatternId(self.sequences.len() as u32);
        self.by_words.insert(sequence.clone(), pattern);
        self.sequences.push(sequence);
        self.forms_by_pattern.push(Vec::new());
        self.context.push(false);
        Ok(pattern)
    }

    fn finish(self) -> Result<Lexicon, GazetteerError> {
        let mut forms_of_patterns = Vec::with_capacity(self.forms.len());
        let mut patterns = Vec::with_capacity(self.sequences.len());
        for (i, sequence) in self.sequences.iter().enumerate() {
            let first = forms_of_patterns.len() as u32;
            forms_of_patterns.extend_from_slice(&self.forms_by_pattern[i]);
            patterns.push(Pattern {
                tokens: sequence.len() as u32,
                forms: first..forms_of_patterns.len() as u32,
                context: self.context[i],
            });
        }
        Ok(Lexicon {
            automaton: Automaton::build(self.sequences.iter().map(Vec::as_slice))?,
            words: self.words,
            patterns,
            forms_of_patterns,
            forms: self.forms,
        })
    }
}

/// The case of the words of a text; possessives and marks have none.
fn casing(text: &str) -> Vec<Casing> {
    let mut words = Vec::new();
    tokenize(text, |token| {
        if token.kind == TokenKind::Word {
            words.push(Casing::of(&text[token.span.range()]));
        }
    });
    words
}

/// Appends what a token is in the word table.
pub(crate) fn write_token(text: &str, token: Token, out: &mut String) {
    match token.kind {
        TokenKind::Word => fold_word(&text[token.span.range()], out),
        TokenKind::Possessive => out.push_str(vocabulary::POSSESSIVE),
        TokenKind::Mark => out.push_str(&text[token.span.range()]),
        TokenKind::Block => {}
    }
}

/// Words with numbers from 1 upwards, in the order in which they came.
#[derive(Default)]
pub(crate) struct WordTable {
    /// All words, one after another.
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    table: HashTable<u32>,
}

impl WordTable {
    /// Fixed, so that nothing depends on chance. Crafted words can at worst slow down the one who crafted them.
    const HASHER: FixedState = FixedState::with_seed(0);

    fn word(&self, number: u32) -> &str {
        let i = number as usize;
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.letters[start as usize..self.ends[i] as usize]
    }

    fn hash(word: &str) -> u64 {
        Self::HASHER.hash_one(word.as_bytes())
    }

    /// The number of a word, if the table has it.
    pub fn get(&self, word: &str) -> Option<WordId> {
        self.table
            .find(Self::hash(word), |&n| self.word(n) == word)
            .map(|&n| WordId(n + 1))
    }

    fn intern(&mut self, word: &str) -> Result<WordId, GazetteerError> {
        if let Some(id) = self.get(word) {
            return Ok(id);
        }
        let number = self.ends.len() as u32;
        let end = u32::try_from(self.letters.len() + word.len());
        let (Ok(end), true) = (end, number + 1 < MOST_WORDS) else {
            let message = format!("more than {MOST_WORDS} different words in the names");
            return Err(GazetteerError::new(ErrorKind::TooLarge, message));
        };
        self.letters.push_str(word);
        self.ends.push(end);
        let (letters, ends) = (&self.letters, &self.ends);
        let rehash = |&n: &u32| {
            let start = if n == 0 { 0 } else { ends[n as usize - 1] };
            Self::hash(&letters[start as usize..ends[n as usize] as usize])
        };
        self.table.insert_unique(Self::hash(word), number, rehash);
        Ok(WordId(number + 1))
    }
}
