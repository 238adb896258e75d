//! The elements of one array in a JSON document, one by one, each with its line: what lies around it is not kept.

use std::{io::BufRead, rc::Rc};

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;

use super::{
    error::{ImportError, ImportErrorKind},
    source::{Position, Source},
};

/// Gives the elements of the array that lies under these fields, one in the other.
pub(super) fn each<R: BufRead>(
    source: Source<R>,
    path: &[&str],
    take: &mut dyn FnMut(u64, Value),
) -> Result<(), ImportError> {
    let position = source.position();
    let mut found = false;
    let mut reader = serde_json::Deserializer::from_reader(source);
    position.begin_row();
    let step = Step {
        path,
        take,
        found: &mut found,
        position: &position,
    };
    let read = step.deserialize(&mut reader).and_then(|()| reader.end());
    read.map_err(|e| explained(&e, &position))?;
    if !found {
        let message = format!("there is no “{}” in the document", path.join("."));
        return Err(ImportError::new(ImportErrorKind::Format, message));
    }
    Ok(())
}

/// What kept a document or a row of JSON from being read.
pub(super) fn explained(error: &serde_json::Error, position: &Position) -> ImportError {
    if let Some(fault) = position.fault() {
        return fault;
    }
    let line = position.line();
    if error.is_eof() {
        let message = "the file ends within its JSON; it may be cut short";
        return ImportError::new(ImportErrorKind::Truncated, message).on_line(line);
    }
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(&*said, |(s, _)| s);
    ImportError::new(
        ImportErrorKind::Format,
        format!("not JSON as expected: {said}"),
    )
    .on_line(error.line().max(1) as u64)
}

/// The rest of the way to the array.
struct Step<'a> {
    path: &'a [&'a str],
    take: &'a mut dyn FnMut(u64, Value),
    found: &'a mut bool,
    position: &'a Rc<Position>,
}

impl<'de> DeserializeSeed<'de> for Step<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.path.is_empty() {
            true => deserializer.deserialize_seq(self),
            false => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Step<'_> {
    type Value = ();

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.path.first() {
            Some(field) => write!(f, "an object with “{field}”"),
            None => f.write_str("an array"),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((field, rest)) = self.path.split_first() else {
            return Err(A::Error::custom("an object where an array should be"));
        };
        while let Some(name) = map.next_key::<String>()? {
            self.position.begin_row();
            if name != *field {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            map.next_value_seed(Step {
                path: rest,
                take: &mut *self.take,
                found: &mut *self.found,
                position: self.position,
            })?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        *self.found = true;
        while let Some((line, value)) = array.next_element_seed(Element(self.position))? {
            (self.take)(line, value);
        }
        Ok(())
    }
}

/// An element, with the line on which it begins.
struct Element<'a>(&'a Position);

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = (u64, Value);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(u64, Value), D::Error> {
        self.0.begin_row();
        let line = self.0.line();
        <Value as serde::Deserialize>::deserialize(deserializer).map(|value| (line, value))
    }
}
