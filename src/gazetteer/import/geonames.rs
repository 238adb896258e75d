//! Places of GeoNames: 19 columns between tabs, no header, no quoting.

use std::io::BufRead;

use super::{
    Into, clip,
    draft::Draft,
    error::{ImportError, ImportErrorKind},
    report::Reporter,
    source::Source,
};
use crate::entity::{EntityType, Links};

/// How many columns there are.
const COLUMNS: usize = 19;

pub(super) fn read<R: BufRead>(mut source: Source<R>, into: Into) -> Result<(), ImportError> {
    let position = source.position();
    let mut text = String::new();
    loop {
        let line = position.line();
        if !source.line(&mut text)? {
            return Ok(());
        }
        if text.is_empty() {
            continue;
        }
        into.out.read();
        let cells: Vec<&str> = text.split('\t').collect();
        if cells.len() != COLUMNS {
            let count = format!(
                "the row has {} columns and GeoNames has {COLUMNS}",
                cells.len()
            );
            if position.within_line() && source.peek()?.is_empty() && cells.len() < COLUMNS {
                into.out.skipped(line, "cut short by the end of the file");
                return Err(cut(count).on_line(line));
            }
            into.out.skipped(line, count);
            continue;
        }
        let Ok(id) = cells[0].parse::<u32>() else {
            let told = format!("“{}” is no GeoNames number", clip(cells[0]));
            into.out.skipped(line, told);
            continue;
        };
        match place(&cells, id, line, into.default_type, into.out) {
            Ok(draft) => {
                let codes = own_codes(&cells);
                let key = key(id);
                if into.drafts.add(&key, draft, line, into.out) {
                    into.out
                        .merged(line, "added to the place of the same number");
                }
                codes.iter().for_each(|code| into.drafts.also(&key, code));
            }
            Err(reason) => into.out.skipped(line, reason),
        }
    }
}

/// A file that ends within a row.
pub(super) fn cut(count: String) -> ImportError {
    let message = format!("the file ends within the row that begins here: {count}");
    ImportError::new(ImportErrorKind::Truncated, message)
}

/// The key of a place.
pub(super) fn key(id: u32) -> String {
    format!("geonames:{id}")
}

fn place(
    cells: &[&str],
    id: u32,
    line: u64,
    default: Option<EntityType>,
    out: &mut Reporter,
) -> Result<Draft, String> {
    let entity_type = entity_type(cells[6], cells[7]).or_else(|reason| default.ok_or(reason))?;
    let mut draft = Draft::new(cells[1], entity_type, line, out)?;
    draft.source = cells[0].into();
    draft.links = Links {
        geonames: Some(id),
        ..Links::default()
    };
    add_alternates(&mut draft, cells[3], line, out);
    match (cells[4].parse(), cells[5].parse()) {
        (Ok(latitude), Ok(longitude)) => draft.set_at(latitude, longitude, line, out),
        _ => out.warning(line, "coordinates left out: they are not two numbers"),
    }
    match cells[14] {
        // GeoNames writes 0 where it does not know.
        "" | "0" => {}
        number => match number.parse() {
            Ok(people) => draft.population = Some(people),
            Err(_) => {
                let told = format!(
                    "left out: the population “{}” is not a number",
                    clip(number)
                );
                out.warning(line, told);
            }
        },
    }
    let own = own_codes(cells);
    let containers = containers(cells).into_iter().filter(|c| !own.contains(c));
    draft.within = containers.map(Box::from).collect();
    Ok(draft)
}

/// Alternate names without a language, of which some are no names: codes, and spellings all in small letters.
fn add_alternates(draft: &mut Draft, names: &str, line: u64, out: &mut Reporter) {
    let mut odd = Vec::new();
    for name in names.split(',').map(str::trim).filter(|n| !n.is_empty()) {
        let code = name.len() <= 4
            && name
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let small = name.is_ascii() && !name.bytes().any(|b| b.is_ascii_uppercase());
        let address = name.contains("://");
        if code || small || address {
            odd.push(clip(name));
        } else {
            draft.add_name(name, None, None, line, out);
        }
    }
    if !odd.is_empty() {
        let told = "alternate names left out that are codes or have no capital";
        out.warning(line, format!("{told}: {}", odd.join(", ")));
    }
}

fn entity_type(class: &str, code: &str) -> Result<EntityType, String> {
    use EntityType::*;
    let historic = code.ends_with('H') && matches!(class, "A" | "P");
    if historic || matches!(code, "PPLQ" | "PPLW") {
        return Err(format!("the feature {class}.{code} is of the past"));
    }
    match (class, code) {
        ("A", "PCLI" | "PCLD" | "PCLF" | "PCLS" | "PCL" | "PCLIX" | "TERR") => Ok(Country),
        ("A", "ADM1" | "ADM2" | "ADM3" | "ADM4" | "ADM5" | "ADMD") => Ok(Admin),
        ("A" | "L" | "V", _) => Ok(Region),
        ("P", "PPLX") => Ok(District),
        ("P", _) => Ok(City),
        ("S", _) => Ok(Site),
        ("H" | "U", _) => Ok(Water),
        ("T", _) => Ok(Region),
        _ => Err(format!(
            "the feature {}.{} is no place that a gazetteer has; give one type for all (--type) to take it",
            clip(class),
            clip(code)
        )),
    }
}

/// The codes by which others say that they lie in a country or a division.
fn own_codes(cells: &[&str]) -> Vec<String> {
    let depth = match (cells[6], cells[7]) {
        ("A", "PCLI" | "PCLD" | "PCLF" | "PCLS" | "PCL" | "PCLIX" | "TERR") => 0,
        ("A", "ADM1") => 1,
        ("A", "ADM2") => 2,
        _ => return Vec::new(),
    };
    code(cells, depth).into_iter().collect()
}

/// The codes of what contains a place, the nearest first.
fn containers(cells: &[&str]) -> Vec<String> {
    (0..=2)
        .rev()
        .filter_map(|depth| code(cells, depth))
        .collect()
}

/// The code of the country, or of the division of the first or second level, that a row has.
fn code(cells: &[&str], depth: usize) -> Option<String> {
    let parts = [cells[8], cells[10], cells[11]];
    let parts = &parts[..=depth];
    // "00" stands for a division that is not known.
    let told = parts.iter().all(|p| !p.is_empty() && *p != "00");
    told.then(|| format!("code:{}", parts.join(".")))
}
