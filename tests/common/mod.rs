//! What the tests share: the shape of case files and how their expectations are read.
#![allow(dead_code, reason = "each test file uses its part")]

use std::{collections::BTreeMap, fs, path::Path};

use namelight::{Gazetteer, GazetteerFile, Highlighter, Pack, WeakWords};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::value::RawValue;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    pub title: String,
    #[serde(default)]
    pub gazetteers: BTreeMap<String, Box<RawValue>>,
    pub cases: Vec<Case>,
    #[serde(default)]
    pub refused: Vec<RefusedOverlay>,
    #[serde(default)]
    pub conflicts: Vec<Conflicts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    pub gazetteer: Layers,
    #[serde(deserialize_with = "lenient")]
    pub text: String,
    pub date: Option<String>,
    pub mentions: Vec<Expected>,
}

/// The gazetteer of a case, or several laid over each other, the lowest first.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Layers {
    One(String),
    Several(Vec<String>),
}

/// A gazetteer that is refused as an overlay.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusedOverlay {
    pub name: String,
    /// What it is laid over, the lowest first.
    pub over: Layers,
    pub gazetteer: String,
    pub kind: String,
    pub entity: String,
    pub says: Vec<String>,
}

/// The conflicts of gazetteers laid over each other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflicts {
    pub name: String,
    pub gazetteer: Layers,
    /// The lowest of which conflicts are told; the second unless it says.
    pub first: Option<u32>,
    pub conflicts: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    #[serde(deserialize_with = "lenient")]
    pub text: String,
    pub start: Option<usize>,
    pub entity: String,
    pub form: Option<String>,
    pub confidence: Option<String>,
    pub why: Option<String>,
    /// Absent where it does not matter, null where there must be none.
    #[serde(default, deserialize_with = "given")]
    pub role: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    pub now: Option<Option<String>>,
    pub candidates: Option<Vec<String>>,
}

fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// A string in which an unpaired surrogate becomes U+FFFD, as it does on every way into the engine.
fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Visitor;
    impl serde::de::Visitor<'_> for Visitor {
        type Value = String;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a string")
        }
        fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<String, E> {
            let mut bytes = bytes.to_vec();
            for i in 0..bytes.len().saturating_sub(2) {
                if bytes[i] == 0xED && bytes[i + 1] >= 0xA0 {
                    bytes[i..i + 3].copy_from_slice("\u{FFFD}".as_bytes());
                }
            }
            String::from_utf8(bytes).map_err(E::custom)
        }
    }
    deserializer.deserialize_bytes(Visitor)
}

impl CaseFile {
    /// The engine of some of the file's gazetteers, or of the base gazetteer.
    pub fn highlighter(&self, layers: &Layers) -> Highlighter {
        let names = match layers {
            Layers::One(name) => core::slice::from_ref(name),
            Layers::Several(names) => names,
        };
        let mut highlighter = Highlighter::default();
        for name in names {
            highlighter.lay_over(self.pack(name)).expect("an overlay");
        }
        highlighter
    }

    /// The pack of one of the file's gazetteers, or of the base gazetteer.
    pub fn pack(&self, name: &str) -> Pack {
        let gazetteer = match self.gazetteers.get(name) {
            None if name == "base" => base_gazetteer(),
            None => panic!("no gazetteer “{name}”"),
            Some(text) => gazetteer(text.get()),
        };
        Pack::compile(&gazetteer).expect("a pack")
    }
}

/// The gazetteer of one file, with the file's title.
pub fn gazetteer(text: &str) -> Gazetteer {
    let title = GazetteerFile::parse("", text).expect("a file").title;
    let title = title.unwrap_or_default();
    Gazetteer::from_files(title, None, [("", text)]).expect("a gazetteer")
}

/// The engine of the project's own base gazetteer.
pub fn base() -> Highlighter {
    Highlighter::new(base_gazetteer()).expect("an engine")
}

/// The project's own base gazetteer.
pub fn base_gazetteer() -> Gazetteer {
    #[derive(Deserialize)]
    struct Packs {
        packs: BTreeMap<String, Pack>,
    }
    #[derive(Deserialize)]
    struct Pack {
        title: String,
        checked: namelight::Date,
        files: Vec<String>,
    }
    let packs: Packs = serde_json::from_str(&read("gazetteer/packs.json")).expect("packs.json");
    let pack = &packs.packs["base"];
    let home = root().join("gazetteer");
    let mut files: Vec<(String, String)> = Vec::new();
    for pattern in &pack.files {
        let (folder, name) = pattern.split_once('/').expect("a folder and a name");
        let folder = home.join(folder);
        for entry in fs::read_dir(&folder).expect("a folder of the gazetteer") {
            let path = entry.expect("an entry").path();
            let shown = path.display().to_string();
            if path == folder.join(name) || name == "*.json" && shown.ends_with(".json") {
                files.push((shown, fs::read_to_string(&path).expect("a file")));
            }
        }
    }
    files.sort();
    let sources = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let weak = read("gazetteer/derived/weak-words.tsv");
    let weak = WeakWords::parse("weak-words.tsv", &weak).expect("weak words");
    Gazetteer::from_files(pack.title.clone(), Some(pack.checked), sources)
        .expect("the base gazetteer")
        .weighed(&weak)
}

/// Where each expected mention stands, in UTF-16 code units: where it says, else the next place of its text.
pub fn places(text: &str, expected: &[Expected]) -> Vec<(usize, usize)> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut at = 0;
    expected
        .iter()
        .map(|e| {
            let wanted: Vec<u16> = e.text.encode_utf16().collect();
            let next = units[at..].windows(wanted.len()).position(|w| w == wanted);
            let start = e.start.or(next.map(|n| at + n));
            let start = start.unwrap_or_else(|| panic!("{:?} does not stand in {text:?}", e.text));
            at = start + wanted.len();
            assert_eq!(units[start..at], wanted, "at {start} of {text:?}");
            (start, at)
        })
        .collect()
}

/// Every JSON file of a folder of the project, read.
pub fn json_files<T: DeserializeOwned>(folder: &str) -> Vec<T> {
    let mut paths: Vec<_> = fs::read_dir(root().join(folder))
        .expect("a folder")
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|x| x == "json"))
        .collect();
    paths.sort();
    let read = |p: &std::path::PathBuf| {
        let text = fs::read_to_string(p).expect("a file");
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", p.display()))
    };
    paths.iter().map(read).collect()
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).expect("a file of the project")
}
