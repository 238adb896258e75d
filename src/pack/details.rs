//! What a pack keeps of an entity beyond what search needs: names, roles, links. Read each time anew, without
//! copying. Damage that the checksum did not catch reads as empty strings and absent fields.

use super::{
    Pack, Reference,
    columns::{COARSE, DEGREE, HAS_GEONAMES, HAS_WEBSITE, HAS_WIKIDATA, HAS_WIKIPEDIA},
};
use crate::{
    bytes::{Reader, Writer},
    date::PartialDate,
    entity::Form,
};

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

/// The rows of entities, on their way into what is kept.
#[derive(Default)]
pub(super) struct Row(pub Writer);

impl Row {
    /// A text that stands in the row itself.
    pub fn text(&mut self, text: &[u8]) {
        self.0.number((text.len() as u64) << 1);
        self.0.0.extend_from_slice(text);
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
            wikipedia: (there & HAS_WIKIPEDIA != 0).then(|| self.text()),
            wikidata: (there & HAS_WIKIDATA != 0).then(|| self.reader.number()),
            geonames: (there & HAS_GEONAMES != 0).then(|| self.reader.small()),
            website: (there & HAS_WEBSITE != 0).then(|| self.text()),
        }
    }

    fn take_at(&mut self) -> Option<(f64, f64)> {
        let there = self.reader.number() == 1;
        there.then(|| {
            let latitude = self.take_degrees();
            (latitude, self.take_degrees())
        })
    }

    fn take_degrees(&mut self) -> f64 {
        let n = self.reader.signed();
        let unit = match n & 1 {
            0 => DEGREE / COARSE as f64,
            _ => DEGREE,
        };
        (n >> 1) as f64 / unit
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
