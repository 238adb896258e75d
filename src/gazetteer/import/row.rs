//! A row of named fields, and what it says of an entity.

use core::str::FromStr;

use super::{
    cells::{article_title, point_of, told_type, wikidata_item},
    clip, dates,
    draft::{Draft, DraftRole, Drafts},
    report::{Fate, Reporter},
};
use crate::entity::{EntityType, Form, Kind, Links};

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident $name:literal $titles:expr;)*) => {
        /// What a column of a table can hold.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field { $($(#[$doc])* $field,)* }

        impl Field {
            /// Every field.
            pub const ALL: &[Field] = &[$(Field::$field,)*];

            /// Its word in a column mapping.
            pub fn name(self) -> &'static str {
                match self { $(Field::$field => $name,)* }
            }

            /// Titles of columns that are known to hold it, in small letters.
            fn titles(self) -> &'static [&'static str] {
                match self { $(Field::$field => &$titles,)* }
            }
        }
    };
}

fields! {
    /// What the source calls it.
    Id "id" ["id", "key", "item"];
    /// Its name.
    Name "name" ["name", "label", "itemlabel", "title"];
    /// Further names, with `|` between them.
    Aliases "aliases" ["aliases", "alias", "names", "altlabel", "itemaltlabel", "alternate_names", "alternatenames"];
    /// Initials, with `|` between them.
    Acronyms "acronyms" ["acronyms", "acronym", "abbreviation"];
    /// Its type.
    Type "type" ["type", "kind", "instance", "instanceof", "typelabel"];
    /// What it is or holds.
    Role "role" ["role", "position", "office", "positionlabel"];
    /// The first day of that.
    From "from" ["from", "role_from", "start", "start_date", "startdate"];
    /// The first day on which it was that no longer.
    To "to" ["to", "role_to", "end", "end_date", "enddate"];
    /// The entity that the role belongs to: an id or a name of the same table.
    Of "of" ["of", "role_of"];
    /// Places that contain it, nearest first, with `|` between them: ids or names of the same table.
    In "in" ["in", "within", "country", "countrylabel"];
    /// Degrees north.
    Latitude "latitude" ["latitude", "lat"];
    /// Degrees east.
    Longitude "longitude" ["longitude", "lon", "lng", "long"];
    /// Both, as `Point(east north)`.
    Coordinate "coordinate" ["coordinate", "coordinates", "coord", "coords", "location"];
    /// How many people live there.
    Population "population" ["population"];
    /// Its article in the English Wikipedia: the title or the address.
    Wikipedia "wikipedia" ["wikipedia", "article"];
    /// Its Wikidata item: the number or the address.
    Wikidata "wikidata" ["wikidata", "qid"];
    /// Its GeoNames number.
    Geonames "geonames" ["geonames", "geonameid", "geonamesid"];
    /// Its own site.
    Website "website" ["website", "url", "homepage"];
    /// What it is in a few words, where no role says it.
    Description "description" ["description", "itemdescription"];
}

impl Field {
    /// The field of this name.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|f| f.name() == name)
    }

    /// The field that columns of this title hold.
    pub(super) fn titled(title: &str) -> Option<Field> {
        let title = title.replace([' ', '-'], "_");
        let known = |f: &&Field| f.titles().contains(&title.as_str());
        Field::ALL.iter().find(known).copied()
    }
}

/// How cells are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As people write tables.
    Own,
    /// As Wikidata's query service writes them.
    Wikidata,
}

/// The filled cells of a row.
pub(super) struct Row {
    cells: Vec<(Field, String)>,
    style: Style,
}

impl Row {
    pub fn new<'c>(cells: impl Iterator<Item = (Field, &'c str)>, style: Style) -> Row {
        let cells = cells
            .map(|(field, cell)| (field, cell.to_owned()))
            .collect();
        Row { cells, style }
    }

    fn get(&self, field: Field) -> Option<&str> {
        let found = self.cells.iter().find(|(f, _)| *f == field);
        found.map(|(_, cell)| cell.as_str())
    }

    /// Takes the row as an entity, or to the entity that it is about; counts it as read before.
    pub fn take(
        self,
        line: u64,
        default: Option<EntityType>,
        drafts: &mut Drafts,
        out: &mut Reporter,
    ) {
        let wikidata = self.style == Style::Wikidata;
        let Some(name) = self.get(Field::Name) else {
            return out.skipped(line, "the row has no name");
        };
        let item = self.get(Field::Id).and_then(wikidata_item);
        if wikidata && self.get(Field::Id).is_some() && item.is_none() {
            return out.skipped(line, "what stands as the item is no Wikidata item");
        }
        if wikidata && wikidata_item(name).is_some() {
            return out.skipped(line, "the item has no label");
        }
        let (entity_type, guessed) = match self.entity_type(default, line, out) {
            Ok(told) => told,
            Err(reason) => return out.skipped(line, reason),
        };
        let mut draft = match Draft::new(name, entity_type, line, out) {
            Ok(draft) => draft,
            Err(reason) => return out.skipped(line, reason),
        };
        let key = match (item, self.get(Field::Id)) {
            (Some(item), _) if wikidata => {
                draft.source = item.into();
                draft.links.wikidata = Some(item.to_owned());
                format!("id:{item}")
            }
            (_, Some(id)) => {
                draft.id = id.into();
                format!("id:{id}")
            }
            // Rows without ids are about the same where name and type are.
            (_, None) => format!("row:{}:{}", entity_type.name(), draft.name),
        };
        if guessed && drafts.get(&key).is_none() {
            let told = format!(
                "taken as {}: the row has a role and no type",
                entity_type.name()
            );
            out.gathered(Fate::Warning, line, told);
        }
        self.fill(&mut draft, line, out);
        let by_name = format!("name:{}", draft.name);
        let there = drafts.get(&key).map(|d| d.entity_type);
        if there.is_some_and(|t| t != entity_type) && !guessed {
            out.warning(
                line,
                format!(
                    "the type “{}” is left out: an earlier row has another",
                    entity_type.name()
                ),
            );
        }
        if drafts.add(&key, draft, line, out) {
            let same = match self.get(Field::Id) {
                Some(_) => "added to the entity of the same id",
                None => "added to the entity of the same name and type",
            };
            out.gathered(Fate::Merged, line, same.to_owned());
        }
        drafts.also(&key, &by_name);
    }

    /// The type, and whether it follows only from what else the row has.
    fn entity_type(
        &self,
        default: Option<EntityType>,
        line: u64,
        out: &mut Reporter,
    ) -> Result<(EntityType, bool), String> {
        let cell = self.get(Field::Type);
        if let Some(told) = cell.and_then(told_type) {
            return Ok((told, false));
        }
        if let Some(default) = default {
            if let Some(cell) = cell {
                let told = format!(
                    "the type “{}” is not known; taken as {}",
                    clip(cell),
                    default.name()
                );
                out.warning(line, told);
            }
            return Ok((default, false));
        }
        if let Some(cell) = cell {
            let known: Vec<&str> = EntityType::ALL.iter().map(|t| t.name()).collect();
            return Err(format!(
                "the type “{}” is not known; known: {}",
                clip(cell),
                known.join(", ")
            ));
        }
        // Who holds a position is a person; that is how Wikidata uses the word.
        if self.style == Style::Wikidata && self.get(Field::Role).is_some() {
            return Ok((EntityType::Person, true));
        }
        Err(
            "the row has no type; give a column with types, or one type for all (--type)"
                .to_owned(),
        )
    }

    fn fill(&self, draft: &mut Draft, line: u64, out: &mut Reporter) {
        let aliases = self.get(Field::Aliases).unwrap_or_default();
        let comma = self.style == Style::Wikidata && !aliases.contains('|');
        for alias in aliases.split(if comma { ", " } else { "|" }) {
            draft.add_name(alias, None, None, line, out);
        }
        for acronym in self.get(Field::Acronyms).unwrap_or_default().split('|') {
            draft.add_name(acronym, Some(Form::Acronym), None, line, out);
        }
        self.fill_role(draft, line, out);
        draft.add_links(self.links(line, out), line, out);
        if let Some(cell) = self.get(Field::Population) {
            let digits = cell.replace([',', ' ', '\u{A0}', '\u{202F}'], "");
            draft.population = self.number(Field::Population, &digits, line, out);
        }
        for place in self.get(Field::In).unwrap_or_default().split('|') {
            let place = place.trim();
            if !place.is_empty() && draft.entity_type.kind() == Kind::Place {
                draft
                    .within
                    .push(wikidata_item(place).unwrap_or(place).into());
            } else if !place.is_empty() {
                out.warning(line, "where it lies is left out: only places have that");
            }
        }
        if let Some((latitude, longitude)) = self.at(line, out) {
            draft.set_at(latitude, longitude, line, out);
        }
    }

    fn fill_role(&self, draft: &mut Draft, line: u64, out: &mut Reporter) {
        let read = match self.style {
            Style::Own => dates::iso,
            Style::Wikidata => dates::wikidata,
        };
        let (from, to) = (self.get(Field::From), self.get(Field::To));
        let title = self.get(Field::Role).filter(|t| wikidata_item(t).is_none());
        let dated = from.is_some() || to.is_some();
        match title.or_else(|| self.get(Field::Description).filter(|_| !dated)) {
            Some(title) => {
                let (from, to) = match dates::between(from, to, read, line, out) {
                    Ok(days) => days,
                    Err(reason) => return out.warning(line, reason),
                };
                let of = self.get(Field::Of);
                let role = DraftRole {
                    of: of.map(|of| wikidata_item(of).unwrap_or(of).into()),
                    from,
                    to,
                    ..DraftRole::new(title)
                };
                draft.add_role(role, line, out);
            }
            None if dated => out.warning(line, "dates left out: the row has no role"),
            None => {}
        }
    }

    fn links(&self, line: u64, out: &mut Reporter) -> Links {
        let item = self.get(Field::Wikidata);
        if let Some(item) = item.filter(|i| wikidata_item(i).is_none()) {
            out.warning(
                line,
                format!("left out: “{}” is no Wikidata item", clip(item)),
            );
        }
        let article = self.get(Field::Wikipedia);
        let title = article.and_then(article_title);
        if let (Some(article), None) = (article, &title) {
            out.warning(
                line,
                format!(
                    "left out: “{}” is not of the English Wikipedia",
                    clip(article)
                ),
            );
        }
        Links {
            wikipedia: title,
            wikidata: item.and_then(wikidata_item).map(str::to_owned),
            geonames: self
                .get(Field::Geonames)
                .and_then(|cell| self.number(Field::Geonames, cell, line, out)),
            website: self.get(Field::Website).map(str::to_owned),
        }
    }

    fn at(&self, line: u64, out: &mut Reporter) -> Option<(f64, f64)> {
        if let Some(point) = self.get(Field::Coordinate) {
            let read = point_of(point);
            if read.is_none() {
                out.warning(
                    line,
                    format!(
                        "coordinates left out: “{}” is not Point(east north)",
                        clip(point)
                    ),
                );
            }
            return read;
        }
        let latitude = self.get(Field::Latitude);
        let longitude = self.get(Field::Longitude);
        if latitude.is_some() != longitude.is_some() {
            out.warning(line, "coordinates left out: one of two is missing");
        }
        let (latitude, longitude) = (latitude?, longitude?);
        let latitude = self.number(Field::Latitude, latitude, line, out);
        let longitude = self.number(Field::Longitude, longitude, line, out);
        Some((latitude?, longitude?))
    }

    fn number<T: FromStr>(
        &self,
        field: Field,
        cell: &str,
        line: u64,
        out: &mut Reporter,
    ) -> Option<T> {
        let read = cell.parse().ok();
        if read.is_none() {
            out.warning(
                line,
                format!(
                    "left out: the {} “{}” is not a number",
                    field.name(),
                    clip(cell)
                ),
            );
        }
        read
    }
}
