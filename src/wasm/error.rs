//! What is thrown: an `Error` with a `code`.

use wasm_bindgen::JsValue;

use crate::gazetteer::GazetteerError;

/// An `Error` with this code and message.
pub(super) fn thrown(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a new object cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

impl From<GazetteerError> for JsValue {
    fn from(e: GazetteerError) -> JsValue {
        thrown(e.kind().code(), &e.to_string())
    }
}
