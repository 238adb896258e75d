//! What the engine saw in a text, for those who want to know. It is here because no page needs it to show its names.

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::object;
use crate::{Highlighter, Pack, Refusal};

/// Packs laid over each other, whose finds are explained.
#[wasm_bindgen]
pub struct Explainer {
    highlighter: Highlighter,
}

#[derive(Serialize)]
struct Explained<'e> {
    words: Vec<Word<'e>>,
    forms: Vec<Form<'e>>,
}

#[derive(Serialize)]
struct Word<'e> {
    start: usize,
    end: usize,
    folded: &'e str,
}

#[derive(Serialize)]
struct Form<'e> {
    start: usize,
    end: usize,
    entity: &'e str,
    name: &'e str,
    form: &'static str,
    refusal: Option<&'static str>,
}

#[wasm_bindgen]
impl Explainer {
    /// An explainer of packs, the lowest first.
    #[wasm_bindgen(constructor)]
    pub fn new(packs: Vec<Uint8Array>) -> Result<Explainer, JsValue> {
        let mut highlighter = Highlighter::default();
        for pack in packs {
            highlighter.lay_over(Pack::from_bytes(&pack.to_vec())?)?;
        }
        Ok(Explainer { highlighter })
    }

    /// What stands in a text: `{words: [{start, end, folded}], forms: [{start, end, entity, name, form, refusal}]}`.
    /// Offsets are UTF-16 code units; `refusal` is null, `muted`, `case` or `context`.
    pub fn explain(&self, text: &str) -> JsValue {
        let explanation = self.highlighter.explain(text);
        let words = explanation.words.iter().map(|w| Word {
            start: w.span.start,
            end: w.span.end,
            folded: &w.folded,
        });
        let forms = explanation.forms.iter().map(|f| {
            let entity = self.highlighter.entity(f.entity);
            Form {
                start: f.span.start,
                end: f.span.end,
                entity: entity.id(),
                name: entity.name(),
                form: f.form.name(),
                refusal: f.refusal.map(word),
            }
        });
        object(&Explained {
            words: words.collect(),
            forms: forms.collect(),
        })
    }
}

fn word(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Muted => "muted",
        Refusal::Case => "case",
        Refusal::Context => "context",
    }
}
