//! What a pack keeps of an entity beyond what search needs: names, roles, links. Read each time anew, without
//! copying. Damage that the checksum did not catch reads as empty strings and absent fields.

use super::{Pack, Reference};
use crate::{
    bytes::{Reader, Writer},
    date::PartialDate,
    entity::{Entity, Form, Links, Role, SurfaceForm},
};

/// How strings are written: by themselves, or by the number that those have which stand in many places.
pub(super) type Strings<'s> = &'s dyn Fn(&str) -> Option<u32>;

/// The reader of one entity.
#[derive(Clone)]
pub(crate) struct Details<'p> {
    pack: &'p Pack,
    reader: Reader<'p>,
}

/// A role as a pack has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PackedRole<'p> {
    pub title: &'p str,
    pub of: Option<Reference>,
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    pub source: Option<&'p str>,
}

/// Where to read on about an entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinksRef<'p> {
    /// The title of its article in the English Wikipedia, with underscores.
    pub wikipedia: Option<&'p str>,
    /// The number of its Wikidata item, without the "Q".
    pub wikidata: Option<u64>,
    /// Its GeoNames number.
    pub geonames: Option<u32>,
    /// Its own site.
    pub website: Option<&'p str>,
}

/// A surface form as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameRef<'p> {
    /// As written in the gazetteer.
    pub text: &'p str,
    /// How it stands for the entity.
    pub form: Form,
    /// Its language.
    pub lang: Option<&'p str>,
}

const WIKIPEDIA: u64 = 1;
const WIKIDATA: u64 = 2;
const GEONAMES: u64 = 4;
const WEBSITE: u64 = 8;

/// Coordinates are kept to a millionth of a degree.
const DEGREE: f64 = 1e6;

/// Writes the details of an entity; `refer` gives the reference to an id.
pub(super) fn write(w: &mut Writer, e: &Entity, shared: Strings, refer: &dyn Fn(&str) -> u32) {
    text(w, &e.id, shared);
    text(w, &e.name, shared);
    w.count(e.roles.len());
    e.roles.iter().for_each(|r| role(w, r, shared, refer));
    links(w, &e.links, shared);
    w.count(usize::from(e.at.is_some()));
    if let Some((lat, lon)) = e.at {
        w.signed((lat * DEGREE).round() as i64);
        w.signed((lon * DEGREE).round() as i64);
    }
    w.count(e.names.len());
    e.names.iter().for_each(|n| name(w, n, shared));
}

#[inline(never)]
fn text(w: &mut Writer, text: &str, shared: Strings) {
    match shared(text) {
        Some(number) => w.number(u64::from(number) << 1 | 1),
        None => {
            w.number((text.len() as u64) << 1);
            w.0.extend_from_slice(text.as_bytes());
        }
    }
}

fn role(w: &mut Writer, role: &Role, shared: Strings, refer: &dyn Fn(&str) -> u32) {
    text(w, &role.title, shared);
    w.number(role.of.as_deref().map_or(0, |id| u64::from(refer(id)) + 1));
    for date in [role.from, role.to] {
        w.number(date.map_or(0, |d| u64::from(d.to_number())));
    }
    w.count(usize::from(role.source.is_some()));
    if let Some(source) = &role.source {
        text(w, source, shared);
    }
}

fn links(w: &mut Writer, links: &Links, shared: Strings) {
    let wikidata = links
        .wikidata
        .as_deref()
        .and_then(|q| q.get(1..)?.parse().ok());
    let bit = |there: bool, bit: u64| if there { bit } else { 0 };
    w.number(
        bit(links.wikipedia.is_some(), WIKIPEDIA)
            | bit(wikidata.is_some(), WIKIDATA)
            | bit(links.geonames.is_some(), GEONAMES)
            | bit(links.website.is_some(), WEBSITE),
    );
    links.wikipedia.iter().for_each(|t| text(w, t, shared));
    wikidata.iter().for_each(|&n: &u64| w.number(n));
    links.geonames.iter().for_each(|&n| w.number(u64::from(n)));
    links.website.iter().for_each(|t| text(w, t, shared));
}

fn name(w: &mut Writer, name: &SurfaceForm, shared: Strings) {
    text(w, &name.text, shared);
    w.count(name.form.number() << 1 | usize::from(name.lang.is_some()));
    if let Some(lang) = &name.lang {
        text(w, lang, shared);
    }
}

impl<'p> Details<'p> {
    pub(super) fn new(pack: &'p Pack, bytes: &'p [u8]) -> Self {
        Details {
            pack,
            reader: Reader::new(bytes),
        }
    }

    pub fn id(mut self) -> &'p str {
        self.text()
    }

    pub fn name(mut self) -> &'p str {
        self.text();
        self.text()
    }

    pub fn roles(mut self) -> Vec<PackedRole<'p>> {
        self.text();
        self.text();
        self.take_roles()
    }

    pub fn links(mut self) -> LinksRef<'p> {
        self.text();
        self.text();
        self.take_roles();
        self.take_links()
    }

    /// Latitude and longitude in degrees.
    pub fn at(mut self) -> Option<(f64, f64)> {
        self.text();
        self.text();
        self.take_roles();
        self.take_links();
        self.take_at()
    }

    /// The surface forms other than the name.
    pub fn names(mut self) -> Vec<NameRef<'p>> {
        self.text();
        self.text();
        self.take_roles();
        self.take_links();
        self.take_at();
        let count = self.reader.count();
        (0..count).map(|_| self.take_name()).collect()
    }

    #[inline(never)]
    fn text(&mut self) -> &'p str {
        let n = self.reader.number();
        if n & 1 == 1 {
            return self.pack.shared((n >> 1) as usize);
        }
        let bytes = self.reader.take((n >> 1) as usize);
        core::str::from_utf8(bytes).unwrap_or("")
    }

    #[inline(never)]
    fn take_roles(&mut self) -> Vec<PackedRole<'p>> {
        let count = self.reader.count();
        (0..count)
            .map(|_| PackedRole {
                title: self.text(),
                of: self.reader.small().checked_sub(1).map(Reference),
                from: PartialDate::from_number(self.reader.small()),
                to: PartialDate::from_number(self.reader.small()),
                source: (self.reader.number() == 1).then(|| self.text()),
            })
            .collect()
    }

    fn take_links(&mut self) -> LinksRef<'p> {
        let there = self.reader.number();
        LinksRef {
            wikipedia: (there & WIKIPEDIA != 0).then(|| self.text()),
            wikidata: (there & WIKIDATA != 0).then(|| self.reader.number()),
            geonames: (there & GEONAMES != 0).then(|| self.reader.small()),
            website: (there & WEBSITE != 0).then(|| self.text()),
        }
    }

    fn take_at(&mut self) -> Option<(f64, f64)> {
        let there = self.reader.number() == 1;
        there.then(|| {
            let lat = self.reader.signed() as f64 / DEGREE;
            (lat, self.reader.signed() as f64 / DEGREE)
        })
    }

    fn take_name(&mut self) -> NameRef<'p> {
        let text = self.text();
        let meta = self.reader.number();
        NameRef {
            text,
            form: Form::ALL
                .get((meta >> 1) as usize)
                .copied()
                .unwrap_or(Form::Name),
            lang: (meta & 1 == 1).then(|| self.text()),
        }
    }
}
