//! The importer as JavaScript sees it: files in other formats, or gazetteer files, to a pack. It reads its files step by
//! step and works until it is done, so it belongs in a worker; to stop it, the worker is ended.

mod explainer;
mod input;

use std::io::{BufReader, Read};

use input::Input;
use js_sys::{Function, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::error::thrown;
use crate::{
    Date, EntityType, Gazetteer, GazetteerError, Highlighter, Pack, Severity, WeakWords, check,
    gazetteer::{at_path, unknown},
    import::{self, Counts, Field, Finding, Format, ImportError},
};

/// Words that are more than names of places.
const WEAK_WORDS: &str = include_str!("../../../gazetteer/derived/weak-words.tsv");

/// What gazetteer files are called among the formats.
const JSON: &str = "json";

/// The word of every format.
#[wasm_bindgen(js_name = formats)]
pub fn formats() -> Vec<String> {
    let others = Format::ALL.map(Format::name);
    [&[JSON][..], &others]
        .concat()
        .iter()
        .map(|name| (*name).to_owned())
        .collect()
}

/// The fields that a column of a table can be.
#[wasm_bindgen(js_name = tableFields)]
pub fn table_fields() -> Vec<String> {
    Field::ALL.iter().map(|f| f.name().to_owned()).collect()
}

/// The words of every type of entity.
#[wasm_bindgen(js_name = entityTypes)]
pub fn entity_types() -> Vec<String> {
    EntityType::ALL.map(|t| t.name().to_owned()).to_vec()
}

/// What is to be known beyond the files.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct Options {
    /// Tables: which column a field is in, by its title, as pairs of both.
    columns: Vec<(String, String)>,
    /// The type of what does not say its own.
    default_type: Option<String>,
    /// The encoding of files without a byte order mark.
    encoding: Option<String>,
}

/// A finding of a gazetteer file, in the shape of those of other formats.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Said<'f> {
    what: &'static str,
    file: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'f str>,
    reason: &'f str,
}

/// Reads any number of files of one format, and then makes a pack of them.
#[wasm_bindgen]
pub struct Importer {
    reading: Reading,
    findings: Function,
}

enum Reading {
    Files {
        files: Vec<(String, String)>,
        under: Box<Highlighter>,
    },
    Rows(Box<import::Importer<'static>>),
}

#[wasm_bindgen]
impl Importer {
    /// An importer of a format, one of `formats()`. `options` is `{columns, defaultType, encoding}`, all of which may be
    /// left out; `over` the packs, the lowest first, that it will be laid over, so that roles and places may refer to
    /// their entities. `findings` is called with `{what, file, line, lastLine, rows, reason}` as rows are skipped,
    /// merged or warned of.
    #[wasm_bindgen(constructor)]
    pub fn new(
        format: &str,
        options: JsValue,
        over: Vec<Uint8Array>,
        findings: Function,
    ) -> Result<Importer, JsValue> {
        let options = match options.is_undefined() {
            true => Options::default(),
            false => serde_wasm_bindgen::from_value(options)
                .map_err(|e| at_path("options", &e.to_string()))?,
        };
        let mut under = Highlighter::default();
        for pack in over {
            under.lay_over(Pack::from_bytes(&pack.to_vec())?)?;
        }
        let reading = match Format::named(format) {
            None if format == JSON => Reading::Files {
                files: Vec::new(),
                under: Box::new(under),
            },
            None => {
                let known = formats();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                return Err(unknown("", "format", format, &known).into());
            }
            Some(format) => {
                let options = import::Options {
                    columns: columns(&options.columns)?,
                    default_type: options.default_type.as_deref().map(typed).transpose()?,
                    encoding: options.encoding,
                    known: Some(Box::new(move |id| under.index_of(id).is_some())),
                };
                let tell = findings.clone();
                let importer = import::Importer::new(format, options, move |finding: &Finding| {
                    told(&tell, finding);
                });
                Reading::Rows(Box::new(importer?))
            }
        };
        Ok(Importer { reading, findings })
    }

    /// Reads a file: a `Blob`, or its bytes. `name` is what findings call it; `format` is another than the importer's
    /// for alternate names of GeoNames. `on_progress` is called with the bytes read and those in all. Where it fails,
    /// what was read before is kept.
    pub fn read(
        &mut self,
        name: &str,
        source: JsValue,
        format: Option<String>,
        on_progress: Option<Function>,
    ) -> Result<(), JsValue> {
        let input = Input::of(source, on_progress)?;
        match &mut self.reading {
            Reading::Rows(importer) => {
                let format = format.as_deref().and_then(Format::named);
                let input = BufReader::with_capacity(64 << 10, input);
                match format {
                    Some(format) => importer.read_as(format, name, input)?,
                    None => importer.read(name, input)?,
                }
            }
            Reading::Files { files, .. } => {
                let mut bytes = Vec::new();
                let mut input = input;
                let read = input.read_to_end(&mut bytes);
                let text = read.map_err(|e| e.to_string()).and_then(|_| {
                    let no_text = |e: std::string::FromUtf8Error| {
                        format!("byte {} is not UTF-8", e.utf8_error().valid_up_to())
                    };
                    String::from_utf8(bytes).map_err(no_text)
                });
                let text = text.map_err(|e| thrown("encoding", &format!("{name}: {e}")))?;
                files.push((name.to_owned(), text));
            }
        }
        Ok(())
    }

    /// What was read, as a gazetteer of this title, whose facts were checked on a day or not.
    pub fn finish(self, title: &str, checked: Option<String>) -> Result<Imported, JsValue> {
        let checked = checked.as_deref().map(Date::parse).transpose();
        let checked = checked.map_err(|e| thrown("date", &e.to_string()))?;
        let words = WeakWords::parse("weak words", WEAK_WORDS)?;
        let (gazetteer, counts) = match self.reading {
            Reading::Rows(importer) => {
                let (entities, counts) = importer.finish();
                let entities = import::weighed(entities, &words)?;
                (Gazetteer::new(title, checked, entities)?, counts)
            }
            Reading::Files { files, under } => {
                let weighed = |g: Gazetteer| g.with_variants().weighed(&words);
                let found = check(title, checked, &files, *under, &weighed);
                for finding in &found.findings {
                    told(&self.findings, &Said::of(finding));
                }
                let fault = found
                    .findings
                    .iter()
                    .find(|f| f.severity == Severity::Error);
                match (found.built, fault) {
                    (Some((gazetteer, _)), None) => {
                        let entities = gazetteer.entities().len() as u64;
                        let counts = Counts {
                            read: entities,
                            taken: entities,
                            ..Counts::default()
                        };
                        (gazetteer, counts)
                    }
                    (_, Some(first)) => return Err(first.fault.clone().into()),
                    (None, None) => return Err(thrown("syntax", "there is no file to read")),
                }
            }
        };
        if gazetteer.entities().is_empty() && gazetteer.mutes().is_empty() {
            let message = format!("none of the {} rows could be taken", counts.read);
            return Err(thrown("empty", &message));
        }
        Ok(Imported { gazetteer, counts })
    }
}

/// A gazetteer that was imported.
#[wasm_bindgen]
pub struct Imported {
    gazetteer: Gazetteer,
    counts: Counts,
}

#[wasm_bindgen]
impl Imported {
    /// Its pack, the bytes of a file.
    pub fn pack(&self) -> Result<Vec<u8>, JsValue> {
        Ok(self.gazetteer.to_pack()?)
    }

    /// Its gazetteer file, as JSON.
    pub fn json(&self) -> Result<String, JsValue> {
        let mut out = Vec::new();
        let (entities, mutes) = (self.gazetteer.entities(), self.gazetteer.mutes());
        import::write(&mut out, self.gazetteer.title(), entities, mutes)
            .map_err(|e| thrown("read", &e.to_string()))?;
        Ok(String::from_utf8(out).unwrap_or_default())
    }

    /// What became of the rows: `{read, taken, skipped, merged, warnings}`.
    #[wasm_bindgen(getter)]
    pub fn counts(&self) -> JsValue {
        object(&self.counts)
    }

    /// How many entities it has.
    #[wasm_bindgen(getter, js_name = entityCount)]
    pub fn entity_count(&self) -> usize {
        self.gazetteer.entities().len()
    }

    /// How many surface forms it has.
    #[wasm_bindgen(getter, js_name = nameCount)]
    pub fn name_count(&self) -> usize {
        self.gazetteer.name_count()
    }
}

impl<'f> Said<'f> {
    fn of(finding: &'f crate::Finding) -> Said<'f> {
        let fault = &finding.fault;
        Said {
            what: finding.severity.name(),
            file: fault.file().unwrap_or_default(),
            line: fault.line(),
            entity: fault.entity(),
            reason: fault.message(),
        }
    }
}

impl From<ImportError> for JsValue {
    fn from(e: ImportError) -> JsValue {
        thrown(e.kind().code(), &e.to_string())
    }
}

fn columns(pairs: &[(String, String)]) -> Result<Vec<(Field, String)>, GazetteerError> {
    let pair = |(field, title): &(String, String)| {
        let known = || Field::ALL.iter().map(|f| f.name()).collect::<Vec<_>>();
        let found = Field::named(field);
        let found = found.ok_or_else(|| unknown("columns", "field", field, &known()))?;
        Ok((found, title.clone()))
    };
    pairs.iter().map(pair).collect()
}

fn typed(word: &str) -> Result<EntityType, GazetteerError> {
    let found = EntityType::ALL.into_iter().find(|t| t.name() == word);
    found.ok_or_else(|| unknown("type", "word", word, &EntityType::ALL.map(EntityType::name)))
}

fn object(value: &impl Serialize) -> JsValue {
    let objects = serde_wasm_bindgen::Serializer::json_compatible();
    // What is counted and said has strings and numbers only.
    value.serialize(&objects).unwrap_or(JsValue::UNDEFINED)
}

fn told(findings: &Function, finding: &impl Serialize) {
    // Who listens cannot keep rows from being read.
    let _ = findings.call1(&JsValue::NULL, &object(finding));
}
