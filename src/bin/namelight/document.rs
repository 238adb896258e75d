//! The documents of a run: whole files, or JSON lines with id, text and date.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use namelight::Date;
use serde::{Deserialize, Serialize, de};
use serde_json::value::RawValue;

/// A text with what is said about it.
pub struct Document<'a> {
    /// Given back with the mentions as it came.
    pub id: Id<'a>,
    /// Borrowed from the line where that has no escapes in it.
    pub text: Cow<'a, str>,
    pub date: Option<Date>,
}

/// Why a line is no document.
pub struct BadLine<'a> {
    /// The id, where that much could be read, else null.
    pub id: Id<'a>,
    pub reason: String,
}

/// A line as it is written. Unknown fields are passed over, so that richer lines can be piped through.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Id<'a>,
    #[serde(borrow)]
    text: Lenient<'a>,
    #[serde(default)]
    date: Option<String>,
}

/// A string, a number or null, in the very letters in which it was written.
#[derive(Clone, Serialize)]
#[serde(transparent)]
pub struct Id<'a>(Cow<'a, RawValue>);

impl<'a> Id<'a> {
    pub const NULL: Id<'a> = Id(Cow::Borrowed(RawValue::NULL));

    /// The id of a document that has a name.
    pub fn named(name: &str) -> Id<'a> {
        let raw = serde_json::value::to_raw_value(name).expect("a string is JSON");
        Id(Cow::Owned(raw))
    }

    /// The name, where the id is a string.
    pub fn name(&self) -> String {
        serde_json::from_str(self.0.get()).unwrap_or_default()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        if raw.get().starts_with(['{', '[', 't', 'f']) {
            return Err(de::Error::custom(
                "the id is not a string, a number or null",
            ));
        }
        Ok(Id(Cow::Borrowed(raw)))
    }
}

/// Text in which an unpaired surrogate is read as U+FFFD.
struct Lenient<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Lenient<'a> {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Lenient<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_bytes<E: de::Error>(
                self,
                bytes: &'de [u8],
            ) -> Result<Self::Value, E> {
                match std::str::from_utf8(bytes) {
                    Ok(text) => Ok(Lenient(Cow::Borrowed(text))),
                    Err(_) => self.visit_bytes(bytes),
                }
            }
            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
                String::from_utf8(bytes.to_vec())
                    .or_else(|e| String::from_utf8(replace_surrogates(e.into_bytes())))
                    .map(|text| Lenient(Cow::Owned(text)))
                    .map_err(|_| E::custom("the text is not UTF-8"))
            }
        }
        // Asked for bytes, serde_json hands an unpaired surrogate over in the three bytes of its number.
        deserializer.deserialize_bytes(Visitor)
    }
}

fn replace_surrogates(mut bytes: Vec<u8>) -> Vec<u8> {
    let mut i = 0;
    while i + 2 < bytes.len() {
        if bytes[i] == 0xED && bytes[i + 1] >= 0xA0 {
            bytes[i..i + 3].copy_from_slice("\u{FFFD}".as_bytes());
            i += 2;
        }
        i += 1;
    }
    bytes
}

impl<'a> Document<'a> {
    /// The document of one line of JSON.
    pub fn from_json(line: &'a [u8]) -> Result<Document<'a>, BadLine<'a>> {
        let bad = |id: Id<'a>, reason: String| BadLine { id, reason };
        if line.trim_ascii_start().first() != Some(&b'{') {
            let reason = "the line is not a JSON object {\"id\",\"text\",\"date\"?}";
            return Err(bad(Id::NULL, reason.to_owned()));
        }
        let read: Line = serde_json::from_slice(line).map_err(|e| {
            let reason = e.to_string();
            // Lines are numbered by their place in the input, so the column is all that is said here.
            let reason = reason.replace(" at line 1 column ", ", at column ");
            bad(id_alone(line), reason)
        })?;
        let date = read.date.as_deref().map(Date::parse).transpose();
        let date = date.map_err(|e| bad(read.id.clone(), e.to_string()))?;
        Ok(Document {
            id: read.id,
            text: read.text.0,
            date,
        })
    }
}

/// The id of a line that is otherwise not as it should be, also of one that breaks off behind its id.
pub fn id_alone(line: &[u8]) -> Id<'_> {
    #[derive(Deserialize)]
    #[serde(field_identifier, rename_all = "lowercase")]
    enum Field {
        Id,
        #[serde(other)]
        Other,
    }
    /// Keeps the id as soon as it is read, whatever comes behind it.
    struct Visitor<'v, 'de>(&'v mut Option<Id<'de>>);
    impl<'de> de::Visitor<'de> for Visitor<'_, 'de> {
        type Value = ();
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
            while let Some(field) = map.next_key()? {
                match field {
                    Field::Id if self.0.is_none() => *self.0 = Some(map.next_value()?),
                    Field::Id | Field::Other => {
                        map.next_value::<de::IgnoredAny>()?;
                    }
                }
            }
            Ok(())
        }
    }
    let mut id = None;
    let mut json = serde_json::Deserializer::from_slice(line);
    // That the line is bad is known; what counts is how far it could be read.
    let _ = de::Deserializer::deserialize_map(&mut json, Visitor(&mut id));
    id.unwrap_or(Id::NULL)
}

/// Writes a text and a line's end.
pub fn write_line(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpaired_surrogates_become_one_unit() {
        let line = br#"{"id":1,"text":"\ud83d Idlib \ude00 \ud83c\udf89"}"#;
        let d = Document::from_json(line).ok().unwrap();
        assert_eq!(d.text, "\u{FFFD} Idlib \u{FFFD} 🎉");
    }

    #[test]
    fn text_without_escapes_is_not_copied() {
        let line = r#"{"id":1,"text":"Идлиб 🎉"}"#;
        let d = Document::from_json(line.as_bytes()).ok().unwrap();
        assert!(matches!(d.text, Cow::Borrowed("Идлиб 🎉")));
    }

    #[test]
    fn a_bad_line_says_why_and_keeps_its_id() {
        for (line, id, reason) in [
            (
                &br#"{"id":"a","text":"x","date":"2024-13-40"}"#[..],
                "\"a\"",
                "month",
            ),
            (br#"{"id":7,"text":5}"#, "7", "expected a string"),
            (br#"{"text":5,"id":7}"#, "7", "expected a string"),
            (br#"{"id":"b"}"#, "\"b\"", "missing field `text`"),
            (br#"{"text":"x"}"#, "null", "missing field `id`"),
            (
                br#"{"id":1,"id":2,"text":"x"}"#,
                "1",
                "duplicate field `id`",
            ),
            (
                br#"{"id":1,"text":"x","text":"y"}"#,
                "1",
                "duplicate field `text`",
            ),
            (br#"{"id":1,"text":"x"}{"#, "1", "trailing characters"),
            (br#"{"id":1,"text":"#, "1", "EOF"),
            (b"{nonsense", "null", "column"),
            (br#"["a","x"]"#, "null", "not a JSON object"),
            (br#"{"id":{},"text":"x"}"#, "null", "not a string, a number"),
            (b"{\"id\":1,\"text\":\"\xFF\"}", "1", "not UTF-8"),
            (b"{\"id\":\"\xFF\",\"text\":\"x\"}", "null", "unicode"),
        ] {
            let bad = Document::from_json(line).err().unwrap();
            assert_eq!(bad.id.0.get(), id);
            assert!(bad.reason.contains(reason), "{}", bad.reason);
        }
    }
}
