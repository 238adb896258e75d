//! The façade: packs laid over each other, and the mentions of a text.

use crate::{
    date::Date,
    document::Document,
    entity::Form,
    entity_ref::EntityRef,
    gazetteer::{Gazetteer, GazetteerError},
    layers::{EntityIndex, Layers},
    order::sorted,
    pack::Pack,
    resolve::{Confidence, Rule, candidates, resolve},
    role::{RoleAt, role_at},
    span::{ByteSpan, Utf16Cursor, Utf16Span, utf16_length},
};

/// Finds the entities of packs laid over each other in any number of texts.
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
/// assert_eq!(highlighter.entity(mentions[0].entity).id(), "idlib");
/// # Ok::<(), namelight::GazetteerError>(())
/// ```
#[derive(Default)]
pub struct Highlighter {
    layers: Layers,
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

/// A surface form found in a text, which may or may not be a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundForm {
    /// Where it stands, in UTF-16 code units of the text.
    pub span: Utf16Span,
    /// Where it stands, in bytes of the text.
    pub bytes: ByteSpan,
    /// Whose surface form it is.
    pub entity: EntityIndex,
    /// How it stands for the entity.
    pub form: Form,
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
    /// A reference to an entity that is not there, or more names than a pack can hold.
    pub fn new(gazetteer: Gazetteer) -> Result<Highlighter, GazetteerError> {
        let mut highlighter = Highlighter::default();
        highlighter.lay_over(Pack::compile(&gazetteer)?)?;
        Ok(highlighter)
    }

    /// Lays a pack over what is loaded: its entities take the place of those of the same ids, others are added, and
    /// what it mutes is silent. What is loaded is not built again, so the cost is that of the pack alone. On an error
    /// nothing has changed.
    ///
    /// # Errors
    /// A reference to an entity that is not there.
    pub fn lay_over(&mut self, pack: Pack) -> Result<(), GazetteerError> {
        self.layers.push(pack)
    }

    /// The mentions of a text, in order and disjoint. `date` is the day on which the text was written; without one
    /// it is read on the day on which the gazetteer was checked. The text may be any string.
    pub fn annotate(&self, text: &str, date: Option<Date>) -> Vec<Mention> {
        let date = date.or(self.checked());
        let (document, resolved) = resolve(text, &self.layers, date);
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

    /// Every surface form in a text that is cased and allowed as it stands, before anything is decided: what
    /// `annotate` chooses from. They are in the order of the text.
    pub fn candidates(&self, text: &str) -> Vec<FoundForm> {
        let mut document = Document::read(text, &self.layers);
        let found = candidates(&mut document, &self.layers, true);
        let order = sorted(found.len(), &|a, b| found[a].span.cmp(&found[b].span));
        let mut cursor = Utf16Cursor::new(text);
        let place = |i: usize| {
            let bytes = document.bytes(found[i].span);
            let start = cursor.at(bytes.start);
            let span = Utf16Span {
                start,
                end: start + utf16_length(&text[bytes.range()]),
            };
            FoundForm {
                span,
                bytes,
                entity: found[i].entity,
                form: found[i].form,
            }
        };
        order.into_iter().map(place).collect()
    }

    /// What stands in a text before anything is decided, also what is no candidate, and why. For texts that people
    /// read: it takes far longer than finding the mentions.
    #[cfg(files)]
    pub fn explain(&self, text: &str) -> crate::Explanation {
        crate::Explanation::of(text, &self.layers)
    }

    /// The role of an entity on a day, by default the day on which the gazetteer was checked.
    pub fn role(&self, entity: EntityIndex, date: Option<Date>) -> Option<RoleAt<'_>> {
        role_at(&self.entity(entity).roles(), date, self.checked())
    }

    /// An entity by its number.
    ///
    /// # Panics
    /// If the number is of another highlighter and no entity of this one has it.
    pub fn entity(&self, index: EntityIndex) -> EntityRef<'_> {
        self.layers.entity(index)
    }

    /// The number of the entity of an id.
    pub fn index_of(&self, id: &str) -> Option<EntityIndex> {
        self.layers.find(id)
    }

    /// Every entity that is neither replaced nor muted.
    pub fn entities(&self) -> impl Iterator<Item = EntityRef<'_>> {
        self.layers.entities()
    }

    /// How many surface forms are loaded.
    pub fn name_count(&self) -> usize {
        let packs = self.packs();
        packs.map(Pack::name_count).sum()
    }

    /// One more than the largest number of an entity.
    pub fn index_count(&self) -> u32 {
        self.layers.count()
    }

    pub(crate) fn layers(&self) -> &Layers {
        &self.layers
    }

    /// The packs that are loaded, the lowest first.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.layers.all.iter().map(|l| &l.pack)
    }

    /// The day as of which the facts are known: that of the lowest pack that says one.
    pub fn checked(&self) -> Option<Date> {
        self.layers.checked()
    }

    /// What the lowest pack that has a title calls itself.
    pub fn title(&self) -> &str {
        self.layers.title()
    }
}
