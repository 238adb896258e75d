//! What single cells mean: items and articles by number, title or address, points, and words for types.

use super::draft::clean;
use crate::entity::EntityType;

/// A Wikidata item by its number or its address.
pub(super) fn wikidata_item(text: &str) -> Option<&str> {
    const ADDRESSES: [&str; 4] = [
        "http://www.wikidata.org/entity/",
        "https://www.wikidata.org/entity/",
        "https://www.wikidata.org/wiki/",
        "http://www.wikidata.org/wiki/",
    ];
    let found = ADDRESSES.iter().find_map(|a| text.strip_prefix(a));
    let item = found.unwrap_or(text);
    let digits = item.strip_prefix('Q')?;
    let number = !digits.starts_with('0') && !digits.is_empty();
    (number && digits.bytes().all(|b| b.is_ascii_digit())).then_some(item)
}

/// The title of an article in the English Wikipedia, given as such or as its address.
pub(super) fn article_title(text: &str) -> Option<String> {
    let plain = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let title = match plain {
        Some(address) => {
            let path = address
                .strip_prefix("en.wikipedia.org/wiki/")
                .or_else(|| address.strip_prefix("en.m.wikipedia.org/wiki/"))?;
            decoded(path)?
        }
        None => text.to_owned(),
    };
    Some(clean(&title).replace(' ', "_")).filter(|t| !t.is_empty())
}

/// An address without its percent signs.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let digit = |b: Option<u8>| char::from(b?).to_digit(16);
        bytes.push(match byte {
            b'%' => (digit(rest.next())? * 16 + digit(rest.next())?) as u8,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// Latitude and longitude of `Point(east north)`.
pub(super) fn point_of(text: &str) -> Option<(f64, f64)> {
    let inner = text
        .strip_prefix("Point(")
        .or_else(|| text.strip_prefix("POINT("))?;
    let (east, north) = inner.strip_suffix(')')?.trim().split_once(' ')?;
    Some((north.trim().parse().ok()?, east.trim().parse().ok()?))
}

/// The type that a word stands for, or a Wikidata class.
pub(super) fn told_type(cell: &str) -> Option<EntityType> {
    use EntityType::*;
    let word = cell.trim().to_lowercase().replace([' ', '_'], "-");
    if let Some(known) = EntityType::ALL.into_iter().find(|t| t.name() == word) {
        return Some(known);
    }
    Some(match wikidata_item(cell.trim()).unwrap_or(&word) {
        "human" | "Q5" => Person,
        "organization" | "Q43229" => Organisation,
        "business" | "Q4830453" | "Q783794" => Company,
        "political-party" | "Q7278" => Party,
        "newspaper" | "Q11032" => Media,
        "Q79913" => Ngo,
        "international-organization" | "intergovernmental-organization" | "Q484652" | "Q245065" => {
            Igo
        }
        "Q192350" => Ministry,
        "government-agency" | "Q327333" => Agency,
        "sovereign-state" | "Q6256" | "Q3624078" => Country,
        "town" | "village" | "big-city" | "Q515" | "Q1549591" | "Q3957" | "Q532" => City,
        "river" | "lake" | "sea" | "Q4022" | "Q23397" | "Q165" => Water,
        _ => return None,
    })
}
