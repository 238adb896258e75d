//! The documents of a run: whole files, or JSON lines with id, text and date.

use std::io::{self, Write};

use namelight::Date;
use serde::{Deserialize, Serialize, de};
use serde_json::value::RawValue;

/// A text with what is said about it.
pub struct Document {
    /// Given back with the mentions as it came.
    pub id: Id,
    pub text: String,
    pub date: Option<Date>,
}

/// Why a line is no document.
pub struct BadLine {
    /// The id, where that much could be read, else null.
    pub id: Id,
    pub reason: String,
}

/// A line as it is written. Unknown fields are passed over, so that richer lines can be piped through.
#[derive(Deserialize)]
struct Line {
    id: Id,
    text: Lenient,
    #[serde(default)]
    date: Option<String>,
}

/// A string, a number or null, in the very letters in which it was written.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Id(Box<RawValue>);

impl Id {
    /// The id of a document that has a name.
    pub fn named(name: &str) -> Id {
        Id(serde_json::value::to_raw_value(name).expect("a string is JSON"))
    }

    fn null() -> Id {
        Id(RawValue::NULL.to_owned())
    }

    /// The name, where the id is a string.
    pub fn name(&self) -> String {
        serde_json::from_str(self.0.get()).unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        if raw.get().starts_with(['{', '[', 't', 'f']) {
            return Err(de::Error::custom(
                "the id is not a string, a number or null",
            ));
        }
        Ok(Id(raw))
    }
}

/// Text in which an unpaired surrogate is read as U+FFFD.
struct Lenient(String);

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Lenient;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }
            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Lenient, E> {
                replace_surrogates(bytes.to_vec())
                    .map(Lenient)
                    .ok_or_else(|| E::custom("the text is not UTF-8"))
            }
        }
        // Asked for bytes, serde_json hands an unpaired surrogate over in the three bytes of its number.
        deserializer.deserialize_bytes(Visitor)
    }
}

fn replace_surrogates(mut bytes: Vec<u8>) -> Option<String> {
    let mut i = 0;
    while i + 2 < bytes.len() {
        if bytes[i] == 0xED && bytes[i + 1] >= 0xA0 {
            bytes[i..i + 3].copy_from_slice("\u{FFFD}".as_bytes());
            i += 2;
        }
        i += 1;
    }
    String::from_utf8(bytes).ok()
}

impl Document {
    /// The document of one line of JSON.
    pub fn from_json(line: &[u8]) -> Result<Document, BadLine> {
        let bad = |id: Id, reason: String| BadLine { id, reason };
        if line.trim_ascii_start().first() != Some(&b'{') {
            let reason = "the line is not a JSON object {\"id\",\"text\",\"date\"?}";
            return Err(bad(Id::null(), reason.to_owned()));
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

/// The id of a line that is otherwise not as it should be.
fn id_alone(line: &[u8]) -> Id {
    #[derive(Deserialize)]
    struct Only {
        id: Id,
    }
    serde_json::from_slice::<Only>(line).map_or_else(|_| Id::null(), |only| only.id)
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
    fn a_bad_line_says_why_and_keeps_its_id() {
        for (line, id, reason) in [
            (
                &br#"{"id":"a","text":"x","date":"2024-13-40"}"#[..],
                "\"a\"",
                "month",
            ),
            (br#"{"id":7,"text":5}"#, "7", "expected a string"),
            (br#"{"id":"b"}"#, "\"b\"", "missing field `text`"),
            (b"{nonsense", "null", "column"),
            (br#"["a","x"]"#, "null", "not a JSON object"),
            (br#"{"id":{},"text":"x"}"#, "null", "not a string, a number"),
            (b"{\"id\":1,\"text\":\"\xFF\"}", "1", "not UTF-8"),
        ] {
            let bad = Document::from_json(line).err().unwrap();
            assert_eq!(bad.id.0.get(), id);
            assert!(bad.reason.contains(reason), "{}", bad.reason);
        }
    }
}
