//! Patterns, which are what surface forms are looked for by, where they stand, and what is known of the forms that are
//! written so. How they are found is the lexicon's.

use crate::{
    entity::{CaseRule, Form},
    span::TokenSpan,
};

/// The number of a pattern: those of one word come first, in the order of the words, then the others in the order
/// of their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct PatternId(pub u32);

/// A surface form of a lexicon: one of those that are written as a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FormId {
    pub pattern: PatternId,
    pub nth: u32,
}

/// A pattern in the tokens of a text.
#[derive(Clone, Copy)]
pub(crate) struct Occurrence {
    pub span: TokenSpan,
    pub pattern: PatternId,
}

/// What search and resolution need to know of a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FormEntry {
    /// The entity's number in its pack.
    pub entity: u32,
    pub form: Form,
    pub case: CaseRule,
    /// Whether its words are also common words or names of people, so that it needs evidence.
    pub weak: bool,
    /// The number of the case of its words in `casings`.
    pub casing: u32,
    /// One more than the number of its contexts among those that were read with it; 0 where it has none.
    pub contexts: u32,
}

/// A pattern that is a context. One that is written with a capital stands only where the text has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ContextPattern(u32);

impl ContextPattern {
    pub fn new(pattern: PatternId, capital: bool) -> ContextPattern {
        ContextPattern(pattern.0 << 1 | u32::from(capital))
    }

    /// As it is kept in packs.
    pub fn number(self) -> u32 {
        self.0
    }

    pub fn from_number(number: u32) -> ContextPattern {
        ContextPattern(number)
    }

    pub fn pattern(self) -> PatternId {
        PatternId(self.0 >> 1)
    }

    pub fn capital(self) -> bool {
        self.0 & 1 == 1
    }
}

/// The contexts of a surface form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contexts {
    /// Patterns of which one must stand in the document.
    pub needs: Vec<ContextPattern>,
    /// Patterns that forbid it where they cover it.
    pub not: Vec<ContextPattern>,
}
