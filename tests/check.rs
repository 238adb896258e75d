//! What a check finds in files: all of it, by line.

mod common;

use namelight::{Highlighter, Severity, check};
use serde::Deserialize;

#[derive(Deserialize)]
struct Checks {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// The lines of the file.
    file: Vec<String>,
    findings: Vec<Expected>,
}

/// Severity, kind, line, entity and words of the message.
#[derive(Deserialize)]
struct Expected(String, String, usize, Option<String>, String);

#[test]
fn every_finding_has_its_line() {
    let files = common::json_files::<Checks>("tests/checked");
    let cases: Vec<&Case> = files.iter().flat_map(|f| &f.cases).collect();
    assert!(cases.len() >= 9);
    for case in cases {
        let texts = [("my.json".to_owned(), case.file.join("\n"))];
        let checked = check("", None, &texts, Highlighter::default(), &|g| g);
        let shown: Vec<String> = checked.findings.iter().map(|f| f.to_string()).collect();
        let shown = format!("{}:\n{}", case.name, shown.join("\n"));
        assert_eq!(checked.findings.len(), case.findings.len(), "{shown}");
        for (found, Expected(severity, kind, line, entity, says)) in
            checked.findings.iter().zip(&case.findings)
        {
            let fault = &found.fault;
            assert_eq!(found.severity.name(), severity, "{shown}");
            assert_eq!(fault.kind().code(), kind, "{shown}");
            assert_eq!(fault.file(), Some("my.json"), "{shown}");
            assert_eq!(fault.line(), Some(*line), "{shown}");
            assert_eq!(fault.entity(), entity.as_deref(), "{shown}");
            assert!(fault.message().contains(&**says), "{says}: {shown}");
        }
    }
}

#[test]
fn findings_of_all_files_are_in_order() {
    let texts = [
        ("b.json", "{\"entities\": [\n{\"id\": \"x\"}]}"),
        ("a.tsv", "id\tname\tlat\nhoms\tHoms\tnorth\nhama\n"),
        ("c.json", "{"),
    ];
    let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let checked = check("", None, &texts, Highlighter::default(), &|g| g);
    let places: Vec<_> = checked
        .findings
        .iter()
        .map(|f| (f.fault.file().unwrap_or_default(), f.fault.line()))
        .collect();
    let expected = [
        ("a.tsv", Some(2)),
        ("a.tsv", Some(3)),
        ("b.json", Some(2)),
        ("c.json", Some(1)),
    ];
    assert_eq!(places, expected);
    assert_eq!(checked.count(Severity::Error), 4);
    assert!(checked.built.is_none());
}
