//! Gazetteer files: JSON as people edit it, read as far as it can be, with every fault that names line and entity.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, value::RawValue};

use super::{
    error::{ErrorKind, GazetteerError},
    locate::line_of,
    suggest::explain,
};
use crate::entity::{Entity, Example, Mute};

/// One file of a gazetteer.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GazetteerFile {
    /// Where the format is described.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// What the file holds.
    #[serde(default)]
    pub title: Option<String>,
    /// Sorted by id.
    pub entities: Vec<Entity>,
    /// Sentences about the entities of the file.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// What is silenced in the gazetteers that this one is laid over.
    #[serde(default)]
    pub mute: Vec<Mute>,
}

impl GazetteerFile {
    /// Reads one file; `name` is what errors call it.
    ///
    /// # Errors
    /// The first thing that is not as the format says, with the line and, where it is in one, the entity.
    pub fn parse(name: &str, text: &str) -> Result<GazetteerFile, GazetteerError> {
        let mut faults = Vec::new();
        let read = FileRead::new(name, text, &mut faults);
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault);
        }
        Ok(GazetteerFile {
            schema: read.schema,
            title: read.title,
            entities: read.entities.into_iter().map(|(e, _)| e).collect(),
            examples: read.examples.into_iter().map(|(e, _)| e).collect(),
            mute: read.mutes.into_iter().map(|(m, _)| m).collect(),
        })
    }
}

/// The fields of a file, with what its lists hold not read yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields<'f> {
    #[serde(default, rename = "$schema")]
    schema: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(borrow)]
    entities: Vec<&'f RawValue>,
    #[serde(default, borrow)]
    examples: Vec<&'f RawValue>,
    #[serde(default, borrow)]
    mute: Vec<&'f RawValue>,
}

/// What could be read of a file, each with where it stands.
#[derive(Default)]
pub(super) struct FileRead<'f> {
    schema: Option<String>,
    title: Option<String>,
    pub entities: Vec<(Entity, &'f RawValue)>,
    pub examples: Vec<(Example, &'f RawValue)>,
    pub mutes: Vec<(Mute, &'f RawValue)>,
    /// The ids of entities that are there and could not be read.
    pub unread: Vec<String>,
}

impl<'f> FileRead<'f> {
    /// Reads a file and hands over what is not as the format says: of each entity, example and mute the first thing.
    pub fn new(name: &str, text: &'f str, faults: &mut Vec<GazetteerError>) -> FileRead<'f> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut reader = serde_json::Deserializer::from_str(text);
        let read = serde_path_to_error::deserialize::<_, Fields>(&mut reader);
        let end = reader.end();
        let fields = match read {
            Ok(fields) => fields,
            Err(error) => {
                // What reads all of a value says more clearly what is no JSON.
                let e = match serde_json::from_str::<Value>(text) {
                    Err(e) => at_line("", &e, 1),
                    Ok(_) => fault(error, "", 1),
                };
                faults.push(e.in_file(name));
                return FileRead::default();
            }
        };
        if let Err(error) = end {
            let message = "something follows the end of the file's object";
            let error_at = GazetteerError::new(ErrorKind::Syntax, message).in_file(name);
            faults.push(error_at.on_line(Some(error.line())));
        }
        let mut unread = Vec::new();
        let mut told = |e: GazetteerError| faults.push(e.in_file(name));
        let entities = items(text, fields.entities, |error, value, _, line| {
            let e = fault(error, "", line);
            told(match named(value) {
                Some(id) => {
                    unread.push(id.clone());
                    e.in_entity(&id)
                }
                None => e,
            });
        });
        let within = |list: &str, number: usize| format!("{list}[{number}]");
        let examples = items(text, fields.examples, |error, _, number, line| {
            told(fault(error, &within("examples", number), line));
        });
        let mutes = items(text, fields.mute, |error, _, number, line| {
            told(fault(error, &within("mute", number), line));
        });
        FileRead {
            schema: fields.schema,
            title: fields.title,
            entities,
            examples,
            mutes,
            unread,
        }
    }
}

type PathError = serde_path_to_error::Error<serde_json::Error>;

/// The values of a list; those that are not as they should be go to `bad` with their number and first line.
fn items<'f, T: DeserializeOwned>(
    text: &str,
    raw: Vec<&'f RawValue>,
    mut bad: impl FnMut(PathError, &RawValue, usize, usize),
) -> Vec<(T, &'f RawValue)> {
    let mut read = Vec::with_capacity(raw.len());
    for (number, value) in raw.into_iter().enumerate() {
        let mut reader = serde_json::Deserializer::from_str(value.get());
        match serde_path_to_error::deserialize(&mut reader) {
            Ok(item) => read.push((item, value)),
            Err(error) => bad(error, value, number, line_of(text, value.get())),
        }
    }
    read
}

/// The error for what serde says of a value that begins on a line and that lies within `above`.
fn fault(error: PathError, above: &str, first_line: usize) -> GazetteerError {
    let path = error.path().to_string();
    // So serde calls the value itself.
    let path = if path == "." { String::new() } else { path };
    let joint = if above.is_empty() || path.is_empty() {
        ""
    } else {
        "."
    };
    at_line(&format!("{above}{joint}{path}"), error.inner(), first_line)
}

fn at_line(path: &str, error: &serde_json::Error, first_line: usize) -> GazetteerError {
    let line = (error.line() > 0).then(|| first_line + error.line() - 1);
    let said = error.to_string();
    // The place is told once, in front.
    let said = said.rsplit_once(" at line ").map_or(&*said, |(s, _)| s);
    explain(path, said).on_line(line)
}

/// What an entity that could not be read calls itself.
fn named(entity: &RawValue) -> Option<String> {
    let value: Value = serde_json::from_str(entity.get()).ok()?;
    let id = value.get("id").or_else(|| value.get("name"))?.as_str()?;
    Some(id.to_owned())
}

/// Whether a file is a table, by its name.
pub(super) fn is_table(name: &str) -> bool {
    name.ends_with(".tsv")
}
