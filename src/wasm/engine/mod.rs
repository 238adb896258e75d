//! The engine as JavaScript sees it: the module that every page loads.
//!
//! One call for each document, and mentions come back as one flat array; entities are objects, on request. Packs are
//! fetched and decompressed from here.

mod fields;
mod flat;
mod object;
mod pack;
mod text;
mod timeline;

use core::cell::RefCell;

use js_sys::{Array, JsString};
use serde::Serialize as _;
use text::Encoder;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

use super::{error, set};
use crate::{
    date::Date,
    entity::Form,
    highlighter::Highlighter,
    layers::EntityIndex,
    pack::Pack,
    resolve::{Confidence, Rule},
};

/// Packs and gazetteers laid over each other, ready to be searched for.
#[wasm_bindgen]
pub struct Engine {
    // Never borrowed across an await.
    highlighter: RefCell<Highlighter>,
    encoder: Encoder,
}

#[wasm_bindgen]
impl Engine {
    /// An engine that knows nothing yet.
    #[wasm_bindgen(constructor)]
    #[allow(
        clippy::new_without_default,
        reason = "it is JavaScript that makes them"
    )]
    pub fn new() -> Engine {
        Engine {
            highlighter: RefCell::default(),
            encoder: Encoder::new(),
        }
    }

    /// Lays a gazetteer over what is loaded: an object `{entities: […]}`, as in a gazetteer file. The cost is that of
    /// the gazetteer alone; what is loaded stays as it is.
    pub fn load(&self, gazetteer: JsValue) -> Result<(), JsValue> {
        let gazetteer = object::gazetteer(&gazetteer)?;
        let pack = timeline::measured("namelight: build", || Pack::compile(&gazetteer))?;
        Ok(self.highlighter.borrow_mut().lay_over(pack)?)
    }

    /// Lays a pack over what is loaded: its bytes as a `Uint8Array`, or an address, a `Request` or a `Response` to
    /// fetch it by. `on_progress` is called with the bytes that have come and, where the server says it, the bytes in
    /// all, else 0; `signal` ends it with an error of the code `aborted`. Where it fails, what was loaded stays.
    #[wasm_bindgen(js_name = loadPack)]
    pub async fn load_pack(
        &self,
        source: JsValue,
        on_progress: Option<js_sys::Function>,
        signal: Option<AbortSignal>,
    ) -> Result<(), JsValue> {
        let pack = pack::read(source, on_progress, signal).await?;
        Ok(self.highlighter.borrow_mut().lay_over(pack)?)
    }

    /// The mentions of a text as one flat array; see `flat` in the source, or `LocalEngine` in the package.
    pub fn annotate(&self, text: &JsString, date: Option<String>) -> Result<Vec<u32>, JsValue> {
        let date = day(date)?;
        Ok(timeline::measured("namelight: annotate", || {
            let text = self.encoder.encode(text);
            let highlighter = self.highlighter.borrow();
            flat::mentions(&highlighter.annotate(&text, date), highlighter.layers())
        }))
    }

    /// Every surface form in a text that is cased and allowed as it stands, before anything is decided, as one flat
    /// array like that of `annotate`: each has 0 start, 1 end, 2 entity, 3 form.
    pub fn candidates(&self, text: &JsString) -> Vec<u32> {
        timeline::measured("namelight: candidates", || {
            let text = self.encoder.encode(text);
            flat::candidates(&self.highlighter.borrow().candidates(&text))
        })
    }

    /// An entity as an object, with its role on a day.
    pub fn entity(&self, index: u32, date: Option<String>) -> Result<JsValue, JsValue> {
        let date = day(date)?;
        let highlighter = self.highlighter.borrow();
        if index >= highlighter.index_count() {
            let message =
                format!("there is no entity {index}; indices are those that annotate gives");
            return Err(error::thrown("no-entity", &message));
        }
        let view = highlighter.entity_view(EntityIndex(index), date);
        let objects = serde_wasm_bindgen::Serializer::json_compatible();
        Ok(view.serialize(&objects)?)
    }

    /// The index of the entity with an id.
    #[wasm_bindgen(js_name = indexOf)]
    pub fn index_of(&self, id: &str) -> Option<u32> {
        self.highlighter.borrow().index_of(id).map(|i| i.0)
    }

    /// Where the packs and gazetteers from number `first` on meet those beneath them, as an array of objects; the
    /// lowest is number 0.
    pub fn conflicts(&self, first: u32) -> Array {
        let all = Array::new();
        self.highlighter.borrow().conflicts(first, &mut |c| {
            let texts = [
                ("kind", Some(c.kind.name())),
                ("entity", c.entity),
                ("text", c.text),
                ("other", c.other),
            ];
            let object = JsValue::from(js_sys::Object::new());
            set(&object, "overlay", c.overlay.into());
            for (field, text) in texts {
                if let Some(text) = text {
                    set(&object, field, text.into());
                }
            }
            all.push(&object);
        });
        all
    }

    /// The day as of which the facts are known, `YYYY-MM-DD`; empty where none is given.
    #[wasm_bindgen(getter)]
    pub fn checked(&self) -> String {
        let checked = self.highlighter.borrow().checked();
        checked.map(|d| d.to_string()).unwrap_or_default()
    }

    /// What the gazetteer calls itself.
    #[wasm_bindgen(getter)]
    pub fn title(&self) -> String {
        self.highlighter.borrow().title().to_owned()
    }

    /// How many entities are loaded.
    #[wasm_bindgen(getter, js_name = entityCount)]
    pub fn entity_count(&self) -> usize {
        self.highlighter.borrow().entities().count()
    }

    /// How many surface forms are loaded.
    #[wasm_bindgen(getter, js_name = nameCount)]
    pub fn name_count(&self) -> usize {
        self.highlighter.borrow().name_count()
    }

    /// The bytes that what is loaded takes, with what searching has built so far.
    #[wasm_bindgen(getter)]
    pub fn memory(&self) -> usize {
        let highlighter = self.highlighter.borrow();
        highlighter.packs().map(Pack::memory).sum()
    }
}

fn day(date: Option<String>) -> Result<Option<Date>, JsValue> {
    let date = date.as_deref().map(Date::parse).transpose();
    date.map_err(|e| error::thrown("date", &e.to_string()))
}

/// The names of the rules, by the numbers in the flat array.
#[wasm_bindgen(js_name = ruleNames)]
pub fn rule_names() -> Vec<String> {
    Rule::ALL.iter().map(|r| r.name().to_owned()).collect()
}

/// The names of the forms, by the numbers in the flat array.
#[wasm_bindgen(js_name = formNames)]
pub fn form_names() -> Vec<String> {
    Form::ALL.iter().map(|f| f.name().to_owned()).collect()
}

/// The names of the confidences, by the numbers in the flat array.
#[wasm_bindgen(js_name = confidenceNames)]
pub fn confidence_names() -> Vec<String> {
    Confidence::ALL
        .iter()
        .map(|c| c.name().to_owned())
        .collect()
}
