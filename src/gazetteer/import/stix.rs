//! STIX 2.1 bundles: identities, locations, threat actors and intrusion sets. Relationships between them become roles
//! with their dates, and say where places lie.

use std::{collections::HashMap, io::BufRead, rc::Rc};

use serde_json::Value;

use super::{
    Into,
    cells::{article_title, wikidata_item},
    clip, dates,
    draft::{Draft, DraftRole, Drafts},
    elements,
    error::ImportError,
    report::Reporter,
    source::Source,
};
use crate::{
    date::PartialDate,
    entity::{EntityType, Kind, Links},
};

/// Fields that something is made of, and those that keep the books of objects.
const READ: &[&str] = &[
    "type",
    "id",
    "name",
    "aliases",
    "x_opencti_aliases",
    "roles",
    "identity_class",
    "sectors",
    "city",
    "administrative_area",
    "country",
    "region",
    "latitude",
    "longitude",
    "external_references",
    "valid_from",
    "valid_until",
    "x_valid_from",
    "x_valid_until",
    "revoked",
    "modified",
    "created",
    "spec_version",
];

/// What waits until all bundles are read.
#[derive(Default)]
pub(super) struct Relations {
    list: Vec<Relation>,
    /// When each object was last changed, to tell which of its versions is the last.
    modified: HashMap<String, String>,
}

struct Relation {
    kind: String,
    source: String,
    target: String,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    file: Rc<str>,
    line: u64,
}

pub(super) fn read<R: BufRead>(
    source: Source<R>,
    relations: &mut Relations,
    mut into: Into,
) -> Result<(), ImportError> {
    elements::each(source, &["objects"], &mut |line, value| {
        into.out.read();
        if let Err(reason) = take(&value, line, relations, &mut into) {
            into.out.skipped(line, reason);
        }
    })
}

fn text<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
    value
        .get(field)
        .and_then(Value::as_str)
        .filter(|t| !t.trim().is_empty())
}

fn texts<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = &'v str> {
    let list = value.get(field).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str)
}

/// The days that the first of each of these fields give.
fn days(
    value: &Value,
    fields: [[&str; 2]; 2],
    line: u64,
    out: &mut Reporter,
) -> Result<(Option<PartialDate>, Option<PartialDate>), String> {
    let [from, to] = fields.map(|all| all.iter().find_map(|f| text(value, f)));
    dates::between(from, to, dates::iso, line, out)
}

fn take(
    value: &Value,
    line: u64,
    relations: &mut Relations,
    into: &mut Into,
) -> Result<(), String> {
    let kind = text(value, "type").ok_or("the object has no type")?;
    let id = text(value, "id").ok_or("the object has no id")?;
    if value.get("revoked").and_then(Value::as_bool) == Some(true) {
        return Err("the object is revoked".to_owned());
    }
    if kind == "relationship" {
        let end = |field: &str| {
            let found = text(value, field).map(str::to_owned);
            found.ok_or_else(|| format!("its “{field}” is absent"))
        };
        let fields = [["start_time", "valid_from"], ["stop_time", "valid_until"]];
        let (from, to) = days(value, fields, line, into.out)?;
        relations.list.push(Relation {
            kind: end("relationship_type")?,
            source: end("source_ref")?,
            target: end("target_ref")?,
            from,
            to,
            file: into.out.file.clone(),
            line,
        });
        return Ok(());
    }
    let entity_type = entity_type(value, kind, into.default_type)?;
    let name = text(value, "name").ok_or("the object has no name")?;
    let mut draft = Draft::new(name, entity_type, line, into.out)?;
    draft.source = id
        .split_once("--")
        .map_or(id, |(_, uuid)| uuid.get(..8).unwrap_or(uuid))
        .into();
    fill(&mut draft, value, line, into.out);
    let modified = text(value, "modified").unwrap_or_default();
    let before = relations.modified.get(id);
    if let (Some(there), Some(before)) = (into.drafts.get(id), before) {
        let (old, older) = match modified > before.as_str() {
            // The version that comes later in time takes the place of the other.
            true => (core::mem::replace(there, draft), true),
            false => (draft, false),
        };
        let reason = "another version of the object was changed later";
        into.out.skipped_of(&old.file, old.line, old.rows, reason);
        if older {
            relations
                .modified
                .insert(id.to_owned(), modified.to_owned());
        }
        return Ok(());
    }
    relations
        .modified
        .insert(id.to_owned(), modified.to_owned());
    into.drafts.add(id, draft, line, into.out);
    Ok(())
}

fn entity_type(
    value: &Value,
    kind: &str,
    default: Option<EntityType>,
) -> Result<EntityType, String> {
    use EntityType::*;
    let sector = |s: &str| texts(value, "sectors").any(|sector| sector == s);
    let other = default
        .filter(|t| t.kind() == Kind::Actor)
        .unwrap_or(Organisation);
    Ok(match kind {
        "identity" => match text(value, "identity_class") {
            Some("individual") => Person,
            Some("class") => return Err("a class of identities is nobody in particular".to_owned()),
            Some("system") => return Err("a system is no actor".to_owned()),
            _ if sector("non-profit") => Ngo,
            _ => other,
        },
        "threat-actor" | "intrusion-set" => other,
        "location" if text(value, "city").is_some() => City,
        "location" if text(value, "administrative_area").is_some() => Admin,
        "location" if text(value, "country").is_some() => Country,
        "location" if text(value, "region").is_some() => Region,
        "location" => default.filter(|t| t.kind() == Kind::Place).unwrap_or(Site),
        _ => {
            return Err(format!(
                "what has the type “{}” is no actor or place",
                clip(kind)
            ));
        }
    })
}

fn fill(draft: &mut Draft, value: &Value, line: u64, out: &mut Reporter) {
    for alias in texts(value, "aliases").chain(texts(value, "x_opencti_aliases")) {
        draft.add_name(alias, None, None, line, out);
    }
    let fields = [
        ["valid_from", "x_valid_from"],
        ["valid_until", "x_valid_until"],
    ];
    match days(value, fields, line, out) {
        Err(reason) => out.warning(line, reason),
        Ok((from, to)) => {
            let mut roles = texts(value, "roles").peekable();
            if roles.peek().is_none() && (from.is_some() || to.is_some()) {
                out.warning(line, "dates left out: the object has no roles");
            }
            for title in roles {
                let role = DraftRole {
                    from,
                    to,
                    ..DraftRole::new(&sentence(title))
                };
                draft.add_role(role, line, out);
            }
        }
    }
    let fields = value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(field, _)| field.as_str());
    out.unread(line, fields.filter(|f| !READ.contains(f)));
    let number = |field: &str| value.get(field).and_then(Value::as_f64);
    if let (Some(latitude), Some(longitude)) = (number("latitude"), number("longitude")) {
        draft.set_at(latitude, longitude, line, out);
    }
    let references = value.get("external_references").and_then(Value::as_array);
    for reference in references.into_iter().flatten() {
        let named = text(reference, "source_name")
            .unwrap_or_default()
            .to_lowercase();
        let url = text(reference, "url").unwrap_or_default();
        let external = text(reference, "external_id");
        let links = Links {
            wikipedia: article_title(url).filter(|_| url.contains("://")),
            wikidata: external
                .filter(|_| named == "wikidata")
                .or(Some(url))
                .and_then(wikidata_item)
                .map(str::to_owned),
            geonames: external
                .filter(|_| named == "geonames")
                .and_then(|n| n.parse().ok()),
            website: None,
        };
        draft.add_links(links, line, out);
    }
}

/// A word of the vocabulary as a title: `threat-actor` is "Threat actor".
fn sentence(word: &str) -> String {
    let words = word.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

impl Relations {
    /// Gives roles and containers to what relationships begin at, once everything is there.
    pub fn settle(&mut self, drafts: &mut Drafts, out: &mut Reporter) {
        for relation in core::mem::take(&mut self.list) {
            if let Err(reason) = relation.settle(drafts, out) {
                out.skipped_of(&relation.file, relation.line, 1, reason);
            }
        }
    }
}

impl Relation {
    fn settle(&self, drafts: &mut Drafts, out: &mut Reporter) -> Result<(), String> {
        let target = drafts
            .get(&self.target)
            .map(|t| (t.name.clone(), t.entity_type.kind()));
        let (target, kind) = target.ok_or("what the relationship leads to is not there")?;
        let source = drafts.get(&self.source);
        let source = source.ok_or("what the relationship begins at is not there")?;
        if matches!(
            self.kind.as_str(),
            "related-to" | "derived-from" | "duplicate-of"
        ) {
            return Err(format!("“{}” says nothing of a role", self.kind));
        }
        let inside = self.kind == "located-at" && kind == Kind::Place;
        if inside && source.entity_type.kind() == Kind::Place {
            source.within.push(self.target.as_str().into());
        } else {
            let role = DraftRole {
                of: Some(self.target.as_str().into()),
                from: self.from,
                to: self.to,
                ..DraftRole::new(&format!("{} {target}", sentence(&self.kind)))
            };
            source.add_role(role, self.line, out);
        }
        source.rows += 1;
        Ok(())
    }
}
