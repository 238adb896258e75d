//! The entities as they stand in a content: column by column, since like beside like compresses best. When a pack is
//! read, the columns are put together to rows, one for each entity, which `details` reads.
//!
//! Names are in the order of the ids, so that most begin as the one before does; most ids are their names in small
//! letters, and most titles of articles their names with underscores. Of each stands here only what such a guess does
//! not give.

use super::{
    Reference,
    content::{Pause, are_whole},
    details::Row,
};
use crate::{
    bytes::{Reader, Writer},
    entity::{Entity, Role, SurfaceForm},
    fold::{Class, class, fold_word},
    gazetteer::MOST_CONTAINERS,
};

// A guessed text has three columns: how much of the guess to leave out, how long the rest is, the letters of the rest.
const NAME: usize = 0;
const ID: usize = 3;
const WIKIPEDIA: usize = 6;
// Another text has two: its length or the number by which it is shared, and its letters.
const TITLE: usize = 9;
const SOURCE: usize = 11;
const WEBSITE: usize = 13;
const FORM_TEXT: usize = 15;
const LANGUAGE: usize = 17;
// A number has one.
const WITHIN_COUNT: usize = 19;
const WITHIN: usize = 20;
const ROLE_COUNT: usize = 21;
const OF: usize = 22;
const FROM: usize = 23;
const TO: usize = 24;
const HAS_SOURCE: usize = 25;
const HAS_LINKS: usize = 26;
const WIKIDATA: usize = 27;
// Numbers that follow no order compress better as two of their bytes and the rest.
const GEONAMES: usize = 28;
const HAS_PLACE: usize = 31;
const LATITUDE: usize = 32;
const LONGITUDE: usize = 33;
const FORM_COUNT: usize = 34;
const FORM_KIND: usize = 35;
const COLUMNS: usize = 36;

/// Guesses are no longer than so many bytes, so that few bytes of a pack cannot ask for many.
const LONGEST_GUESS: usize = 40;

/// So many bodies back it is looked whether a role is of one that another role is of.
const NEAR: usize = 64;

/// How strings are written: by themselves, or by the number that those have which stand in many places.
pub(super) type Strings<'s> = &'s dyn Fn(&str) -> Option<u32>;

pub(super) const HAS_WIKIPEDIA: u64 = 1;
pub(super) const HAS_WIKIDATA: u64 = 2;
pub(super) const HAS_GEONAMES: u64 = 4;
pub(super) const HAS_WEBSITE: u64 = 8;

/// Coordinates are given to a hundredth of a degree, or else kept to a millionth.
pub(super) const COARSE: i64 = 10_000;
pub(super) const DEGREE: f64 = 1e6;

/// Columns that are being written.
struct Columns<'s> {
    all: [Writer; COLUMNS],
    shared: Strings<'s>,
}

/// Writes the entities; `refer` gives the reference to an id.
pub(super) fn write(
    w: &mut Writer,
    entities: &[&Entity],
    shared: Strings,
    refer: &dyn Fn(&str) -> u32,
) {
    let mut columns = Columns {
        all: core::array::from_fn(|_| Writer::default()),
        shared,
    };
    let mut last = "";
    for e in entities {
        columns.entity(e, last, refer);
        last = &e.name;
    }
    columns.all.iter().for_each(|column| w.bytes(&column.0));
}

impl Columns<'_> {
    fn entity(&mut self, e: &Entity, last: &str, refer: &dyn Fn(&str) -> u32) {
        self.guessed(NAME, &e.name, last.as_bytes());
        self.guessed(ID, &e.id, slug(e.name.as_bytes()).as_bytes());
        let mut within: Vec<u32> = Vec::new();
        for id in &e.within {
            let place = refer(id);
            if !within.contains(&place) {
                within.push(place);
            }
        }
        self.all[WITHIN_COUNT].count(within.len());
        self.all[WITHIN].small_numbers(&within);
        self.all[ROLE_COUNT].count(e.roles.len());
        e.roles.iter().for_each(|r| self.role(r, refer));
        self.links(e);
        self.all[HAS_PLACE].count(usize::from(e.at.is_some()));
        if let Some((latitude, longitude)) = e.at {
            self.degrees(LATITUDE, latitude);
            self.degrees(LONGITUDE, longitude);
        }
        self.all[FORM_COUNT].count(e.names.len());
        e.names.iter().for_each(|n| self.form(n));
    }

    #[inline(never)]
    fn guessed(&mut self, column: usize, text: &str, guess: &[u8]) {
        let (text, guess) = (text.as_bytes(), clipped(guess));
        let right = text.iter().zip(guess).take_while(|(a, b)| a == b).count();
        self.all[column].count(guess.len() - right);
        self.all[column + 1].count(text.len() - right);
        self.all[column + 2].0.extend_from_slice(&text[right..]);
    }

    #[inline(never)]
    fn text(&mut self, column: usize, text: &str) {
        match (self.shared)(text) {
            Some(number) => self.all[column].number(u64::from(number) << 1 | 1),
            None => {
                self.all[column].number((text.len() as u64) << 1);
                self.all[column + 1].0.extend_from_slice(text.as_bytes());
            }
        }
    }

    fn role(&mut self, role: &Role, refer: &dyn Fn(&str) -> u32) {
        self.text(TITLE, &role.title);
        let of = role.of.as_deref().map_or(0, |id| u64::from(refer(id)) + 1);
        self.all[OF].number(of);
        for (column, date) in [(FROM, role.from), (TO, role.to)] {
            self.all[column].number(date.map_or(0, |d| u64::from(d.to_number())));
        }
        self.all[HAS_SOURCE].count(usize::from(role.source.is_some()));
        role.source.iter().for_each(|s| self.text(SOURCE, s));
    }

    fn links(&mut self, e: &Entity) {
        let links = &e.links;
        let item = links.wikidata.as_deref();
        let wikidata = item.and_then(|q| q.get(1..)?.parse().ok());
        let bit = |there: bool, bit: u64| if there { bit } else { 0 };
        self.all[HAS_LINKS].number(
            bit(links.wikipedia.is_some(), HAS_WIKIPEDIA)
                | bit(wikidata.is_some(), HAS_WIKIDATA)
                | bit(links.geonames.is_some(), HAS_GEONAMES)
                | bit(links.website.is_some(), HAS_WEBSITE),
        );
        if let Some(title) = &links.wikipedia {
            self.guessed(WIKIPEDIA, title, &underscored(e.name.as_bytes()));
        }
        wikidata
            .iter()
            .for_each(|&n: &u64| self.all[WIKIDATA].number(n));
        if let Some(n) = links.geonames {
            self.all[GEONAMES].0.push(n as u8);
            self.all[GEONAMES + 1].0.push((n >> 8) as u8);
            self.all[GEONAMES + 2].number(u64::from(n >> 16));
        }
        links.website.iter().for_each(|s| self.text(WEBSITE, s));
    }

    fn degrees(&mut self, column: usize, degrees: f64) {
        let n = (degrees * DEGREE).round() as i64;
        self.all[column].signed(match n % COARSE {
            0 => n / COARSE * 2,
            _ => n * 2 + 1,
        });
    }

    fn form(&mut self, form: &SurfaceForm) {
        self.text(FORM_TEXT, &form.text);
        self.all[FORM_KIND].count(form.form.number() << 1 | usize::from(form.lang.is_some()));
        form.lang.iter().for_each(|l| self.text(LANGUAGE, l));
    }
}

/// The beginning of a guess, which is what counts of it.
fn clipped(guess: &[u8]) -> &[u8] {
    &guess[..guess.len().min(LONGEST_GUESS)]
}

/// A name as an id would have it.
fn slug(name: &[u8]) -> String {
    let mut slug = String::new();
    for c in core::str::from_utf8(name).unwrap_or("").chars() {
        match class(c) {
            Class::Apostrophe | Class::Invisible => {}
            class if class.is_word() => fold_word(c.encode_utf8(&mut [0; 4]), &mut slug),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
        if slug.len() > LONGEST_GUESS {
            break;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A name as the title of an article would have it.
fn underscored(name: &[u8]) -> Vec<u8> {
    let letters = clipped(name).iter();
    letters.map(|&b| if b == b' ' { b'_' } else { b }).collect()
}

/// What is read of the entities.
pub(super) struct Rows {
    /// The rows one after another, behind what was there before.
    pub kept: Vec<u8>,
    /// Where each row begins, and where the last ends.
    pub starts: Vec<u32>,
    /// For each entity what it belongs to: first the places that contain it, then what its roles are of.
    pub related: Vec<Reference>,
    /// Where each entity's begin in `related`, and one more at the end.
    pub related_starts: Vec<u32>,
    /// How many of them are places that contain it.
    pub within: Vec<u8>,
}

/// So many entities are read between two pauses.
const AT_ONCE: usize = 16_384;

/// Reads so many entities and appends their rows to what is kept; `None` where the columns do not hold together.
pub(super) async fn rows(
    r: &mut Reader<'_>,
    count: usize,
    kept: Vec<u8>,
    pause: Pause,
) -> Option<Rows> {
    let mut columns = Reading {
        all: core::array::from_fn(|_| r.column()),
        row: Row(Writer(kept)),
    };
    let mut rows = Rows {
        kept: Vec::new(),
        starts: vec![columns.row.0.0.len() as u32],
        related: Vec::new(),
        related_starts: vec![0],
        within: Vec::with_capacity(count),
    };
    let mut name = Vec::new();
    for number in 1..=count {
        columns.entity(&mut name, &mut rows)?;
        if number % AT_ONCE == 0 {
            pause().await;
        }
        rows.starts.push(u32::try_from(columns.row.0.0.len()).ok()?);
        rows.related_starts.push(rows.related.len() as u32);
    }
    rows.kept = columns.row.0.0;
    rows.kept.shrink_to_fit();
    are_whole(&columns.all).then_some(rows)
}

/// Columns that are being read, and the row that they make.
struct Reading<'b> {
    all: [Reader<'b>; COLUMNS],
    row: Row,
}

impl Reading<'_> {
    /// The next entity. `name` is that of the one before, and then its own.
    fn entity(&mut self, name: &mut Vec<u8>, rows: &mut Rows) -> Option<()> {
        *name = self.guessed(NAME, name)?;
        let id = self.guessed(ID, slug(name).as_bytes())?;
        self.row.text(&id);
        self.row.text(name);
        let places = self.all[WITHIN_COUNT].number() as usize;
        if places > MOST_CONTAINERS {
            return None;
        }
        rows.within.push(places as u8);
        for _ in 0..places {
            rows.related.push(Reference(self.all[WITHIN].small()));
        }
        let first = rows.related.len();
        for _ in 0..self.count(ROLE_COUNT, TITLE)? {
            self.text(TITLE);
            if let Some(of) = self.number(OF).checked_sub(1) {
                let of = Reference(u32::try_from(of).ok()?);
                let near = first.max(rows.related.len().saturating_sub(NEAR));
                if !rows.related[near..].contains(&of) {
                    rows.related.push(of);
                }
            }
            self.number(FROM);
            self.number(TO);
            if self.number(HAS_SOURCE) == 1 {
                self.text(SOURCE);
            }
        }
        let links = self.number(HAS_LINKS);
        if links & HAS_WIKIPEDIA != 0 {
            let title = self.guessed(WIKIPEDIA, &underscored(name))?;
            self.row.text(&title);
        }
        if links & HAS_WIKIDATA != 0 {
            self.number(WIKIDATA);
        }
        if links & HAS_GEONAMES != 0 {
            let n = u64::from(self.all[GEONAMES].byte())
                | u64::from(self.all[GEONAMES + 1].byte()) << 8
                | u64::from(self.all[GEONAMES + 2].small()) << 16;
            self.row.0.number(n);
        }
        if links & HAS_WEBSITE != 0 {
            self.text(WEBSITE);
        }
        if self.number(HAS_PLACE) == 1 {
            self.number(LATITUDE);
            self.number(LONGITUDE);
        }
        for _ in 0..self.count(FORM_COUNT, FORM_TEXT)? {
            self.text(FORM_TEXT);
            if self.number(FORM_KIND) & 1 == 1 {
                self.text(LANGUAGE);
            }
        }
        Some(())
    }

    /// How many things follow of which each has a number in another column.
    fn count(&mut self, column: usize, things: usize) -> Option<u64> {
        let count = self.number(column);
        (count <= self.all[things].left() as u64).then_some(count)
    }

    /// Takes a number into the row.
    #[inline(never)]
    fn number(&mut self, column: usize) -> u64 {
        let n = self.all[column].number();
        self.row.0.number(n);
        n
    }

    /// Takes a text into the row.
    #[inline(never)]
    fn text(&mut self, column: usize) {
        let n = self.number(column);
        if n & 1 == 0 {
            let letters = self.all[column + 1].take((n >> 1) as usize);
            self.row.0.0.extend_from_slice(letters);
        }
    }

    #[inline(never)]
    fn guessed(&mut self, column: usize, guess: &[u8]) -> Option<Vec<u8>> {
        let guess = clipped(guess);
        let right = guess.len().checked_sub(self.all[column].small() as usize)?;
        let rest = self.all[column + 1].small() as usize;
        Some([&guess[..right], self.all[column + 2].take(rest)].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_guessed_from_names() {
        for (name, id) in [
            ("Aleppo", "aleppo"),
            ("St. John’s", "st-johns"),
            ("São Tomé & Príncipe", "sao-tome-principe"),
            ("Amal (movement)", "amal-movement"),
            ("—", ""),
        ] {
            assert_eq!(slug(name.as_bytes()), id);
        }
        assert!(clipped(slug("a b".repeat(60).as_bytes()).as_bytes()).len() <= LONGEST_GUESS);
    }
}
