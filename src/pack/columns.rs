//! The entities as they stand in a content: column by column, since like beside like compresses best, with how much of
//! each column belongs to each block of entities. `rows` reads them.
//!
//! Names are in the order of the ids, so that most begin as the one before does, and so do sites; most ids are their names in small
//! letters, and most titles of articles their names with underscores. Of each stands here only what such a guess does
//! not give.

use crate::{
    blocks::Blocks,
    bytes::Writer,
    entity::{Entity, Role, SurfaceForm},
    fold::{Class, class, fold_word},
};

// A guessed text has three columns: how much of the guess to leave out, how long the rest is, the letters of the rest.
pub(super) const NAME: usize = 0;
pub(super) const ID: usize = 3;
pub(super) const WIKIPEDIA: usize = 6;
pub(super) const WEBSITE: usize = 9;
// Another text has two: its length or the number by which it is shared, and its letters.
pub(super) const TITLE: usize = 12;
pub(super) const SOURCE: usize = 14;
pub(super) const FORM_TEXT: usize = 16;
pub(super) const LANGUAGE: usize = 18;
// A number has one.
pub(super) const ROLE_COUNT: usize = 20;
pub(super) const OF: usize = 21;
pub(super) const FROM: usize = 22;
pub(super) const TO: usize = 23;
pub(super) const HAS_SOURCE: usize = 24;
pub(super) const HAS_LINKS: usize = 25;
pub(super) const WIKIDATA: usize = 26;
// Numbers that follow no order compress better as two of their bytes and the rest.
pub(super) const GEONAMES: usize = 27;
pub(super) const HAS_PLACE: usize = 30;
pub(super) const LATITUDE: usize = 31;
pub(super) const LONGITUDE: usize = 32;
pub(super) const FORM_COUNT: usize = 33;
pub(super) const FORM_KIND: usize = 34;
/// So many columns are kept, and read when somebody asks; the others are read at once.
pub(super) const KEPT: usize = 35;
pub(super) const WITHIN_COUNT: usize = 35;
pub(super) const WITHIN: usize = 36;
pub(super) const COLUMNS: usize = 37;

/// So many entities are read together when one of them is asked for. Guesses do not reach from one block into the next.
pub(super) const BLOCK: usize = 64;

/// Guesses are no longer than so many bytes, so that few bytes of a pack cannot ask for many.
const LONGEST_GUESS: usize = 40;

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
    all: Vec<Writer>,
    shared: Strings<'s>,
}

/// What the next name and the next site of a block are guessed from.
#[derive(Default)]
pub(super) struct Last {
    pub name: Vec<u8>,
    pub website: Vec<u8>,
}

/// Writes the columns that are kept, and then, to `w`, how many entities there are, how much of each of these columns
/// belongs to each block, and the other columns; `refer` gives the reference to an id.
pub(super) fn write(
    kept: &mut Writer,
    w: &mut Writer,
    entities: &[&Entity],
    shared: Strings,
    refer: &dyn Fn(&str) -> u32,
) {
    let mut columns = Columns {
        all: Writer::columns(COLUMNS),
        shared,
    };
    let mut ends = Vec::new();
    for block in entities.chunks(BLOCK) {
        let mut last = Last::default();
        for e in block {
            columns.entity(e, &mut last, refer);
        }
        Blocks::end(&mut ends, &columns.all[..KEPT]);
    }
    w.count(entities.len());
    Blocks::write(w, KEPT, &ends);
    let (read_late, read_at_once) = columns.all.split_at(KEPT);
    kept.take_columns(read_late);
    w.take_columns(read_at_once);
}

impl Columns<'_> {
    fn entity(&mut self, e: &Entity, last: &mut Last, refer: &dyn Fn(&str) -> u32) {
        self.next(NAME, &e.name, &mut last.name);
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
        self.links(e, last);
        self.all[HAS_PLACE].count(usize::from(e.at.is_some()));
        if let Some((latitude, longitude)) = e.at {
            self.degrees(LATITUDE, latitude);
            self.degrees(LONGITUDE, longitude);
        }
        self.all[FORM_COUNT].count(e.names.len());
        e.names.iter().for_each(|n| self.form(n));
    }

    /// A text that is guessed from the last of its kind.
    fn next(&mut self, column: usize, text: &str, last: &mut Vec<u8>) {
        self.guessed(column, text, last);
        *last = text.as_bytes().to_vec();
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

    fn links(&mut self, e: &Entity, last: &mut Last) {
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
        if let Some(site) = &links.website {
            self.next(WEBSITE, site, &mut last.website);
        }
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
pub(super) fn clipped(guess: &[u8]) -> &[u8] {
    &guess[..guess.len().min(LONGEST_GUESS)]
}

/// A name as an id would have it.
pub(super) fn slug(name: &[u8]) -> String {
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
pub(super) fn underscored(name: &[u8]) -> Vec<u8> {
    let letters = clipped(name).iter();
    letters.map(|&b| if b == b' ' { b'_' } else { b }).collect()
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
