//! Gazetteer files: JSON as people edit it, and tables (`table`), read with errors that name file, line and entity.

use serde::Deserialize;
use serde_json::Value;

use super::{
    Gazetteer,
    error::{ErrorKind, GazetteerError},
    suggest::explain,
    table, underlay, validate,
};
use crate::{
    date::Date,
    entity::{Entity, Example, Mute},
};

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
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut reader = serde_json::Deserializer::from_str(text);
        let file = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path: Vec<String> = error.path().iter().map(|s| s.to_string()).collect();
            let inner = error.into_inner();
            let line = (inner.line() > 0).then(|| inner.line());
            let said = inner.to_string();
            // The place is told once, in front.
            let said = said.rsplit_once(" at line ").map_or(&*said, |(s, _)| s);
            // What lies within an entity is told from there.
            let within = path.get(2..).unwrap_or(&path).join(".").replace(".[", "[");
            let e = match entity_at(text, &path) {
                Some(id) => explain(&within, said).in_entity(&id),
                None => explain(&path.join("."), said),
            };
            e.in_file(name).on_line(line)
        })?;
        reader.end().map_err(|e| {
            GazetteerError::new(
                ErrorKind::Syntax,
                "something follows the end of the file's object",
            )
            .in_file(name)
            .on_line(Some(e.line()))
        })?;
        Ok(file)
    }
}

impl Gazetteer {
    /// The gazetteer of these files, given as (name, text): tables where the name ends with `.tsv`, else JSON.
    /// References are not checked, as in [`Gazetteer::new`].
    ///
    /// # Errors
    /// The first fault, with file, line and entity.
    pub fn from_files<'f>(
        title: impl Into<String>,
        checked: Option<Date>,
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
    ) -> Result<Gazetteer, GazetteerError> {
        Gazetteer::from_files_over(title, checked, files, &|_| None)
    }

    /// As [`Gazetteer::from_files`], for files whose places lie in others that are there already: `named` gives the name
    /// of one by its id.
    ///
    /// # Errors
    /// As there.
    pub fn from_files_over<'f>(
        title: impl Into<String>,
        checked: Option<Date>,
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
        named: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Gazetteer, GazetteerError> {
        let mut entities = Vec::new();
        let mut mutes = Vec::new();
        let mut rows = Vec::new();
        // For each entity the number of its file; for each file its name and text.
        let mut origin = Vec::new();
        let mut sources = Vec::new();
        for (name, text) in files {
            let number = sources.len();
            sources.push((name, text));
            if is_table(name) {
                rows.extend(table::parse(name, text)?);
                continue;
            }
            let file = GazetteerFile::parse(name, text)?;
            origin.resize(origin.len() + file.entities.len(), number);
            entities.extend(file.entities);
            let sound = file.mute.iter().try_for_each(validate::mute);
            sound.map_err(|e| e.in_file(name))?;
            mutes.extend(file.mute);
            attach(&mut entities, &origin, number, file.examples).map_err(|e| e.in_file(name))?;
        }
        underlay::lay_under(&mut entities, rows, named);
        Gazetteer::new(title, checked, entities)
            .and_then(|g| g.with_mutes(mutes))
            .map_err(|e| e.located(sources))
    }
}

fn is_table(name: &str) -> bool {
    name.ends_with(".tsv")
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
            .filter_map(|(name, text)| Some((name, line_of(name, text, id)?)));
        match places.last() {
            Some((name, line)) => self.in_file(name).on_line(Some(line)),
            None => self,
        }
    }
}

/// Gives the examples of a whole file to the entities that they name.
fn attach(
    entities: &mut [Entity],
    origin: &[usize],
    number: usize,
    examples: Vec<Example>,
) -> Result<(), GazetteerError> {
    for mut example in examples {
        let Some(id) = example.entity.take() else {
            let message = format!(
                "an example of the file names no entity: “{}”",
                super::clip(&example.text)
            );
            return Err(GazetteerError::new(ErrorKind::Example, message));
        };
        let Some(i) = (0..entities.len()).find(|&i| origin[i] == number && entities[i].id == id)
        else {
            let message = "an example names this entity, which the file does not have";
            return Err(GazetteerError::new(ErrorKind::Example, message).in_entity(&id));
        };
        entities[i].examples.push(example);
    }
    Ok(())
}

/// The id of the entity that a path into the file leads through.
fn entity_at(text: &str, path: &[String]) -> Option<String> {
    let [field, index, ..] = path else {
        return None;
    };
    let index: usize = index.trim_matches(['[', ']']).parse().ok()?;
    let value: Value = serde_json::from_str(text).ok()?;
    let entity = value.get(field)?.get(index)?;
    let id = entity.get("id").or_else(|| entity.get("name"))?.as_str()?;
    Some(id.to_owned())
}

/// The last line, from 1, on which an entity of this id begins.
fn line_of(name: &str, text: &str, id: &str) -> Option<usize> {
    if is_table(name) {
        let row = |line: &str| line.split('\t').next() == Some(id);
        return text.lines().position(row).map(|before| before + 1);
    }
    // A clipped id is told by its beginning, a whole one by its end as well.
    let wanted = match id.strip_suffix('…') {
        Some(beginning) => format!("\"{beginning}"),
        None => format!("\"{id}\""),
    };
    let found = text.rmatch_indices("\"id\"").find(|(at, key)| {
        let rest = text[at + key.len()..].trim_start();
        rest.strip_prefix(':')
            .is_some_and(|r| r.trim_start().starts_with(&wanted))
    });
    found.map(|(at, _)| text[..at].matches('\n').count() + 1)
}
