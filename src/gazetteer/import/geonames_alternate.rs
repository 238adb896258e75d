//! GeoNames' alternateNamesV2: names by language, and links, of places that are there already.

use std::io::BufRead;

use super::{
    Into,
    cells::{article_title, wikidata_item},
    clip,
    draft::Draft,
    error::ImportError,
    geonames::{cut, key},
    report::Reporter,
    source::Source,
};
use crate::entity::{Form, Links};

/// The most columns; the last six may be absent.
const COLUMNS: usize = 10;

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
        if !(4..=COLUMNS).contains(&cells.len()) {
            let count = format!(
                "the row has {} columns and alternateNamesV2 has {COLUMNS}",
                cells.len()
            );
            if position.within_line() && source.peek()?.is_empty() && cells.len() < 4 {
                into.out.skipped(line, "cut short by the end of the file");
                return Err(cut(count).on_line(line));
            }
            into.out.skipped(line, count);
            continue;
        }
        let place = cells[1]
            .parse()
            .ok()
            .and_then(|id| into.drafts.get(&key(id)));
        let taken = match place {
            None => Err("the place is not among those that were taken".to_owned()),
            Some(place) => add(place, &cells, line, into.out).inspect(|()| place.rows += 1),
        };
        if let Err(reason) = taken {
            into.out.skipped(line, reason);
        }
    }
}

/// Adds what a row says to its place, or says why not.
fn add(place: &mut Draft, cells: &[&str], line: u64, out: &mut Reporter) -> Result<(), String> {
    let flag = |column: usize| cells.get(column).is_some_and(|c| *c == "1");
    let (language, name) = (cells[2], cells[3]);
    match language {
        "link" => {
            let title = article_title(name).filter(|_| name.contains("://"));
            let wikipedia = title.ok_or("a link that is not to the English Wikipedia")?;
            let links = Links {
                wikipedia: Some(wikipedia),
                ..Links::default()
            };
            place.add_links(links, line, out);
        }
        "wkdt" => {
            let item = wikidata_item(name).ok_or("it is no Wikidata item")?;
            let links = Links {
                wikidata: Some(item.to_owned()),
                ..Links::default()
            };
            place.add_links(links, line, out);
        }
        "iata" | "icao" | "faac" | "tcid" | "unlc" | "post" | "phon" | "piny" => {
            return Err(format!("what is given as “{language}” is no name"));
        }
        _ if flag(7) => return Err("a name of the past".to_owned()),
        "abbr" => place.add_name(name, Some(Form::Acronym), None, line, out),
        "" => place.add_name(name, None, None, line, out),
        _ => {
            let lang = language_tag(language)
                .ok_or_else(|| format!("“{}” is no language", clip(language)))?;
            let form = flag(6).then_some(Form::Short);
            // A name that is the same in another language stays of the language that it was first given in.
            place.add_name(name, form, Some(lang), line, out);
        }
    }
    Ok(())
}

/// A language as BCP 47 writes it: letters and digits between hyphens, the first part two or three letters.
fn language_tag(text: &str) -> Option<&str> {
    let first = text.split('-').next().unwrap_or_default();
    let letters = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    let parts = text
        .split('-')
        .all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    (letters && parts).then_some(text)
}
