//! What is said of mentions in JSON, kept: a run says the same of an entity in thousands of documents, and writing it
//! out each time cost as much as half of finding it.
//!
//! All that a mention says behind its span and text depends on the entity, the rule, the form, the other candidates
//! and the time of the document. Of the time it matters only which of the entity's dated changes it is past.

use std::collections::HashMap;

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

#[derive(PartialEq, Eq, Hash)]
struct Key {
    entity: EntityIndex,
    form: Form,
    why: Rule,
    /// How many of the entity's dated changes lie behind, where the document is of any day.
    changes: Option<usize>,
}

/// What is said where the other candidates are these.
struct Entry {
    candidates: Vec<(EntityIndex, Rule)>,
    json: Vec<u8>,
}

/// What was said of mentions of one gazetteer.
#[derive(Default)]
pub struct Said {
    entries: HashMap<Key, Vec<Entry>>,
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
        let day = date.or(engine.checked());
        let key = Key {
            entity: *entity,
            form: *form,
            why: *why,
            changes: day.map(|day| changes(&engine.entity(*entity).roles(), day)),
        };
        if self.bytes > MOST {
            *self = Said::default();
        }
        let entries = self.entries.entry(key).or_default();
        let known = entries.iter().find(|e| e.candidates == *candidates);
        if let Some(entry) = known {
            out.extend_from_slice(&entry.json);
            return Ok(());
        }
        let length = out.len() - begin;
        out.truncate(begin);
        serde_json::to_writer(&mut *out, &engine.mention_view(text, mention, date))?;
        let entry = Entry {
            candidates: candidates.clone(),
            json: out[begin + length..].to_vec(),
        };
        self.bytes += entry.json.len() + size_of_val(entry.candidates.as_slice());
        entries.push(entry);
        Ok(())
    }
}

/// How many of the days at which these roles began or ended, or may have, lie before a day or are it.
fn changes(roles: &[RoleRef], day: Date) -> usize {
    roles
        .iter()
        .flat_map(|r| [r.from, r.to])
        .flatten()
        .flat_map(|d| [d.first_day(), d.last_day()])
        .filter(|&d| d <= day)
        .count()
}
