//! The wasm edge: the engine as JavaScript sees it. The only place for `wasm_bindgen`, `js_sys`, `web_sys` and
//! `serde_wasm_bindgen`.
//!
//! One call for each document, and mentions come back as one flat array; entities are objects, on request. Packs are
//! fetched and decompressed from here. Whatever is thrown is an `Error` with a `code`.

mod error;
mod fields;
mod flat;
mod object;
mod pack;
mod timeline;

use core::cell::RefCell;

use serde::Serialize as _;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

use crate::{
    date::Date,
    entity::Form,
    gazetteer::Gazetteer,
    highlighter::Highlighter,
    lexicon::EntityIndex,
    resolve::{Confidence, Rule},
};

/// A gazetteer made ready for search.
#[wasm_bindgen]
pub struct Engine {
    // Replaced as a whole when something is laid over it, never borrowed across an await.
    highlighter: RefCell<Highlighter>,
}

#[wasm_bindgen]
impl Engine {
    /// An engine that knows nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Engine, JsValue> {
        Ok(Engine {
            highlighter: RefCell::new(Highlighter::new(Gazetteer::default())?),
        })
    }

    /// Lays a gazetteer over what is loaded: an object `{entities: […]}`, as in a gazetteer file.
    pub fn load(&self, gazetteer: JsValue) -> Result<(), JsValue> {
        self.lay_over(object::gazetteer(&gazetteer)?)
    }

    /// Lays a pack over what is loaded: its bytes as a `Uint8Array`, or an address, a `Request` or a `Response` to
    /// fetch it by. `on_progress` is called with the bytes that have come and, where the server says it, the bytes in
    /// all, else 0. Where it fails, what was loaded stays.
    #[wasm_bindgen(js_name = loadPack)]
    pub async fn load_pack(
        &self,
        source: JsValue,
        on_progress: Option<js_sys::Function>,
        signal: Option<AbortSignal>,
    ) -> Result<(), JsValue> {
        let over = pack::gazetteer(source, on_progress, signal).await?;
        self.lay_over(over)
    }

    /// The mentions of a text as one flat array; see `flat` in the source, or `LocalEngine` in the package.
    pub fn annotate(&self, text: &str, date: Option<String>) -> Result<Vec<u32>, JsValue> {
        let date = day(date)?;
        Ok(timeline::measured("namelight: annotate", || {
            flat::mentions(&self.highlighter.borrow().annotate(text, date))
        }))
    }

    /// An entity as an object, with its role on a day.
    pub fn entity(&self, index: u32, date: Option<String>) -> Result<JsValue, JsValue> {
        let date = day(date)?;
        let highlighter = self.highlighter.borrow();
        if index as usize >= highlighter.gazetteer().entities().len() {
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

    /// The day as of which the facts are known, `YYYY-MM-DD`; empty where none is given.
    #[wasm_bindgen(getter)]
    pub fn checked(&self) -> String {
        let checked = self.highlighter.borrow().gazetteer().checked();
        checked.map(|d| d.to_string()).unwrap_or_default()
    }

    /// What the gazetteer calls itself.
    #[wasm_bindgen(getter)]
    pub fn title(&self) -> String {
        self.highlighter.borrow().gazetteer().title().to_owned()
    }

    /// How many entities are loaded.
    #[wasm_bindgen(getter, js_name = entityCount)]
    pub fn entity_count(&self) -> usize {
        self.highlighter.borrow().gazetteer().entities().len()
    }

    /// How many surface forms are loaded.
    #[wasm_bindgen(getter, js_name = nameCount)]
    pub fn name_count(&self) -> usize {
        self.highlighter.borrow().gazetteer().name_count()
    }
}

impl Engine {
    fn lay_over(&self, over: Gazetteer) -> Result<(), JsValue> {
        let all = self.highlighter.borrow().gazetteer().clone().overlaid(over);
        // Only a whole engine takes the place of the old one.
        let next = timeline::measured("namelight: build", || Highlighter::new(all))?;
        *self.highlighter.borrow_mut() = next;
        Ok(())
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
