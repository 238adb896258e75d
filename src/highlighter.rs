//! The façade: a gazetteer made ready for search, and the mentions of a text.

use crate::{
    date::Date,
    entity::{Entity, Form},
    gazetteer::{Gazetteer, GazetteerError},
    graph::Graph,
    lexicon::{EntityIndex, Lexicon},
    resolve::{Confidence, Rule, resolve},
    role::{RoleAt, role_at},
    span::{ByteSpan, Utf16Cursor, Utf16Span},
};

/// Finds the entities of one gazetteer in any number of texts.
///
/// ```
/// use namelight::{Date, Gazetteer, Highlighter};
///
/// let file = r#"{"entities": [
///   {"id": "idlib", "type": "city", "name": "Idlib", "roles": [{"title": "City in north-western Syria"}]}
/// ]}"#;
/// let gazetteer = Gazetteer::from_files("example", None, [("idlib.json", file)])?;
/// let highlighter = Highlighter::new(gazetteer)?;
/// let mentions = highlighter.annotate("🎉 Idlib city", None);
/// assert_eq!((mentions[0].span.start, mentions[0].span.end), (3, 8));
/// assert_eq!(highlighter.entity(mentions[0].entity).id, "idlib");
/// # Ok::<(), namelight::GazetteerError>(())
/// ```
pub struct Highlighter {
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    graph: Graph,
}

/// An accepted occurrence of an entity in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in UTF-16 code units of the text.
    pub span: Utf16Span,
    /// Where it stands, in bytes of the text.
    pub bytes: ByteSpan,
    /// Who or what it is.
    pub entity: EntityIndex,
    /// How the surface form stands for the entity.
    pub form: Form,
    /// The rule that decided.
    pub why: Rule,
    /// Other entities with that surface form, best first and at most twenty, each with the rule that set it aside.
    pub candidates: Vec<(EntityIndex, Rule)>,
}

impl Mention {
    /// How sure it is.
    pub fn confidence(&self) -> Confidence {
        self.why.confidence()
    }
}

impl Highlighter {
    /// Makes a gazetteer ready for search.
    ///
    /// # Errors
    /// A reference to an entity that is not there, or more names than the automaton can hold.
    pub fn new(gazetteer: Gazetteer) -> Result<Highlighter, GazetteerError> {
        gazetteer.check_references()?;
        Ok(Highlighter {
            lexicon: Lexicon::build(&gazetteer)?,
            graph: Graph::build(&gazetteer),
            gazetteer,
        })
    }

    /// The mentions of a text, in order and disjoint. `date` is the day on which the text was written; without one
    /// it is read on the day on which the gazetteer was checked. The text may be any string.
    pub fn annotate(&self, text: &str, date: Option<Date>) -> Vec<Mention> {
        let date = date.or(self.gazetteer.checked());
        let (document, resolved) = resolve(text, &self.gazetteer, &self.lexicon, &self.graph, date);
        let mut cursor = Utf16Cursor::new(text);
        resolved
            .into_iter()
            .map(|r| {
                let bytes = document.bytes(r.span);
                Mention {
                    span: cursor.span(bytes),
                    bytes,
                    entity: r.entity,
                    form: r.form,
                    why: r.why,
                    candidates: r.others,
                }
            })
            .collect()
    }

    /// The role of an entity on a day, by default the day on which the gazetteer was checked.
    pub fn role(&self, entity: EntityIndex, date: Option<Date>) -> Option<RoleAt> {
        role_at(&self.entity(entity).roles, date, self.gazetteer.checked())
    }

    /// An entity by its place in the gazetteer.
    ///
    /// # Panics
    /// If the index is of another gazetteer and out of bounds here.
    pub fn entity(&self, index: EntityIndex) -> &Entity {
        &self.gazetteer.entities()[index.index()]
    }

    /// The place of an entity in the gazetteer.
    pub fn index_of(&self, id: &str) -> Option<EntityIndex> {
        self.graph.index_of(id)
    }

    /// The gazetteer that is searched for.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// How many different patterns of words are searched for.
    pub fn pattern_count(&self) -> usize {
        self.lexicon.pattern_count()
    }
}
