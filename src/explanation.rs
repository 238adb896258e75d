//! What the engine saw in a text before it decided: the words as they are compared, and every surface form among them.

use crate::{
    document::Document,
    entity::Form,
    layers::{EntityIndex, Layers},
    order::sorted,
    resolve::{Refusal, occurrences},
    span::{Utf16Cursor, Utf16Span, utf16_length},
};

/// What stands in a text, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The words; a name begins and ends with one.
    pub words: Vec<FoldedWord>,
    /// The surface forms, also those that are no candidates.
    pub forms: Vec<StandingForm>,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldedWord {
    /// Where it stands, without a possessive ending.
    pub span: Utf16Span,
    /// As it is compared: without case, diacritics and invisible characters.
    pub folded: String,
}

/// A surface form where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingForm {
    /// Where it stands.
    pub span: Utf16Span,
    /// Whose surface form it is.
    pub entity: EntityIndex,
    /// How it stands for the entity.
    pub form: Form,
    /// What keeps it from being a candidate.
    pub refusal: Option<Refusal>,
}

impl Explanation {
    pub(crate) fn of(text: &str, layers: &Layers) -> Explanation {
        let mut document = Document::read(text, layers);
        let found = occurrences(&mut document, layers);
        let mut cursor = Utf16Cursor::new(text);
        let words = (0..document.tokens().len())
            .filter(|&i| document.is_word(i))
            .map(|i| FoldedWord {
                span: cursor.span(document.tokens()[i].span()),
                folded: document.folded(i),
            })
            .collect();
        let order = sorted(found.len(), &|a, b| found[a].span.cmp(&found[b].span));
        let mut cursor = Utf16Cursor::new(text);
        let place = |i: usize| {
            let form = &found[i];
            let bytes = document.bytes(form.span);
            let start = cursor.at(bytes.start);
            StandingForm {
                span: Utf16Span {
                    start,
                    end: start + utf16_length(&text[bytes.range()]),
                },
                entity: form.entity,
                form: form.form,
                refusal: form.refusal,
            }
        };
        let forms = order.into_iter().map(place).collect();
        Explanation { words, forms }
    }
}
