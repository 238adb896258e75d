//! Which line of its file a value stands on.

use std::{borrow::Cow, collections::HashMap};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    at::{At, Step},
    error::GazetteerError,
    json::is_table,
};

/// The line, from 1, on which a part of a text begins.
pub(super) fn line_of(text: &str, part: &str) -> usize {
    let before = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let lines = text.as_bytes().iter().take(before);
    lines.filter(|&&b| b == b'\n').count() + 1
}

/// What of a value is nearest to a place within it: the value there, or the last one on the way that there is.
pub(super) fn nearest(value: &RawValue, at: At) -> &RawValue {
    let mut here = value;
    for step in at.steps() {
        let next = match step {
            Step::Field(name) => serde_json::from_str::<HashMap<Cow<str>, &RawValue>>(here.get())
                .ok()
                .and_then(|fields| fields.get(name).copied()),
            Step::Item(number) => serde_json::from_str::<Vec<&RawValue>>(here.get())
                .ok()
                .and_then(|items| items.get(number).copied()),
        };
        match next {
            Some(value) => here = value,
            None => break,
        }
    }
    here
}

impl GazetteerError {
    /// The error with the file and line of its entity, where it has an entity and no file yet. The files are those
    /// that the gazetteer was read from, as (name, text). Of several entities of one id the last is at fault.
    pub fn located<'f>(self, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let Some(id) = self.entity().filter(|_| self.file().is_none()) else {
            return self;
        };
        let places = files
            .into_iter()
            .filter_map(|(name, text)| Some((name, line_of_entity(name, text, id, self.place())?)));
        match places.last() {
            Some((name, line)) => self.in_file(name).on_line(Some(line)),
            None => self,
        }
    }
}

/// The entities of a file, whatever else is in it.
#[derive(Deserialize)]
struct Entities<'f> {
    #[serde(borrow)]
    entities: Vec<&'f RawValue>,
}

#[derive(Deserialize)]
struct Id<'f> {
    #[serde(borrow)]
    id: Cow<'f, str>,
}

/// The line of a place in the last entity of an id.
fn line_of_entity(name: &str, text: &str, id: &str, at: At) -> Option<usize> {
    if is_table(name) {
        let row = |line: &str| line.split('\t').next() == Some(id);
        return text.lines().position(row).map(|before| before + 1);
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let all = serde_json::from_str::<Entities>(text).ok()?.entities;
    let same = |other: &str| match id.strip_suffix('…') {
        // A clipped id is told by its beginning.
        Some(beginning) => other.starts_with(beginning),
        None => other == id,
    };
    let entity = all.into_iter().rev().find(|entity| {
        let known = serde_json::from_str::<Id>(entity.get());
        known.is_ok_and(|known| same(&known.id))
    })?;
    Some(line_of(text, nearest(entity, at).get()))
}
