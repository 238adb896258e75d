//! The fields of a JavaScript object, read with errors that name the field, and given to new ones.
//!
//! serde-wasm-bindgen could read whole entities, but that costs 14 KB of the module (brotli), mostly for messages
//! about types that never occur here; and its errors do not say in which field the fault is.

use core::cell::RefCell;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    date::PartialDate,
    gazetteer::{GazetteerError, at_path, clip, unknown},
};

/// The first fault that was found; what is read after it counts for nothing.
#[derive(Default)]
pub(super) struct Fault(RefCell<Option<GazetteerError>>);

impl Fault {
    /// What was read, unless there was a fault.
    pub fn unless<T>(self, read: T) -> Result<T, GazetteerError> {
        self.0.into_inner().map_or(Ok(read), Err)
    }

    pub fn is_there(&self) -> bool {
        self.0.borrow().is_some()
    }

    pub fn note(&self, error: GazetteerError) {
        self.0.borrow_mut().get_or_insert(error);
    }

    fn at(&self, path: &str, message: &str) {
        self.note(at_path(path, message));
    }

    /// Notes a value of another shape than needed.
    #[inline(never)]
    fn wrong(&self, path: &str, needed: &str, value: &JsValue) {
        let shown = js_sys::JSON::stringify(value)
            .ok()
            .and_then(|s| s.as_string());
        let shown = clip(&shown.unwrap_or_default());
        self.at(path, &format!("{needed} is needed here, not {shown}"));
    }
}

/// An object with known fields, and the way to it from the entity.
pub(super) struct Fields<'f> {
    object: Object,
    path: String,
    fault: &'f Fault,
}

impl<'f> Fields<'f> {
    /// The object at `path`, which must have no fields but these.
    #[inline(never)]
    pub fn of(value: &JsValue, path: &str, known: &[&str], fault: &'f Fault) -> Fields<'f> {
        let object = value.dyn_ref().filter(|_| !Array::is_array(value));
        let object = object.cloned().unwrap_or_else(|| {
            fault.wrong(path, "an object", value);
            Object::new()
        });
        for key in Object::keys(&object).iter() {
            let key = key.as_string().unwrap_or_default();
            if !known.contains(&key.as_str()) {
                fault.note(unknown(path, "field", &key, known));
            }
        }
        Fields {
            object,
            path: path.to_owned(),
            fault,
        }
    }

    /// A field with the way to it; `None` where it is absent or null.
    #[inline(never)]
    fn get(&self, field: &str) -> Option<(JsValue, String)> {
        // Only what the object has itself: what its prototype has is nobody's data.
        let own = Object::has_own(&self.object, &field.into());
        let value = Reflect::get(&self.object, &field.into())
            .ok()
            .filter(|_| own)?;
        (!value.is_null() && !value.is_undefined()).then(|| (value, self.within(field)))
    }

    fn within(&self, field: &str) -> String {
        if self.path.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.path)
        }
    }

    /// A string.
    #[inline(never)]
    pub fn text(&self, field: &str) -> Option<String> {
        let (value, path) = self.get(field)?;
        Some(text(&value, &path, self.fault))
    }

    /// A string that must be there.
    #[inline(never)]
    pub fn required(&self, field: &str) -> String {
        self.text(field).unwrap_or_else(|| {
            self.fault
                .at(&self.path, &format!("missing field `{field}`"));
            String::new()
        })
    }

    /// A string that is one of some words, by its place among them.
    #[inline(never)]
    pub fn word(&self, field: &str, words: &[&str]) -> Option<usize> {
        let word = self.text(field)?;
        let place = words.iter().position(|w| *w == word);
        if place.is_none() {
            let error = unknown(&self.within(field), "word", &word, words);
            self.fault.note(error);
        }
        place
    }

    /// A date as far as it is known.
    #[inline(never)]
    pub fn date(&self, field: &str) -> Option<PartialDate> {
        let text = self.text(field)?;
        PartialDate::parse(&text)
            .map_err(|e| self.fault.at(&self.within(field), &e.to_string()))
            .ok()
    }

    /// A whole number of at most 32 bits.
    #[inline(never)]
    pub fn whole_number(&self, field: &str) -> Option<u32> {
        let (value, path) = self.get(field)?;
        let number = value
            .as_f64()
            .filter(|n| n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n));
        if number.is_none() {
            self.fault.wrong(&path, "a whole number", &value);
        }
        number.map(|n| n as u32)
    }

    /// Whether it is so, where the field says.
    pub fn flag(&self, field: &str) -> Option<bool> {
        let (value, path) = self.get(field)?;
        let flag = value.as_bool();
        if flag.is_none() {
            self.fault.wrong(&path, "true or false", &value);
        }
        flag
    }

    /// Two numbers.
    pub fn pair(&self, field: &str) -> Option<(f64, f64)> {
        let (value, path) = self.get(field)?;
        let numbers: Option<&Array> = value.dyn_ref().filter(|a: &&Array| a.length() == 2);
        let pair = numbers.and_then(|a| a.get(0).as_f64().zip(a.get(1).as_f64()));
        if pair.is_none() {
            self.fault.wrong(&path, "an array of two numbers", &value);
        }
        pair
    }

    /// The elements of an array, each with the way to it; none where the field is absent.
    pub fn list<T>(&self, field: &str, read: impl Fn(&JsValue, &str, &Fault) -> T) -> Vec<T> {
        let mut all = Vec::new();
        let Some((array, path)) = self.array(field) else {
            return all;
        };
        for i in 0..array.length() {
            all.push(read(&array.get(i), &element(&path, i), self.fault));
            if self.fault.is_there() {
                break;
            }
        }
        all
    }

    /// The strings of an array; none where the field is absent.
    #[inline(never)]
    pub fn texts(&self, field: &str) -> Vec<String> {
        self.list(field, text)
    }

    #[inline(never)]
    fn array(&self, field: &str) -> Option<(Array, String)> {
        let (value, path) = self.get(field)?;
        match value.dyn_into() {
            Ok(array) => Some((array, path)),
            Err(value) => {
                self.fault.wrong(&path, "an array", &value);
                None
            }
        }
    }

    /// An object within, with the way to it.
    pub fn object(&self, field: &str, known: &[&str]) -> Option<Fields<'f>> {
        let (value, path) = self.get(field)?;
        Some(Fields::of(&value, &path, known, self.fault))
    }

    /// Whether the field is there.
    pub fn has(&self, field: &str) -> bool {
        self.get(field).is_some()
    }
}

/// A string at `path`.
fn text(value: &JsValue, path: &str, fault: &Fault) -> String {
    value.as_string().unwrap_or_else(|| {
        fault.wrong(path, "a string", value);
        String::new()
    })
}

#[inline(never)]
fn element(path: &str, i: u32) -> String {
    format!("{path}[{i}]")
}
