//! The fields of a JavaScript object, read with errors that name the field, and given to new ones.
//!
//! serde-wasm-bindgen could read whole entities, but that costs 14 KB of the module (brotli), mostly for messages
//! about types that never occur here; and its errors do not say in which field the fault is.

use js_sys::{Array, Object, Reflect};
use serde::{Deserialize, de::IntoDeserializer, de::value::StrDeserializer};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    date::PartialDate,
    gazetteer::{ErrorKind, GazetteerError, clip, explain},
};

pub(super) type Read<T> = Result<T, GazetteerError>;

/// An object with known fields, and the way to it from the entity.
pub(super) struct Fields {
    object: Object,
    path: String,
}

fn fault(path: &str, message: &str) -> GazetteerError {
    explain(path, message)
}

impl Fields {
    /// The object at `path`, which must have no fields but these.
    pub fn of(value: &JsValue, path: &str, known: &[&str]) -> Read<Fields> {
        let object: &Object = value
            .dyn_ref()
            .filter(|_| !Array::is_array(value))
            .ok_or_else(|| wrong(path, "an object", value))?;
        let keys = Object::keys(object);
        if let Some(key) = keys
            .iter()
            .filter_map(|k| k.as_string())
            .find(|k| !known.contains(&k.as_str()))
        {
            let known = known
                .iter()
                .map(|k| format!("`{k}`"))
                .collect::<Vec<_>>()
                .join(", ");
            return Err(fault(
                &within(path, &key),
                &format!("unknown field `{key}`, expected one of {known}"),
            ));
        }
        Ok(Fields {
            object: object.clone(),
            path: path.to_owned(),
        })
    }

    /// A field with the way to it; `None` where it is absent or null.
    fn get(&self, field: &str) -> Option<(JsValue, String)> {
        // Only what the object has itself: what its prototype has is nobody's data.
        let own = Object::has_own(&self.object, &field.into());
        let value = Reflect::get(&self.object, &field.into())
            .ok()
            .filter(|_| own)?;
        (!value.is_null() && !value.is_undefined()).then(|| (value, within(&self.path, field)))
    }

    /// A string.
    pub fn text(&self, field: &str) -> Read<Option<String>> {
        self.get(field)
            .map(|(value, path)| text(&value, &path))
            .transpose()
    }

    /// A string that must be there.
    pub fn required(&self, field: &str) -> Read<String> {
        let missing = || fault(&self.path, &format!("missing field `{field}`"));
        self.text(field)?.ok_or_else(missing)
    }

    /// A string that is one of a type's words.
    pub fn word<T: for<'d> Deserialize<'d>>(&self, field: &str) -> Read<Option<T>> {
        let Some(word) = self.text(field)? else {
            return Ok(None);
        };
        let read: StrDeserializer<serde::de::value::Error> = word.as_str().into_deserializer();
        let word =
            T::deserialize(read).map_err(|e| fault(&within(&self.path, field), &e.to_string()))?;
        Ok(Some(word))
    }

    /// A date as far as it is known.
    pub fn date(&self, field: &str) -> Read<Option<PartialDate>> {
        let Some(text) = self.text(field)? else {
            return Ok(None);
        };
        let date = PartialDate::parse(&text)
            .map_err(|e| fault(&within(&self.path, field), &e.to_string()))?;
        Ok(Some(date))
    }

    /// A whole number of at most 32 bits.
    pub fn whole_number(&self, field: &str) -> Read<Option<u32>> {
        let Some((value, path)) = self.get(field) else {
            return Ok(None);
        };
        let number = value
            .as_f64()
            .filter(|n| n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n));
        let number = number.ok_or_else(|| wrong(&path, "a whole number", &value))?;
        Ok(Some(number as u32))
    }

    /// Whether it is so; not, where the field is absent.
    pub fn flag(&self, field: &str) -> Read<bool> {
        let Some((value, path)) = self.get(field) else {
            return Ok(false);
        };
        value
            .as_bool()
            .ok_or_else(|| wrong(&path, "true or false", &value))
    }

    /// Two numbers.
    pub fn pair(&self, field: &str) -> Read<Option<(f64, f64)>> {
        let Some((value, path)) = self.get(field) else {
            return Ok(None);
        };
        let numbers: Vec<f64> = value
            .dyn_ref::<Array>()
            .map(|a| a.iter().filter_map(|n| n.as_f64()).collect())
            .unwrap_or_default();
        match numbers[..] {
            [a, b] => Ok(Some((a, b))),
            _ => Err(wrong(&path, "an array of two numbers", &value)),
        }
    }

    /// The elements of an array, each with the way to it; none where the field is absent.
    pub fn list<T>(&self, field: &str, read: impl Fn(&JsValue, &str) -> Read<T>) -> Read<Vec<T>> {
        let Some((value, path)) = self.get(field) else {
            return Ok(Vec::new());
        };
        let array: &Array = value
            .dyn_ref()
            .ok_or_else(|| wrong(&path, "an array", &value))?;
        let elements = array.iter().enumerate();
        elements
            .map(|(i, e)| read(&e, &format!("{path}[{i}]")))
            .collect()
    }

    /// An object within, with the way to it.
    pub fn object(&self, field: &str, known: &[&str]) -> Read<Option<Fields>> {
        self.get(field)
            .map(|(value, path)| Fields::of(&value, &path, known))
            .transpose()
    }

    /// Whether the field is there.
    pub fn has(&self, field: &str) -> bool {
        self.get(field).is_some()
    }
}

/// Gives a new object a field.
#[inline(never)]
pub(super) fn set(object: &JsValue, field: &str, value: JsValue) {
    // Setting a property of a new object cannot fail.
    let _ = Reflect::set(object, &field.into(), &value);
}

/// A string at `path`.
pub(super) fn text(value: &JsValue, path: &str) -> Read<String> {
    value
        .as_string()
        .ok_or_else(|| wrong(path, "a string", value))
}

fn within(path: &str, field: &str) -> String {
    if path.is_empty() {
        field.to_owned()
    } else {
        format!("{path}.{field}")
    }
}

/// The error for a value of another shape than needed.
fn wrong(path: &str, needed: &str, value: &JsValue) -> GazetteerError {
    let shown = js_sys::JSON::stringify(value)
        .ok()
        .and_then(|s| s.as_string());
    let shown = clip(&shown.unwrap_or_default());
    fault(path, &format!("{needed} is needed here, not {shown}"))
}

/// An error about the object as a whole.
pub(super) fn syntax(message: &str) -> GazetteerError {
    GazetteerError::new(ErrorKind::Syntax, message)
}
