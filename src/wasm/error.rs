//! What is thrown: an `Error` with a `code`.

use wasm_bindgen::JsValue;

use super::set;
use crate::gazetteer::GazetteerError;

/// An `Error` with this code and message.
pub(super) fn thrown(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message).into();
    set(&error, "code", code.into());
    error
}

impl From<GazetteerError> for JsValue {
    fn from(e: GazetteerError) -> JsValue {
        thrown(e.kind().code(), &e.to_string())
    }
}
