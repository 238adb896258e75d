//! The files of a gazetteer read together, with all that is wrong with their shape, and where each entity came from.

use serde_json::value::RawValue;

use super::{
    Gazetteer,
    at::{At, Step},
    clip,
    error::{ErrorKind, GazetteerError},
    json::{FileRead, is_table},
    locate::{line_of, nearest},
    table, underlay, validate,
};
use crate::{
    date::Date,
    entity::{Entity, Mute},
};

/// What could be read of the files of a gazetteer.
#[derive(Default)]
pub(crate) struct Reading<'f> {
    files: Vec<(&'f str, &'f str)>,
    /// The entities of the JSON files in the order of `origins`, then those of tables.
    pub entities: Vec<Entity>,
    pub mutes: Vec<Mute>,
    /// The ids of entities that are there and could not be read.
    pub unread: Vec<String>,
    /// What is not as the format says, in the order of the files.
    pub faults: Vec<GazetteerError>,
    origins: Vec<Origin<'f>>,
}

/// Where an entity of a JSON file stands.
struct Origin<'f> {
    file: usize,
    value: &'f RawValue,
    /// How many examples it has itself.
    examples: usize,
    /// Further examples, which the file has for it.
    attached: Vec<&'f RawValue>,
}

impl<'f> Reading<'f> {
    /// Reads files, given as (name, text): tables where the name ends with `.tsv`, else JSON. `named` gives the name of
    /// a place that is in none of them.
    pub fn new(
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
        named: &dyn Fn(&str) -> Option<String>,
    ) -> Reading<'f> {
        let mut all = Reading::default();
        let mut rows = Vec::new();
        for (name, text) in files {
            all.files.push((name, text));
            match is_table(name) {
                true => rows.extend(table::parse(name, text, &mut all.faults)),
                false => all.add_json(name, text),
            }
        }
        underlay::lay_under(&mut all.entities, rows, named);
        all
    }

    fn add_json(&mut self, name: &'f str, text: &'f str) {
        let file = self.files.len() - 1;
        let first = self.entities.len();
        let read = FileRead::new(name, text, &mut self.faults);
        for (entity, value) in read.entities {
            self.origins.push(Origin {
                file,
                value,
                examples: entity.examples.len(),
                attached: Vec::new(),
            });
            self.entities.push(entity);
        }
        for (mute, value) in read.mutes {
            let line = line_of(text, value.get());
            match validate::mute(&mute) {
                Ok(()) => self.mutes.push(mute),
                Err(e) => self.faults.push(e.in_file(name).on_line(Some(line))),
            }
        }
        for (mut example, value) in read.examples {
            let fault = |message: String| {
                let line = line_of(text, value.get());
                let e = GazetteerError::new(ErrorKind::Example, message);
                e.in_file(name).on_line(Some(line))
            };
            let Some(id) = example.entity.take() else {
                let text = clip(&example.text);
                let message = format!("an example of the file names no entity: “{text}”");
                self.faults.push(fault(message));
                continue;
            };
            match (first..self.entities.len()).find(|&i| self.entities[i].id == id) {
                Some(i) => {
                    self.entities[i].examples.push(example);
                    self.origins[i].attached.push(value);
                }
                None if read.unread.contains(&id) => {}
                None => {
                    let message = "an example names this entity, which the file does not have";
                    self.faults.push(fault(message.to_owned()).in_entity(&id));
                }
            }
        }
        self.unread.extend(read.unread);
    }

    /// How many of the entities are of JSON files.
    pub fn written(&self) -> usize {
        self.origins.len()
    }

    /// An error of the entity of a number, with its file and line.
    pub fn located(&self, number: usize, error: GazetteerError) -> GazetteerError {
        let Some(origin) = self.origins.get(number) else {
            return error.located(self.files.iter().copied());
        };
        let (name, text) = self.files[origin.file];
        let value = origin.value_at(error.place());
        error
            .in_file(name)
            .on_line(Some(line_of(text, value.get())))
    }
}

impl<'f> Origin<'f> {
    fn value_at(&self, at: At) -> &'f RawValue {
        let mut steps = at.steps();
        if let (Some(Step::Field("examples")), Some(Step::Item(number))) =
            (steps.next(), steps.next())
            && let Some(further) = number.checked_sub(self.examples)
            && let Some(value) = self.attached.get(further)
        {
            return value;
        }
        nearest(self.value, at)
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
        let read = Reading::new(files, &|_| None);
        if let Some(fault) = read.faults.into_iter().next() {
            return Err(fault);
        }
        Gazetteer::new(title, checked, read.entities)
            .and_then(|g| g.with_mutes(read.mutes))
            .map_err(|e| e.located(read.files))
    }
}
