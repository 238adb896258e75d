//! Namelight finds the actors and places of a gazetteer in text, and says who or what each is and in which role on
//! the day the text was written.
//!
//! Start with [`Highlighter`]: it is made of a [`Gazetteer`], and its `annotate` gives the [`Mention`]s of a text.
//! A gazetteer holds [`Entity`]s with surface forms, [`Role`]s and links, and is read from files. Compiled it is a
//! [`Pack`], and packs are laid over each other in a highlighter.
//!
//! Reading order: `words` and `fold` say what a word is and which letters are the same; `pack`, `lexicon` and
//! `automaton` find surface forms; `resolve` decides which of them are mentions, and of what; `role` says what the
//! entity was on a day.
//!
//! Offsets are UTF-16 code units, half open, unless a type says otherwise. Searching cannot fail, whatever the text;
//! building a gazetteer fails with an error that names file, line and entity.
#![deny(missing_docs)]
#![forbid(unsafe_code)]
// What formats values for debugging is left out of the module (`xtask/src/traps.rs`).
#![cfg_attr(not(files), deny(clippy::use_debug))]

mod automaton;
mod blocks;
mod bytes;
#[cfg(files)]
mod check;
mod clitics;
mod conflicts;
mod date;
mod document;
mod entity;
mod entity_ref;
#[cfg(files)]
mod explanation;
mod fold;
mod forms;
mod gazetteer;
mod highlighter;
mod layers;
mod lexicon;
mod name_filter;
mod once;
mod order;
mod pack;
mod pattern;
mod resolve;
mod role;
mod span;
mod starts;
mod tables;
mod token_hashes;
mod traits;
mod view;
mod vocabulary;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod word_index;
mod word_list;
mod words;

#[cfg(files)]
pub use check::{Checked, Finding, Severity, check};
pub use conflicts::{Conflict, ConflictKind};
pub use date::{Date, DateError, PartialDate};
pub use entity::{
    CaseRule, Entity, EntityType, Example, Form, Kind, Links, Mute, Role, SurfaceForm,
};
pub use entity_ref::{EntityRef, RoleRef};
#[cfg(files)]
pub use explanation::{Explanation, FoldedWord, StandingForm};
#[cfg(files)]
pub use gazetteer::GazetteerFile;
#[cfg(feature = "import")]
pub use gazetteer::import;
pub use gazetteer::{ErrorKind, Gazetteer, GazetteerError, MOST_CHARACTERS};
#[cfg(files)]
pub use gazetteer::{WeakDecision, WeakForm, WeakReason, WeakWords};
pub use highlighter::{FoundForm, Highlighter, Mention};
pub use layers::EntityIndex;
pub use pack::{HEADER_LENGTH, LinksRef, NameRef, Pack, PackHeader};
#[cfg(files)]
pub use resolve::Refusal;
pub use resolve::{Confidence, Rule};
pub use role::{LatestRole, RoleAt, role_at};
pub use span::{ByteSpan, Utf16Span};
pub use view::{
    CandidateView, EntityView, LinksView, MentionView, NameView, NowView, PlaceView, RoleView,
};
