//! `namelight import` as it is called: what it writes, what it says, and its exit status.
#![cfg(feature = "cli")]

#[path = "common/command.rs"]
mod command;

use std::{fs, path::Path};

use command::{err, file, lines, out, run};
use serde_json::Value;

fn sample(name: &str) -> String {
    format!("{}/tests/import/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn target(name: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    path.to_str().expect("a path").to_owned()
}

#[test]
fn what_is_imported_passes_the_check_and_is_found() {
    let (places, alternate) = (sample("places.txt"), sample("alternate.txt"));
    let output = target("imported-places.json");
    let arguments = [
        "import",
        "--from",
        "geonames",
        "--alternate",
        &alternate,
        "--output",
        &output,
        &places,
    ];
    let done = run(&arguments, b"");
    assert_eq!(out(&done), "");
    let said = err(&done);
    assert!(
        said.contains("places.txt:6: skipped: the row has 3 columns"),
        "{said}"
    );
    assert!(said.contains("19 rows read, 10 taken"), "{said}");
    let checked = run(&["check", &output], b"");
    out(&checked);
    let said = err(&checked);
    assert!(
        said.contains("5 entities") && said.contains("0 errors"),
        "{said}"
    );

    let text = b"A fire in Exampleton, North Province.";
    let arguments = [
        "annotate",
        "--no-base",
        "--gazetteer",
        &output,
        "--format",
        "jsonl",
    ];
    let line = serde_json::json!({"id": 1, "text": String::from_utf8_lossy(text)}).to_string();
    let found = lines(&out(&run(&arguments, line.as_bytes())));
    assert_eq!(found[0]["mentions"][0]["entity"], "exampleton-990000003");
}

#[test]
fn the_report_has_every_finding_and_the_counts() {
    let report = target("import-report.jsonl");
    let arguments = [
        "import",
        "--from",
        "stix",
        "--report",
        &report,
        &sample("bundle.stix.json"),
    ];
    let done = run(&arguments, b"");
    let gazetteer: Value = serde_json::from_str(&out(&done)).expect("JSON");
    assert_eq!(gazetteer["title"], "bundle.stix.json");
    assert!(err(&done).contains("of the entities have no link"));
    let lines = lines(&fs::read_to_string(&report).expect("a report"));
    let (last, findings) = lines.split_last().expect("lines");
    assert!(
        findings
            .iter()
            .any(|f| f["what"] == "skipped" && f["line"] == 28)
    );
    assert_eq!((&last["read"], &last["entities"]), (&12.into(), &5.into()));
    assert_eq!(last["errors"], Value::Array(Vec::new()));
}

#[test]
fn a_file_cut_short_leaves_what_was_taken_and_status_2() {
    let cut = file("cut.csv", b"name,type\nAnn Example,person\nBob");
    let done = run(
        &["import", "--from", "csv", cut.to_str().expect("a path")],
        b"",
    );
    assert_eq!(done.status.code(), Some(2));
    assert!(
        err(&done).contains("cut.csv:3: the file ends within the row"),
        "{}",
        err(&done)
    );
    let gazetteer: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(gazetteer["entities"][0]["id"], "ann-example");
}

#[test]
fn columns_types_and_standard_input() {
    let table = "Who;Sort of body\nGreen;\nExample Ministry;ministry\n";
    let arguments = [
        "import",
        "--from",
        "csv",
        "--columns",
        "name=Who,type=Sort of body",
        "--type",
        "person",
        "-",
    ];
    let gazetteer: Value =
        serde_json::from_str(&out(&run(&arguments, table.as_bytes()))).expect("JSON");
    let [ministry, green] = [0, 1].map(|i| &gazetteer["entities"][i]);
    assert_eq!(
        (&ministry["type"], &green["type"]),
        (&"ministry".into(), &"person".into())
    );
    assert_eq!(green["weak"], true, "a common word needs evidence");
    assert!(ministry.get("weak").is_none());
}

#[test]
fn progress_is_told_when_asked_for() {
    let table = format!("name,type\n{}", "Ann Example,person\n".repeat(500_000));
    let done = run(
        &["import", "--from", "csv", "--progress", "-"],
        table.as_bytes(),
    );
    assert!(err(&done).contains("-: 8 MB"), "{}", err(&done));
    out(&done);
}

#[test]
fn what_is_asked_wrongly_is_told() {
    for (arguments, says) in [
        (
            &["import", "--from", "xml", "f"][..],
            "there are: csv, tsv, geonames",
        ),
        (
            &["import", "--from", "csv", "--columns", "nmae=x", "f"],
            "fields are: id, name",
        ),
        (
            &["import", "--from", "csv", "--type", "club", "f"],
            "there are: person",
        ),
        (
            &["import", "--from", "csv", "--encoding", "x", "f"],
            "there is no encoding “x”",
        ),
        (
            &["import", "--from", "geonames-alternate", "f"],
            "need their places",
        ),
        (&["import", "--from", "csv", "missing.csv"], "missing.csv: "),
    ] {
        let done = run(arguments, b"");
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(err(&done).contains(says), "{arguments:?}: {}", err(&done));
    }
}
