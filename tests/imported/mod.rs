//! What the tests of importers share: the samples in `tests/import/`, and what must hold whatever was read.
#![allow(dead_code, reason = "each test file uses its part")]

use std::{collections::BTreeMap, fs, path::Path};

use namelight::{
    Gazetteer, Highlighter, Pack,
    import::{self, Counts, Field, Finding, Format, ImportError, Importer, Options},
};
use serde::Deserialize;

pub const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import");

/// What came of files.
pub struct Imported {
    pub errors: Vec<ImportError>,
    pub gazetteer: String,
    pub findings: Vec<Finding>,
    pub counts: Counts,
}

impl Imported {
    /// The findings as lines, with what was counted at the end.
    pub fn report(&self) -> String {
        let mut lines: Vec<String> = self
            .findings
            .iter()
            .map(|f| serde_json::to_string(f).unwrap())
            .collect();
        lines.push(serde_json::to_string(&self.counts).unwrap());
        lines.join("\n") + "\n"
    }
}

pub fn import(files: &[(Format, &str, &[u8])], options: Options) -> Imported {
    let mut findings = Vec::new();
    let mut importer = Importer::new(files[0].0, options, |f| findings.push(f.clone())).unwrap();
    let errors = files
        .iter()
        .filter_map(|(format, name, bytes)| importer.read_as(*format, name, *bytes).err())
        .collect();
    let (entities, counts) = importer.finish();
    let mut written = Vec::new();
    import::write(&mut written, "sample", &entities, &[]).unwrap();
    let gazetteer = String::from_utf8(written).unwrap();
    // Whatever was read: what was taken is a gazetteer, and no row is lost.
    let read = Gazetteer::from_files("", None, [("sample.json", gazetteer.as_str())]).unwrap();
    assert_eq!(read.entities(), entities);
    Highlighter::default()
        .lay_over(Pack::compile(&read).unwrap())
        .unwrap();
    assert!(entities.is_sorted_by(|a, b| a.id < b.id));
    assert_eq!(counts.read, counts.taken + counts.skipped);
    let skipped = findings
        .iter()
        .filter(|f| f.what == import::Fate::Skipped)
        .map(|f| f.rows);
    assert_eq!(counts.skipped, skipped.sum::<u64>(), "a reason for each");
    Imported {
        errors,
        gazetteer,
        findings,
        counts,
    }
}

pub fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(SAMPLES).join(name)).expect(name)
}

/// A sample of `tests/import/samples.json`: its files, what its expectations are called, and its columns.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    pub name: String,
    pub files: Vec<SampleFile>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleFile {
    format: String,
    pub file: String,
}

impl Sample {
    pub fn all() -> Vec<Sample> {
        serde_json::from_slice(&sample("samples.json")).unwrap()
    }

    pub fn options(&self) -> Options<'static> {
        let columns = self.columns.iter();
        let column = |(field, title): (&String, &String)| {
            (Field::named(field).expect("a field"), title.clone())
        };
        Options {
            columns: columns.map(column).collect(),
            ..Options::default()
        }
    }

    /// The format, name and content of each of its files.
    pub fn read(&self) -> Vec<(Format, &str, Vec<u8>)> {
        let files = self.files.iter();
        files
            .map(|f| (f.format(), &*f.file, sample(&f.file)))
            .collect()
    }
}

impl SampleFile {
    pub fn format(&self) -> Format {
        Format::named(&self.format).expect("a format")
    }
}
