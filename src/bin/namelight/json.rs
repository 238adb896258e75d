//! Documents as lines of JSON, for programs.

use std::io::Write;

use namelight::MentionView;
use serde::{Serialize, Serializer};

use crate::{document::Id, failure::Failure};

#[derive(Serialize)]
struct Annotated<'a, V: Iterator<Item = MentionView<'a>> + Clone> {
    id: &'a Id<'a>,
    #[serde(serialize_with = "one_by_one")]
    mentions: V,
}

/// A list of which no more than one item exists at a time.
fn one_by_one<T: Serialize, S: Serializer>(
    items: &(impl Iterator<Item = T> + Clone),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(items.clone())
}

#[derive(Serialize)]
struct Refused<'a> {
    id: &'a Id<'a>,
    error: &'a str,
}

/// Writes `{"id","mentions"}`.
pub fn write<'a>(
    out: &mut impl Write,
    id: &'a Id,
    mentions: impl Iterator<Item = MentionView<'a>> + Clone,
) -> Result<(), Failure> {
    write_line(out, &Annotated { id, mentions })
}

/// Writes `{"id","error"}`.
pub fn write_refused(out: &mut impl Write, id: &Id, error: &str) -> Result<(), Failure> {
    write_line(out, &Refused { id, error })
}

fn write_line(out: &mut impl Write, record: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, record)?;
    Ok(out.write_all(b"\n")?)
}
