//! Rows of tables laid under the places of JSON files: what a file says stays, what it leaves out comes from the row.

use std::collections::{HashMap, HashSet};

use super::table::Row;
use crate::{
    entity::{Entity, EntityType, Form, Role, SurfaceForm},
    fold::fold_word,
    words::{TokenKind, tokenize},
};

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
        (kind, _) => &sentence_case(kind),
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

/// "International airport" for "International Airport".
fn sentence_case(kind: &str) -> String {
    let first = kind.chars().next().map_or(0, char::len_utf8);
    format!("{}{}", &kind[..first], kind[first..].to_lowercase())
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
pub(super) fn folded(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    tokenize(text, |token| {
        if token.kind == TokenKind::Word {
            if !all.is_empty() {
                all.push(' ');
            }
            fold_word(&text[token.span().range()], &mut all);
        }
    });
    all
}

#[cfg(test)]
mod tests {
    use crate::Gazetteer;

    const HEADER: &str = "id\ttype\tname\tnames\tin\tlat\tlon\tpopulation\tgeonames\twikipedia\n";

    #[test]
    fn a_place_of_a_file_takes_over_what_it_leaves_out() {
        let json = r#"{"entities": [
            {"id": "gaza-strip", "type": "region", "name": "Gaza Strip", "names": ["Gaza"]},
            {"id": "gaza-city", "type": "city", "name": "Gaza City", "population": 7,
             "roles": [{"title": "Largest city of the Strip"}], "links": {"geonames": 281133}}]}"#;
        let table = format!(
            "{HEADER}gaza\tcity\tGaza\tGhazzah\tgaza-strip\t31.50\t34.47\t410000\t281133\tGaza_City\n\
             rimal\tdistrict\tRimal\t\tgaza\t\t\t\t1\t\n"
        );
        let files = [("world.tsv", table.as_str()), ("gaza.json", json)];
        let gazetteer = Gazetteer::from_files("", None, files).unwrap();
        let [_, city, quarter] = gazetteer.entities() else {
            panic!("two places of the file and a row")
        };
        let names: Vec<&str> = city.names.iter().map(|n| n.text.as_str()).collect();
        assert_eq!((city.id.as_str(), names), ("gaza-city", vec!["Ghazzah"]));
        assert_eq!(city.population, Some(7));
        assert_eq!(city.at, Some((31.5, 34.47)));
        assert_eq!(city.within, ["gaza-strip"]);
        assert_eq!(city.roles.len(), 1);
        assert_eq!(city.roles[0].title, "Largest city of the Strip");
        assert_eq!(city.links.wikipedia.as_deref(), Some("Gaza_City"));
        assert_eq!(quarter.within, ["gaza-city"]);
        assert_eq!(quarter.roles[0].title, "District in Gaza City");
    }
}
