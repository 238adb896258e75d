//! Gazetteers from other formats: tables of one's own, GeoNames, Wikidata, PETRARCH, FollowTheMoney, STIX.
//!
//! An [`Importer`] reads any number of files of one [`Format`] and gives entities that a gazetteer accepts. It reads
//! from anything that can be read and knows no files. What is kept is what entities need; rows pass through. Every
//! row is counted, and every one that is left out is told with its line and why. Nothing is made up: what a source
//! does not say is absent.
//!
//! Start with `table`, which reads rows by named columns and serves two formats; each other format has a file of its
//! name. `source` gives text, `report` takes findings, `draft` and `finish` make entities.

mod cells;
mod codes;
mod dates;
mod draft;
mod elements;
mod error;
mod finish;
mod ftm;
mod geonames;
mod geonames_alternate;
mod ids;
mod petrarch;
mod report;
mod row;
mod source;
mod stix;
mod table;
mod weighed;
mod wikidata;
mod write;

use std::io::BufRead;

use draft::Drafts;
use encoding_rs::Encoding;
pub use error::{ImportError, ImportErrorKind};
use report::Reporter;
pub use report::{Counts, Fate, Finding};
pub use row::Field;
use source::Source;
pub use weighed::weighed;
pub use write::write;

use super::clip;
use crate::entity::{Entity, EntityType};

/// The most bytes of one row, or of one element of a JSON array.
pub const LONGEST_ROW: u64 = 16 << 20;

/// What files can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A table with a header; the separator is told by the header.
    Csv,
    /// A table with a header, separated by tabs.
    Tsv,
    /// GeoNames: 19 columns without a header.
    Geonames,
    /// GeoNames' alternateNamesV2, for the places of main files that were read before.
    GeonamesAlternate,
    /// What Wikidata's query service gives, as JSON or CSV.
    Wikidata,
    /// Actor dictionaries of PETRARCH.
    Petrarch,
    /// FollowTheMoney entities as JSON lines.
    Ftm,
    /// A STIX 2.1 bundle.
    Stix,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 8] = [
        Format::Csv,
        Format::Tsv,
        Format::Geonames,
        Format::GeonamesAlternate,
        Format::Wikidata,
        Format::Petrarch,
        Format::Ftm,
        Format::Stix,
    ];

    /// Its word on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Tsv => "tsv",
            Format::Geonames => "geonames",
            Format::GeonamesAlternate => "geonames-alternate",
            Format::Wikidata => "wikidata",
            Format::Petrarch => "petrarch",
            Format::Ftm => "ftm",
            Format::Stix => "stix",
        }
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|f| f.name() == name)
    }
}

/// Tells whether there is an entity of an id.
pub type Known<'s> = Box<dyn Fn(&str) -> bool + 's>;

/// What is to be known beyond the files.
#[derive(Default)]
pub struct Options<'s> {
    /// Tables only: which column a field is in, by its title in the header. Others are told by their titles.
    pub columns: Vec<(Field, String)>,
    /// The type of what does not say its own.
    pub default_type: Option<EntityType>,
    /// The encoding of files without a byte order mark: a label such as `windows-1252`. UTF-8 where not given.
    pub encoding: Option<String>,
    /// Whether an id is one of what the gazetteer will be laid over, so that it can be referred to.
    pub known: Option<Known<'s>>,
}

/// Reads files of one format after another into entities.
pub struct Importer<'s> {
    format: Format,
    columns: Vec<(Field, String)>,
    default_type: Option<EntityType>,
    encoding: Option<&'static Encoding>,
    known: Known<'s>,
    drafts: Drafts,
    pending: ftm::Pending,
    relations: stix::Relations,
    out: Reporter<'s>,
}

impl<'s> Importer<'s> {
    /// An importer that tells its findings to `findings` as they come.
    ///
    /// # Errors
    /// An encoding that is not known.
    pub fn new(
        format: Format,
        options: Options<'s>,
        findings: impl FnMut(&Finding) + 's,
    ) -> Result<Importer<'s>, ImportError> {
        let encoding = options.encoding.map(|label| {
            Encoding::for_label(label.as_bytes()).ok_or_else(|| {
                let message = format!("there is no encoding “{}”", clip(&label));
                ImportError::new(ImportErrorKind::Encoding, message).in_file("encoding")
            })
        });
        Ok(Importer {
            format,
            columns: options.columns,
            default_type: options.default_type,
            encoding: encoding.transpose()?,
            known: options.known.unwrap_or_else(|| Box::new(|_| false)),
            drafts: Drafts::default(),
            pending: ftm::Pending::default(),
            relations: stix::Relations::default(),
            out: Reporter::new(findings),
        })
    }

    /// Reads a file; `name` is what findings and errors call it. What was read before an error is kept.
    ///
    /// # Errors
    /// What keeps the rest of the file from being read.
    pub fn read(&mut self, name: &str, input: impl BufRead) -> Result<(), ImportError> {
        self.read_as(self.format, name, input)
    }

    /// Reads a file of another format than most: alternate names after the places of GeoNames.
    ///
    /// # Errors
    /// As [`Importer::read`].
    pub fn read_as(
        &mut self,
        format: Format,
        name: &str,
        input: impl BufRead,
    ) -> Result<(), ImportError> {
        self.out.file = name.into();
        let source = Source::new(input, self.encoding);
        let into = Into {
            drafts: &mut self.drafts,
            out: &mut self.out,
            default_type: self.default_type,
        };
        let columns = &self.columns;
        let done = match format {
            Format::Csv => table::read(source, None, columns, into),
            Format::Tsv => table::read(source, Some(b'\t'), columns, into),
            Format::Geonames => geonames::read(source, into),
            Format::GeonamesAlternate => geonames_alternate::read(source, into),
            Format::Wikidata => wikidata::read(source, columns, into),
            Format::Petrarch => petrarch::read(source, into),
            Format::Ftm => ftm::read(source, &mut self.pending, into),
            Format::Stix => stix::read(source, &mut self.relations, into),
        };
        self.out.end_file();
        done.map_err(|e| e.in_file(name))
    }

    /// How it stands: what is taken is known only at the end.
    pub fn counts(&self) -> Counts {
        self.out.counts
    }

    /// The entities, sorted by id, and what became of the rows.
    pub fn finish(mut self) -> (Vec<Entity>, Counts) {
        self.pending.settle(&mut self.drafts, &mut self.out);
        self.relations.settle(&mut self.drafts, &mut self.out);
        let entities = self.drafts.finish(&*self.known, &mut self.out);
        self.out.flush();
        (entities, self.out.counts)
    }
}

/// Where what is read goes.
struct Into<'i, 's> {
    drafts: &'i mut Drafts,
    out: &'i mut Reporter<'s>,
    default_type: Option<EntityType>,
}
