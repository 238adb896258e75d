//! FollowTheMoney: one entity a line, as JSON. Positions, memberships and directorships become dated roles of those
//! who hold them, wherever in the files they stand.

use std::{io::BufRead, rc::Rc};

use serde_json::Value;

use super::{
    Into,
    cells::{article_title, wikidata_item},
    clip, dates,
    draft::{Draft, DraftRole, Drafts},
    error::{ImportError, ImportErrorKind},
    report::Reporter,
    source::Source,
};
use crate::{
    date::PartialDate,
    entity::{EntityType, Links},
};

/// Properties that something is made of.
const READ: &[&str] = &[
    "name",
    "alias",
    "weakAlias",
    "position",
    "wikidataId",
    "wikipediaUrl",
    "website",
    "topics",
];

/// What waits until all files are read, because what it refers to may come later.
#[derive(Default)]
pub(super) struct Pending {
    /// Titles of positions by id.
    positions: std::collections::HashMap<String, Position>,
    held: Vec<Held>,
}

struct Position {
    title: String,
    file: Rc<str>,
    line: u64,
    used: bool,
}

/// That someone holds or held something.
struct Held {
    holder: String,
    /// A position, or the body that someone belongs to.
    of: String,
    /// The word for it, where the source has one.
    title: Option<String>,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    file: Rc<str>,
    line: u64,
}

pub(super) fn read<R: BufRead>(
    mut source: Source<R>,
    pending: &mut Pending,
    mut into: Into,
) -> Result<(), ImportError> {
    let position = source.position();
    let mut text = String::new();
    loop {
        let line = position.line();
        if !source.line(&mut text)? {
            return Ok(());
        }
        if text.trim().is_empty() {
            continue;
        }
        into.out.read();
        match serde_json::from_str::<Value>(&text) {
            Ok(value) => {
                if let Err(reason) = take(&value, line, pending, &mut into) {
                    into.out.skipped(line, reason);
                }
            }
            Err(e) if e.is_eof() && position.within_line() && source.peek()?.is_empty() => {
                into.out.skipped(line, "cut short by the end of the file");
                let message = "the file ends within the entity that begins here";
                return Err(ImportError::new(ImportErrorKind::Truncated, message).on_line(line));
            }
            Err(e) => {
                let said = e.to_string();
                let said = said.rsplit_once(" at line ").map_or(&*said, |(s, _)| s);
                into.out.skipped(line, format!("not JSON: {said}"));
            }
        }
    }
}

/// The values of a property.
fn values<'v>(value: &'v Value, property: &str) -> impl Iterator<Item = &'v str> {
    let list = value.get("properties").and_then(|p| p.get(property));
    let one = list.and_then(Value::as_str);
    let many = list.and_then(Value::as_array).into_iter().flatten();
    one.into_iter().chain(many.filter_map(Value::as_str))
}

fn first<'v>(value: &'v Value, properties: &[&str]) -> Option<&'v str> {
    properties.iter().find_map(|p| values(value, p).next())
}

fn take(value: &Value, line: u64, pending: &mut Pending, into: &mut Into) -> Result<(), String> {
    let schema = value.get("schema").and_then(Value::as_str);
    let schema = schema.ok_or("the entity has no schema")?;
    let id = value.get("id").and_then(Value::as_str);
    let id = id.ok_or("the entity has no id")?;
    let file = into.out.file.clone();
    let (holder, of, title): (&str, &str, &[&str]) = match schema {
        "Position" => {
            let title = first(value, &["name"]).or(caption(value));
            let title = title.ok_or("a position without a name")?.to_owned();
            let position = Position {
                title,
                file,
                line,
                used: false,
            };
            if pending.positions.contains_key(id) {
                return Err("a position of this id was read before".to_owned());
            }
            pending.positions.insert(id.to_owned(), position);
            return Ok(());
        }
        "Occupancy" => ("holder", "post", &[]),
        "Membership" => ("member", "organization", &["role", "summary"]),
        "Directorship" => ("director", "organization", &["role", "summary"]),
        "Employment" => ("employee", "employer", &["role", "summary"]),
        _ => return entity(value, schema, id, line, into),
    };
    let reference = |property: &str| {
        let found = values(value, property).next();
        found
            .map(str::to_owned)
            .ok_or_else(|| format!("its “{property}” is absent"))
    };
    let (began, ended) = (
        first(value, &["startDate", "date"]),
        first(value, &["endDate"]),
    );
    let (from, to) = dates::between(began, ended, dates::iso, line, into.out)?;
    pending.held.push(Held {
        holder: reference(holder)?,
        of: reference(of)?,
        title: first(value, title).map(str::to_owned),
        from,
        to,
        file,
        line,
    });
    Ok(())
}

fn caption(value: &Value) -> Option<&str> {
    value.get("caption").and_then(Value::as_str)
}

fn entity(value: &Value, schema: &str, id: &str, line: u64, into: &mut Into) -> Result<(), String> {
    let Into {
        drafts,
        out,
        default_type,
    } = into;
    let topic = |t: &str| values(value, "topics").any(|topic| topic == t);
    let entity_type = match schema {
        "Person" => EntityType::Person,
        _ if topic("pol.party") => EntityType::Party,
        _ if topic("gov.igo") => EntityType::Igo,
        "PublicBody" => EntityType::Agency,
        "Company" => EntityType::Company,
        "Organization" => default_type.unwrap_or(EntityType::Organisation),
        "LegalEntity" => default_type.unwrap_or(EntityType::Organisation),
        _ => {
            return Err(format!(
                "what has the schema “{}” is no actor",
                clip(schema)
            ));
        }
    };
    let name = caption(value)
        .or(first(value, &["name"]))
        .ok_or("the entity has no name")?;
    let mut draft = Draft::new(name, entity_type, line, out)?;
    draft.source = id.into();
    for name in values(value, "name").chain(values(value, "alias")) {
        draft.add_name(name, None, None, line, out);
    }
    let weak: Vec<String> = values(value, "weakAlias").map(clip).collect();
    if !weak.is_empty() {
        out.warning(line, format!("weak aliases left out: {}", weak.join(", ")));
    }
    for title in values(value, "position") {
        draft.add_role(DraftRole::new(title), line, out);
    }
    let item = first(value, &["wikidataId"]).or(Some(id).filter(|id| id.starts_with('Q')));
    let links = Links {
        wikidata: item.and_then(wikidata_item).map(str::to_owned),
        wikipedia: first(value, &["wikipediaUrl"])
            .filter(|u| u.contains("://"))
            .and_then(article_title),
        website: first(value, &["website"]).map(str::to_owned),
        geonames: None,
    };
    draft.add_links(links, line, out);
    let properties = value.get("properties").and_then(Value::as_object);
    let names = properties
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str());
    out.unread(line, names.filter(|n| !READ.contains(n)));
    if drafts.add(id, draft, line, out) {
        out.merged(line, "added to the entity of the same id");
    }
    Ok(())
}

impl Pending {
    /// Gives roles to those who hold them, once everybody is there.
    pub fn settle(&mut self, drafts: &mut Drafts, out: &mut Reporter) {
        for held in core::mem::take(&mut self.held) {
            let position = self.positions.get_mut(&held.of);
            let body = drafts.get(&held.of).map(|d| d.name.clone());
            let role = match (position, body) {
                (Some(position), _) => {
                    position.used = true;
                    DraftRole::new(&position.title)
                }
                (None, Some(body)) => DraftRole {
                    of: Some(held.of.as_str().into()),
                    // A word of its own belongs to the body; without one there is only that.
                    ..DraftRole::new(&match &held.title {
                        Some(title) => format!("{title}, {body}"),
                        None => body,
                    })
                },
                (None, None) => {
                    let told = format!("what is held, “{}”, is not there", clip(&held.of));
                    out.skipped_of(&held.file, held.line, 1, told);
                    continue;
                }
            };
            let role = DraftRole {
                from: held.from,
                to: held.to,
                ..role
            };
            match drafts.get(&held.holder) {
                Some(holder) => {
                    holder.rows += 1;
                    holder.add_role(role, held.line, out);
                }
                None => {
                    let told = format!("who holds it, “{}”, is not there", clip(&held.holder));
                    out.skipped_of(&held.file, held.line, 1, told);
                }
            }
        }
        let mut positions: Vec<Position> =
            core::mem::take(&mut self.positions).into_values().collect();
        positions.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        for position in positions {
            match position.used {
                true => out.taken(1),
                false => out.skipped_of(
                    &position.file,
                    position.line,
                    1,
                    "a position that nobody holds",
                ),
            }
        }
    }
}
