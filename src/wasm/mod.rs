//! The wasm edge: what JavaScript sees. The only place for `wasm_bindgen`, `js_sys`, `web_sys` and
//! `serde_wasm_bindgen`.
//!
//! There are two modules: the engine, which every page loads and which is kept small, and the importer, which makes packs
//! of files and is loaded by whoever imports. Whatever is thrown is an `Error` with a `code`.

#[cfg(not(files))]
mod engine;
mod error;
#[cfg(files)]
mod importer;

use wasm_bindgen::JsValue;

/// Gives a new object a field.
#[inline(never)]
fn set(object: &JsValue, field: &str, value: JsValue) {
    // Setting a property of a new object cannot fail.
    let _ = js_sys::Reflect::set(object, &field.into(), &value);
}
