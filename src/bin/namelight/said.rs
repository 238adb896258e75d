//! What is said of mentions in JSON, kept: a run says the same of an entity in thousands of documents, and writing it
//! out each time cost as much as half of finding it.
//!
//! All that a mention says behind its span and text depends on the entity, the rule, the form, the other candidates
//! and the time of the document. Of the time it matters only which of the entity's dated changes it is past.

use namelight::{Date, EntityIndex, Form, Highlighter, Mention, RoleRef, Rule};
use serde::Serialize;

/// Bytes after which all is forgotten.
const MOST: usize = 2 << 20;

/// The fields with which a mention begins.
#[derive(Serialize)]
struct Place<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// What is said of an entity where its form, the rule and the other candidates are these.
struct Entry {
    form: Form,
    why: Rule,
    /// How many of the entity's dated changes lie behind, where the document is of any day.
    changes: Option<usize>,
    candidates: Vec<(EntityIndex, Rule)>,
    json: Vec<u8>,
}

/// What was said of an entity.
struct Known {
    /// The days at which its roles began or ended, or may have.
    changes: Vec<Date>,
    entries: Vec<Entry>,
}

/// What was said of mentions of one gazetteer.
#[derive(Default)]
pub struct Said {
    /// For each entity one more than its number in `known`.
    numbers: Vec<u32>,
    known: Vec<Known>,
    bytes: usize,
}

impl Said {
    /// Adds a mention as JSON: the same bytes that its view gives.
    pub fn write(
        &mut self,
        out: &mut Vec<u8>,
        engine: &Highlighter,
        text: &str,
        mention: &Mention,
        date: Option<Date>,
    ) -> serde_json::Result<()> {
        // Named in full, so that a field that is added is not forgotten in the key.
        let Mention {
            span,
            bytes,
            entity,
            form,
            why,
            candidates,
        } = mention;
        let begin = out.len();
        let place = Place {
            start: span.start,
            end: span.end,
            text: &text[bytes.range()],
        };
        serde_json::to_writer(&mut *out, &place)?;
        // The bracket that closes the record comes behind what else is said.
        out.pop();
        if self.bytes > MOST {
            *self = Said::default();
        }
        let number = self.number(engine, *entity);
        let known = &mut self.known[number];
        let day = date.or(engine.checked());
        let changes = day.map(|day| known.changes.iter().filter(|&&d| d <= day).count());
        let entry = known.entries.iter().find(|e| {
            (e.form, e.why, e.changes) == (*form, *why, changes) && e.candidates == *candidates
        });
        if let Some(entry) = entry {
            out.extend_from_slice(&entry.json);
            return Ok(());
        }
        let length = out.len() - begin;
        out.truncate(begin);
        serde_json::to_writer(&mut *out, &engine.mention_view(text, mention, date))?;
        let entry = Entry {
            form: *form,
            why: *why,
            changes,
            candidates: candidates.clone(),
            json: out[begin + length..].to_vec(),
        };
        self.bytes += entry.json.len() + size_of_val(entry.candidates.as_slice());
        known.entries.push(entry);
        Ok(())
    }

    /// The number of an entity in `known`.
    fn number(&mut self, engine: &Highlighter, entity: EntityIndex) -> usize {
        let at = entity.0 as usize;
        if self.numbers.len() <= at {
            self.numbers.resize(at + 1, 0);
        }
        if self.numbers[at] == 0 {
            self.known.push(Known {
                changes: changes(&engine.entity(entity).roles()),
                entries: Vec::new(),
            });
            self.numbers[at] = self.known.len() as u32;
        }
        self.numbers[at] as usize - 1
    }
}

/// The days at which these roles began or ended, or may have.
fn changes(roles: &[RoleRef]) -> Vec<Date> {
    let dates = roles.iter().flat_map(|r| [r.from, r.to]).flatten();
    dates.flat_map(|d| [d.first_day(), d.last_day()]).collect()
}
