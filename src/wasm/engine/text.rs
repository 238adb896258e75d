//! Text from JavaScript. The glue's own way into the module looks at each character in JavaScript; the browser's
//! encoder writes the whole text at once.

use js_sys::{JsString, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// web-sys has it for slices only.
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, into: &mut [u8]) -> JsValue;
}

/// Encodes texts.
pub(super) struct Encoder(TextEncoder);

/// A UTF-16 code unit takes at most so many bytes.
const MOST_BYTES: usize = 3;

impl Encoder {
    pub fn new() -> Encoder {
        Encoder(TextEncoder::new())
    }

    /// A text as UTF-8; an unpaired surrogate becomes U+FFFD, which is one unit too.
    pub fn encode(&self, text: &JsString) -> String {
        let units = text.length() as usize;
        // Most texts have few letters beyond ASCII.
        let mut bytes = vec![0; units + units / 16 + 16];
        let (mut read, mut written) = self.step(text, &mut bytes);
        if read < units {
            let rest = text.slice(read as u32, units as u32);
            bytes.resize(written + (units - read) * MOST_BYTES, 0);
            let (more, length) = self.step(&rest, &mut bytes[written..]);
            read += more;
            written += length;
        }
        debug_assert_eq!(read, units);
        bytes.truncate(written);
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// How many units were read and how many bytes written.
    fn step(&self, text: &JsString, into: &mut [u8]) -> (usize, usize) {
        let done = self.0.encode_into(text, into);
        let number = |name: &str| {
            let value = Reflect::get(&done, &name.into()).ok();
            value.and_then(|v| v.as_f64()).unwrap_or(0.0) as usize
        };
        (number("read"), number("written"))
    }
}
