//! Tables of places: tab-separated rows as `cargo xtask gazetteer` makes them, read into entities without roles.
//!
//! What the columns mean stands in `gazetteer/derived/README.md`. What becomes of rows beside the places of JSON files,
//! and what readers are told that they are, is made in `underlay`.

use core::str::FromStr;

use serde::{Deserialize, de::IntoDeserializer};

use super::error::{ErrorKind, GazetteerError, clip};
use crate::entity::{CaseRule, Entity, EntityType, Form, Links, SurfaceForm};

/// A place as its row gives it: an entity that has no role yet.
pub(super) struct Row {
    pub entity: Entity,
    /// The whole title, where the row gives one.
    pub title: String,
    /// The word for what the place is: "County".
    pub kind: String,
}

/// The rows of a table; `name` is what errors call it. Of each row that is not as its columns say the first fault goes
/// to `faults`, with file, line and column.
pub(super) fn parse(name: &str, text: &str, faults: &mut Vec<GazetteerError>) -> Vec<Row> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let (number, header) = lines.next().unwrap_or((1, ""));
    let mut told = |e: GazetteerError, line| faults.push(e.in_file(name).on_line(Some(line)));
    let columns: Result<Vec<Column>, _> = header.split('\t').map(Column::of).collect();
    let columns = match columns {
        Ok(columns) => columns,
        Err(e) => {
            told(e, number);
            return Vec::new();
        }
    };
    lines
        .filter_map(|(number, line)| row(&columns, line).map_err(|e| told(e, number)).ok())
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
            weak: None,
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
        .map_err(|e: serde::de::value::Error| super::suggest::explain("type", &e.to_string()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Gazetteer;

    const HEADER: &str = "# source\nid\ttype\tkind\tname\tnames\tnative\tabbreviations\tin\tlat\tlon\tpopulation\tgeonames\twikipedia\n";

    fn read(rows: &str) -> Vec<Entity> {
        let table = format!("{HEADER}{rows}");
        let files = [("world.tsv", table.as_str())];
        let gazetteer = Gazetteer::from_files("", None, files).unwrap();
        gazetteer.entities().to_vec()
    }

    fn refused(table: &str) -> String {
        let files = [("world.tsv", table)];
        let error = Gazetteer::from_files("", None, files).unwrap_err();
        error.to_string()
    }

    #[test]
    fn a_row_becomes_an_entity() {
        let rows = "united-states\tcountry\t\tUnited States\t\t\t\t\t\t\t\t6252001\tUnited_States\n\
            texas\tadmin\tState\tTexas\tState of Texas\t\tTex.\tunited-states\t\t\t\t4736286\tTexas\n\
            travis-county\tadmin\tCounty\tTravis County\t\t\t\ttexas|united-states\t\t\t\t4737316\t\n\
            austin\tcity\t\tAustin\t\tzh:奥斯汀\t\ttexas|united-states\t30.27\t-97.74\t961855\t4671654\t\n";
        let [_, texas, county, austin] = &read(rows)[..] else {
            panic!("four rows")
        };
        assert_eq!(texas.roles[0].title, "State of the United States");
        let names: Vec<_> = texas
            .names
            .iter()
            .map(|n| (&*n.text, n.form, n.case))
            .collect();
        assert_eq!(
            names,
            [
                ("state of Texas", Form::Name, CaseRule::Proper),
                ("Tex.", Form::Short, CaseRule::Exact)
            ]
        );
        assert_eq!(county.roles[0].title, "County in Texas, United States");
        assert_eq!(county.names[0].text, "Travis county");
        assert_eq!(austin.roles[0].title, "City in Texas, United States");
        assert_eq!(austin.at, Some((30.27, -97.74)));
        assert_eq!(austin.population, Some(961_855));
        assert_eq!(austin.names[0].lang.as_deref(), Some("zh"));
        assert_eq!(austin.links.geonames, Some(4_671_654));
    }

    #[test]
    fn a_fault_names_line_and_column() {
        assert!(refused("id\tnaem\n").starts_with("world.tsv:1: unknown column “naem”"));
        assert_eq!(
            refused("# source\nid\tname\tlat\nhoms\tHoms\tnorth\n"),
            "world.tsv:3: column “lat”: “north” is not a number"
        );
        assert_eq!(
            refused("id\tname\nhoms\n"),
            "world.tsv:2: the row has 1 cells and the table 2 columns"
        );
        assert!(refused("id\tname\nHoms\tHoms\n").starts_with("world.tsv:2: entity “Homs”"));
    }
}
