//! Tables of places: tab-separated rows as `cargo xtask gazetteer` makes them, read into entities, and laid under the
//! places of the JSON files.
//!
//! What the columns mean stands in `gazetteer/derived/README.md`. A row says what kind of place it is and what contains
//! it; the sentence that readers see ("County in Texas, United States") is made of that here.

use core::str::FromStr;
use std::collections::{HashMap, HashSet};

use serde::{Deserialize, de::IntoDeserializer};

use super::error::{ErrorKind, GazetteerError, clip};
use crate::{
    entity::{CaseRule, Entity, EntityType, Form, Links, Role, SurfaceForm},
    fold::fold_word,
    words::{TokenKind, tokenize},
};

/// A place as its row gives it: an entity that has no role yet.
pub(super) struct Row {
    entity: Entity,
    /// The whole title, where the row gives one.
    title: String,
    /// The word for what the place is: "County".
    kind: String,
}

/// The rows of a table; `name` is what errors call it.
///
/// # Errors
/// The first cell that is not as its column says, with file, line and column.
pub(super) fn parse(name: &str, text: &str) -> Result<Vec<Row>, GazetteerError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let (number, header) = lines.next().unwrap_or((1, ""));
    let columns = header
        .split('\t')
        .map(|word| Column::of(word).map_err(|e| e.in_file(name).on_line(Some(number))))
        .collect::<Result<Vec<Column>, GazetteerError>>()?;
    lines
        .map(|(number, line)| {
            row(&columns, line).map_err(|e| e.in_file(name).on_line(Some(number)))
        })
        .collect()
}

/// The columns, by their words in the header.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Type,
    Name,
    Title,
    Kind,
    Names,
    Native,
    Acronyms,
    Abbreviations,
    Demonyms,
    Short,
    In,
    Lat,
    Lon,
    Population,
    GeoNames,
    Wikipedia,
}

impl Column {
    const ALL: [(Column, &'static str); 17] = [
        (Column::Id, "id"),
        (Column::Type, "type"),
        (Column::Name, "name"),
        (Column::Title, "title"),
        (Column::Kind, "kind"),
        (Column::Names, "names"),
        (Column::Native, "native"),
        (Column::Acronyms, "acronyms"),
        (Column::Abbreviations, "abbreviations"),
        (Column::Demonyms, "demonyms"),
        (Column::Short, "short"),
        (Column::In, "in"),
        (Column::Lat, "lat"),
        (Column::Lon, "lon"),
        (Column::Population, "population"),
        (Column::GeoNames, "geonames"),
        (Column::Wikipedia, "wikipedia"),
    ];

    fn of(word: &str) -> Result<Column, GazetteerError> {
        let found = Column::ALL.iter().find(|(_, w)| *w == word);
        found.map(|(column, _)| *column).ok_or_else(|| {
            let known: Vec<&str> = Column::ALL.iter().map(|(_, w)| *w).collect();
            let message = format!(
                "unknown column “{}”; known here: {}",
                clip(word),
                known.join(", ")
            );
            GazetteerError::new(ErrorKind::Unknown, message)
        })
    }

    fn word(self) -> &'static str {
        Column::ALL
            .iter()
            .find(|(c, _)| *c == self)
            .map_or("", |(_, w)| w)
    }

    /// A cell of this column as a value.
    fn read<T: FromStr>(self, cell: &str) -> Result<T, GazetteerError> {
        cell.parse().map_err(|_| {
            let message = format!("column “{}”: “{}” is not a number", self.word(), clip(cell));
            GazetteerError::new(ErrorKind::Syntax, message)
        })
    }
}

fn row(columns: &[Column], line: &str) -> Result<Row, GazetteerError> {
    let cells: Vec<&str> = line.split('\t').collect();
    if cells.len() != columns.len() {
        let message = format!(
            "the row has {} cells and the table {} columns",
            cells.len(),
            columns.len()
        );
        return Err(GazetteerError::new(ErrorKind::Syntax, message));
    }
    let mut row = Row {
        entity: Entity {
            id: String::new(),
            entity_type: EntityType::City,
            name: String::new(),
            names: Vec::new(),
            roles: Vec::new(),
            links: Links::default(),
            within: Vec::new(),
            at: None,
            population: None,
            examples: Vec::new(),
        },
        title: String::new(),
        kind: String::new(),
    };
    let (mut lat, mut lon) = (None, None);
    let filled = columns
        .iter()
        .zip(cells)
        .filter(|(_, cell)| !cell.is_empty());
    for (&column, cell) in filled {
        let entity = &mut row.entity;
        let mut add = |form: Form, case: CaseRule| {
            let texts = cell.split('|').map(str::to_owned);
            let forms = texts.map(|t| SurfaceForm::from_parts(t, Some(form), Some(case)));
            entity.names.extend(forms);
        };
        match column {
            Column::Id => entity.id = cell.to_owned(),
            Column::Type => entity.entity_type = entity_type(cell)?,
            Column::Name => entity.name = cell.to_owned(),
            Column::Title => row.title = cell.to_owned(),
            Column::Kind => row.kind = cell.to_owned(),
            Column::Names => add(Form::Name, CaseRule::Proper),
            Column::Native => entity.names.extend(cell.split('|').map(native)),
            Column::Acronyms => add(Form::Acronym, CaseRule::Exact),
            Column::Abbreviations => add(Form::Short, CaseRule::Exact),
            Column::Demonyms => add(Form::Demonym, CaseRule::Proper),
            Column::Short => add(Form::Short, CaseRule::Proper),
            Column::In => entity.within = cell.split('|').map(str::to_owned).collect(),
            Column::Lat => lat = Some(column.read(cell)?),
            Column::Lon => lon = Some(column.read(cell)?),
            Column::Population => entity.population = Some(column.read(cell)?),
            Column::GeoNames => entity.links.geonames = Some(column.read(cell)?),
            Column::Wikipedia => entity.links.wikipedia = Some(cell.to_owned()),
        }
    }
    row.entity.at = lat.zip(lon);
    add_typed(&mut row);
    Ok(row)
}

fn entity_type(cell: &str) -> Result<EntityType, GazetteerError> {
    EntityType::deserialize(cell.into_deserializer())
        .map_err(|e: serde::de::value::Error| super::explain("type", &e.to_string()))
}

/// A name in another script, given as "language:name".
fn native(item: &str) -> SurfaceForm {
    let (language, text) = item.split_once(':').unwrap_or(("", item));
    SurfaceForm {
        lang: (!language.is_empty()).then(|| language.to_owned()),
        ..SurfaceForm::from_parts(text.to_owned(), Some(Form::Native), Some(CaseRule::Proper))
    }
}

/// "Hama governorate" beside "Hama Governorate": news writes both, and a small letter stands for both.
fn add_typed(row: &mut Row) {
    if row.kind.is_empty() {
        return;
    }
    let small = row.kind.to_lowercase();
    let lowered = |text: &str| {
        let behind = text.strip_suffix(&row.kind).map(|t| format!("{t}{small}"));
        let before = || text.strip_prefix(&row.kind).map(|t| format!("{small}{t}"));
        behind.or_else(before).filter(|t| t != &small)
    };
    for name in row.entity.names.iter_mut().filter(|n| n.form == Form::Name) {
        if let Some(text) = lowered(&name.text) {
            name.text = text;
        }
    }
    if let Some(text) = lowered(&row.entity.name) {
        let form = SurfaceForm::from_parts(text, Some(Form::Name), None);
        row.entity.names.push(form);
    }
}

/// Lays rows under the entities of the JSON files. What both know by its id or GeoNames number stays as the file has it
/// and takes over what the file leaves out; other rows become entities. `named` gives the name of a place that lies in
/// neither.
pub(super) fn lay_under(
    entities: &mut Vec<Entity>,
    rows: Vec<Row>,
    named: &dyn Fn(&str) -> Option<String>,
) {
    let mut by_id = HashMap::new();
    let mut by_number = HashMap::new();
    for (i, e) in entities.iter().enumerate() {
        by_id.insert(e.id.clone(), i);
        if let Some(number) = e.links.geonames {
            by_number.entry(number).or_insert(i);
        }
    }
    let target = |e: &Entity| {
        let number = e.links.geonames.as_ref();
        let same = by_id.get(&e.id).or_else(|| by_number.get(number?));
        same.copied()
    };
    // The ids of rows that the files know under another.
    let known: HashMap<String, String> = rows
        .iter()
        .filter_map(|r| Some((r.entity.id.clone(), entities[target(&r.entity)?].id.clone())))
        .collect();
    let mut names: HashMap<String, String> = rows
        .iter()
        .map(|r| (r.entity.id.clone(), r.entity.name.clone()))
        .collect();
    names.extend(entities.iter().map(|e| (e.id.clone(), e.name.clone())));
    let written: HashSet<String> = entities.iter().flat_map(folded_names).collect();
    for mut row in rows {
        for id in &mut row.entity.within {
            if let Some(other) = known.get(id) {
                id.clone_from(other);
            }
        }
        let containers = row.entity.within.iter();
        let containers: Vec<String> = containers
            .filter_map(|id| names.get(id).cloned().or_else(|| named(id)))
            .collect();
        let title = title(&row, &containers);
        row.entity.roles.push(Role {
            title,
            of: None,
            from: None,
            to: None,
            source: None,
        });
        let same = target(&row.entity);
        without_repeated_names(&mut row.entity);
        match same {
            Some(i) => complete(&mut entities[i], row.entity, &written),
            None => entities.push(row.entity),
        }
    }
}

/// What readers are told that a place is.
fn title(row: &Row, containers: &[String]) -> String {
    if !row.title.is_empty() {
        return row.title.clone();
    }
    let kind = match (row.kind.as_str(), row.entity.entity_type) {
        ("", EntityType::City) => "City",
        ("", EntityType::District) => "District",
        ("", EntityType::Site) => "Site",
        ("", _) => "Place",
        (kind, _) => kind,
    };
    let of = match row.entity.entity_type {
        EntityType::Admin => containers.len() == 1,
        _ => !row.kind.is_empty(),
    };
    match containers.last() {
        None => kind.to_owned(),
        Some(country) if of => format!("{kind} of {}", with_article(country)),
        Some(_) => format!("{kind} in {}", containers.join(", ")),
    }
}

/// "the United Kingdom", "the Bahamas", "France".
fn with_article(country: &str) -> String {
    const WITH: [&str; 11] = [
        "United",
        "Republic",
        "Islands",
        "Netherlands",
        "Philippines",
        "Bahamas",
        "Gambia",
        "Maldives",
        "Comoros",
        "Territory",
        "Isle",
    ];
    let article = country.split(' ').any(|word| WITH.contains(&word));
    format!("{}{country}", if article { "the " } else { "" })
}

/// Gives an entity of a file what it leaves out and its row knows. Names that any file gives to something are not among
/// that: "Gaza" is the Strip where a file says so, and not Gaza City.
fn complete(entity: &mut Entity, row: Entity, written: &HashSet<String>) {
    let links = &mut entity.links;
    links.geonames = links.geonames.or(row.links.geonames);
    links.wikipedia = links.wikipedia.take().or(row.links.wikipedia);
    entity.at = entity.at.or(row.at);
    entity.population = entity.population.or(row.population);
    if entity.within.is_empty() {
        entity.within = row.within;
    }
    if entity.roles.is_empty() {
        entity.roles = row.roles;
    }
    let own = SurfaceForm::from_parts(row.name, Some(Form::Name), None);
    let mut added = Vec::new();
    for form in core::iter::once(own).chain(row.names) {
        let key = folded(&form.text);
        if !written.contains(&key) && !added.contains(&key) {
            added.push(key);
            entity.names.push(form);
        }
    }
}

fn folded_names(entity: &Entity) -> impl Iterator<Item = String> {
    let names = entity.names.iter().map(|n| n.text.as_str());
    core::iter::once(entity.name.as_str())
        .chain(names)
        .map(folded)
}

fn without_repeated_names(entity: &mut Entity) {
    let mut seen = vec![entity.name.clone()];
    entity.names.retain(|n| {
        let new = !seen.contains(&n.text);
        seen.push(n.text.clone());
        new
    });
}

/// A name as the engine compares it: its words folded, with a space between them.
fn folded(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    tokenize(text, |token| {
        if token.kind == TokenKind::Word {
            fold_word(&text[token.span().range()], &mut all);
            all.push(' ');
        }
    });
    all
}
