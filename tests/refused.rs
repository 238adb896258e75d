//! Gazetteers that are refused, each with the error that says why and where.

mod common;

use namelight::{Gazetteer, Highlighter};
use serde::Deserialize;

#[derive(Deserialize)]
struct Refused {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    file: String,
    repeat: Option<Repeat>,
    kind: String,
    line: Option<usize>,
    entity: Option<String>,
    says: Vec<String>,
}

/// A long passage, written short.
#[derive(Deserialize)]
struct Repeat {
    what: String,
    times: usize,
    r#for: String,
}

#[test]
fn every_fault_is_named_with_its_place() {
    let files = common::json_files::<Refused>("tests/refused");
    let cases: Vec<&Case> = files.iter().flat_map(|f| &f.cases).collect();
    assert!(cases.len() > 20);
    for case in cases {
        let mut text = case.file.clone();
        if let Some(r) = &case.repeat {
            text = text.replace(&r.r#for, &r.what.repeat(r.times));
        }
        let built = Gazetteer::from_files("", None, [("my.json", text.as_str())])
            .and_then(Highlighter::new)
            .map_err(|e| e.located([("my.json", text.as_str())]));
        let error = built
            .err()
            .unwrap_or_else(|| panic!("{} is accepted", case.name));
        let message = error.to_string();
        assert_eq!(error.kind().code(), case.kind, "{}: {message}", case.name);
        assert_eq!(error.file(), Some("my.json"), "{}: {message}", case.name);
        assert_eq!(
            error.entity(),
            case.entity.as_deref(),
            "{}: {message}",
            case.name
        );
        if case.line.is_some() {
            assert_eq!(error.line(), case.line, "{}: {message}", case.name);
        }
        for words in &case.says {
            assert!(message.contains(words), "{}: {message}", case.name);
        }
    }
}
