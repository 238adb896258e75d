//! The command line as it is called: what it prints, what it says of bad input, and its exit status. JSON lines have
//! a file of their own.
#![cfg(feature = "cli")]

#[path = "common/command.rs"]
mod command;
mod common;

use std::{fs, path::PathBuf};

use command::{err, file, lines, out, run};
use serde_json::Value;

#[test]
fn a_byte_order_mark_is_no_text() {
    let mut child_line = "\u{FEFF}".to_owned();
    child_line.push_str(r#"{"id":1,"text":"Aleppo"}"#);
    let all = lines(&out(&run(
        &["annotate", "--format", "jsonl"],
        child_line.as_bytes(),
    )));
    assert_eq!(all[0]["mentions"][0]["start"], 0);
    let shown = out(&run(&["annotate"], "\u{FEFF}Aleppo".as_bytes()));
    assert!(shown.starts_with("-:1:1: Aleppo"), "{shown}");
    let failed = run(&["annotate"], b"Aleppo \xFF");
    assert!(
        err(&failed).contains("standard input: not UTF-8 from byte 7 on"),
        "{}",
        err(&failed)
    );
}

#[test]
fn what_an_overlay_breaks_is_named_with_the_overlay() {
    let dangling =
        r#"{"entities": [{"id": "x", "type": "city", "name": "Xyz", "in": ["nowhere"]}]}"#;
    let replaced = r#"{"entities": [{"id": "syria", "type": "person", "name": "Xyz"}]}"#;
    for (name, content, says) in [
        (
            "dangling.json",
            dangling,
            "dangling.json:1: entity “x”: “in” refers to “nowhere”",
        ),
        (
            "replaced.json",
            replaced,
            "replaced.json laid over: entity “",
        ),
    ] {
        let path = file(name, content.as_bytes());
        let failed = run(
            &["annotate", "--gazetteer", path.to_str().expect("a path")],
            b"",
        );
        assert_eq!(failed.status.code(), Some(2));
        assert!(err(&failed).contains(says), "{}", err(&failed));
    }
}

#[test]
fn what_was_read_before_a_missing_file_is_written() {
    let good = file("good.txt", b"Aleppo");
    let good = good.to_str().expect("a path");
    let failed = run(&["annotate", good, "missing.txt"], b"");
    assert_eq!(failed.status.code(), Some(2));
    assert!(err(&failed).contains("missing.txt: "), "{}", err(&failed));
    assert!(String::from_utf8_lossy(&failed.stdout).contains("Aleppo → Aleppo"));
    let failed = run(&["annotate", "--format", "html", good, good], b"");
    assert!(err(&failed).contains("name one file"), "{}", err(&failed));
}

#[test]
fn a_bad_date_is_refused() {
    let failed = run(&["annotate", "--date", "2024-13-40"], b"Aleppo");
    assert_eq!(failed.status.code(), Some(2));
    assert!(
        err(&failed).contains("month outside 01 to 12"),
        "{}",
        err(&failed)
    );
}

#[test]
fn a_bad_gazetteer_is_named_with_its_entity() {
    let broken = r#"{"entities": [{"id": "tarnak", "type": "city", "name": "Tarnak", "roles":
        [{"title": "City", "from": "2024-13-40"}]}]}"#;
    let broken = file("broken.json", broken.as_bytes());
    let latin = file("latin.json", b"{\"title\": \"\xE9\"}");
    let cut = file("cut.nlpack", b"NLPK\x01\x00");
    for (path, says) in [
        (
            &broken,
            "entity “tarnak”: roles[0].from: date “2024-13-40” has a month",
        ),
        (&latin, "not UTF-8 from byte 11 on"),
        (&cut, "the pack is damaged"),
    ] {
        let path = path.to_str().expect("a path");
        let commands = [&["annotate", "--gazetteer", path][..], &["stats", path]];
        for command in commands {
            let failed = run(command, b"Aleppo");
            assert_eq!(failed.status.code(), Some(2));
            let name = path.rsplit(['/', '\\']).next().expect("a name");
            let message = err(&failed);
            assert!(
                message.contains(name) && message.contains(says),
                "{message}"
            );
        }
    }
    let failed = run(&["check", broken.to_str().expect("a path")], b"");
    assert_eq!(failed.status.code(), Some(2));
    assert!(
        err(&failed).contains("broken.json:2: error: entity “tarnak”"),
        "{}",
        err(&failed)
    );
}

#[test]
fn every_refused_file_ends_with_status_2() {
    for set in common::json_files::<Value>("tests/refused") {
        for case in set["cases"].as_array().expect("cases") {
            let mut content = case["file"].as_str().expect("a file").to_owned();
            if let Some(r) = case.get("repeat") {
                let times = r["times"].as_u64().expect("a number") as usize;
                let long = r["what"].as_str().expect("a text").repeat(times);
                content = content.replace(r["for"].as_str().expect("a text"), &long);
            }
            let path = file("refused.json", content.as_bytes());
            let failed = run(&["check", path.to_str().expect("a path")], b"");
            let message = err(&failed);
            assert_eq!(failed.status.code(), Some(2), "{message}");
            assert!(message.contains("refused.json"), "{message}");
            if let Some(entity) = case["entity"].as_str() {
                assert!(message.contains(&format!("entity “{entity}”")), "{message}");
            }
        }
    }
}

#[test]
fn own_entities_are_laid_over_the_base() {
    let mine = r#"{"entities": [
        {"id": "aleppo", "type": "city", "name": "Aleppo", "roles": [{"title": "Mine"}], "in": ["syria"]},
        {"id": "xyzzy", "type": "company", "name": "Xyzzy Works"}]}"#;
    let mine = file("mine.json", mine.as_bytes());
    let mine = mine.to_str().expect("a path");
    let arguments = ["annotate", "--format", "jsonl", "--gazetteer", mine];
    let input = br#"{"id":1,"text":"Xyzzy Works in Aleppo, Syria"}"#;
    let all = lines(&out(&run(&arguments, input)));
    let m = &all[0]["mentions"];
    assert_eq!(m[0]["entity"], "xyzzy");
    assert_eq!(m[1]["role"]["title"], "Mine");
    assert_eq!(m[2]["entity"], "syria");

    let alone = file(
        "alone.json",
        br#"{"entities": [{"id": "xyzzy", "type": "company", "name": "Xyzzy Works"}]}"#,
    );
    let alone = alone.to_str().expect("a path");
    let arguments = [
        "annotate",
        "--format",
        "jsonl",
        "--no-base",
        "--gazetteer",
        alone,
    ];
    let all = lines(&out(&run(&arguments, input)));
    assert_eq!(all[0]["mentions"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_an_overlay_replaces_or_shares_is_told() {
    let link = r#""links": {"website": "https://example.org"}"#;
    let mine = format!(
        r#"{{"title": "Mine", "entities": [
        {{"id": "aleppo", "type": "city", "name": "Aleppo", "in": ["syria"], {link}}},
        {{"id": "aleppo-works", "type": "company", "name": "Aleppo Works", "names": ["Idlib"], {link},
          "roles": [{{"title": "Company", "of": "syria"}}],
          "examples": [{{"text": "Aleppo Works in Syria", "match": ["Aleppo Works"]}}]}}],
        "mute": [{{"entity": "nowhere"}}, {{"text": "Damascus"}}]}}"#
    );
    let mine = file("meeting.json", mine.as_bytes());
    let mine = mine.to_str().expect("a path");
    let told = run(
        &["annotate", "--pack", "base", "--gazetteer", mine],
        b"Damascus",
    );
    assert_eq!(out(&told), "");
    let said = err(&told);
    let says = [
        "meeting.json: entities replaced: 1, ",
        "mutes of what is not there: 1, ",
        "names shared with entities beneath: ",
    ];
    assert!(
        said.lines().count() == 1 && says.iter().all(|s| said.contains(s)),
        "{said}"
    );

    let checked = run(&["check", "--over", "base", mine], b"");
    let all = lines(&out(&checked));
    assert!(
        err(&checked)
            .contains("1 files, 2 entities, 3 surface forms, 1 examples: 0 errors, 1 note"),
        "{}",
        err(&checked)
    );
    assert_eq!(
        all[..2],
        [
            serde_json::json!({"kind": "replaced", "overlay": 1, "entity": "aleppo"}),
            serde_json::json!({"kind": "mutes-nothing", "overlay": 1, "entity": "nowhere"}),
        ]
    );
    assert!(
        all[2..].iter().all(|c| c["kind"] == "shared-name"),
        "{all:?}"
    );
    let idlib = serde_json::json!({"kind": "shared-name", "overlay": 1, "entity": "aleppo-works",
        "text": "Idlib", "other": "idlib"});
    assert!(all.contains(&idlib), "{all:?}");

    let alone = run(&["check", mine], b"");
    assert!(err(&alone).contains("refers to “syria”, which is not there"));
    let over_itself = out(&run(
        &["check", "--over", "base", "--over", mine, mine],
        b"",
    ));
    let replaced = lines(&over_itself)
        .into_iter()
        .filter(|c| c["kind"] == "replaced");
    let ids: Vec<Value> = replaced.map(|c| c["entity"].clone()).collect();
    assert_eq!(ids, ["aleppo", "aleppo-works"]);
}

#[test]
fn findings_are_told_to_people_and_as_json_lines() {
    let noted = r#"{"entities": [{"id": "a", "type": "city", "name": "Tarnak",
        "links": {"website": "http://example.org"}}]}"#;
    let noted = file("noted.json", noted.as_bytes());
    let noted = noted.to_str().expect("a path");
    let checked = run(&["check", noted], b"");
    assert_eq!(out(&checked), "");
    let said = err(&checked);
    assert!(
        said.contains("noted.json:2: note: entity “a”: links.website"),
        "{said}"
    );
    assert!(said.contains("0 errors, 1 note\n"), "{said}");

    let faulty = r#"{"entities": [{"id": "a", "type": "city", "name": "Tarnak"},
        {"id": "b", "type": "city", "name": "Sela", "in": ["c"]}]}"#;
    let faulty = file("faulty.json", faulty.as_bytes());
    let faulty = faulty.to_str().expect("a path");
    let checked = run(&["check", "--format", "jsonl", noted, faulty], b"");
    assert_eq!(checked.status.code(), Some(2));
    let all = lines(&String::from_utf8_lossy(&checked.stdout));
    let places: Vec<_> = all.iter().map(|f| (&f["severity"], &f["line"])).collect();
    let expected = [
        ("error", 1),
        ("error", 1),
        ("error", 2),
        ("error", 2),
        ("note", 2),
    ];
    let expected = expected.map(|(severity, line)| (Value::from(severity), Value::from(line)));
    assert!(
        places
            .iter()
            .copied()
            .eq(expected.iter().map(|(s, l)| (s, l))),
        "{all:?}"
    );
    assert!(
        all[0]["file"]
            .as_str()
            .is_some_and(|f| f.ends_with("faulty.json"))
    );
    let refused = run(&["pack", "--out", "unwritten.nlpack", faulty], b"");
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        err(&refused).contains("faulty.json:2: error: "),
        "{}",
        err(&refused)
    );
}

#[test]
fn weak_names_are_listed_with_their_reasons() {
    let mine = r#"{"entities": [
        {"id": "a", "type": "site", "name": "Reading", "names": ["Florence", "Tarnak",
          {"text": "Sela", "weak": true}, {"text": "March", "needs": ["Velda"]}]},
        {"id": "b", "type": "city", "name": "Reading", "weak": false}]}"#;
    let mine = file("weak.json", mine.as_bytes());
    let mine = mine.to_str().expect("a path");
    let told = out(&run(&["weak", mine], b""));
    assert_eq!(
        told,
        "a\tReading\tcommon\tweak (weighing)\na\tFlorence\tsurname, first-name\tweak (weighing)\n\
         a\tSela\t\tweak (editor)\nb\tReading\tcommon\tdistinct (editor)\n"
    );
    let all = lines(&out(&run(&["weak", "--format", "jsonl", mine], b"")));
    assert_eq!(
        all[0],
        serde_json::json!({"entity": "a", "type": "site", "text": "Reading", "reasons": ["common"],
            "weak": true, "decided": "weighing"})
    );
    let base = lines(&out(&run(&["weak", "--format", "jsonl"], b"")));
    let of = |id: &str, text: &str| {
        let mut all = base.iter();
        all.find(|l| l["entity"] == id && l["text"] == text)
            .map(|l| &l["weak"])
    };
    // A country is meant even where it is a first name.
    assert_eq!(of("chad", "Chad"), Some(&Value::from(false)));
}

#[test]
fn the_projects_gazetteer_has_no_fault() {
    let checked = run(&["check", "gazetteer"], b"");
    let said = err(&checked);
    assert_eq!(checked.status.code(), Some(0), "{said}");
    for pack in ["pack base: ", "pack cities: "] {
        assert!(said.contains(pack), "{said}");
    }
}

#[test]
fn text_and_html_are_for_people() {
    let text = "Line one.\n\n<b>Aleppo</b> & “Bashar al-Assad”";
    let arguments = ["annotate", "--date", "2024-12-01"];
    let shown = out(&run(&arguments, text.as_bytes()));
    assert!(shown.starts_with("-:3:4: Aleppo → Aleppo, "), "{shown}");
    assert!(
        shown.contains("President of Syria (now: Former president"),
        "{shown}"
    );

    let arguments = ["annotate", "--date", "2024-12-01", "--format", "html"];
    let page = out(&run(&arguments, text.as_bytes()));
    assert!(
        page.contains("&lt;b&gt;<a href=\"https://en.wikipedia.org/wiki/Aleppo\""),
        "{page}"
    );
    assert!(page.contains("</a>&lt;/b&gt; &amp; “<a "), "{page}");
}

#[test]
fn packs_are_equal_each_time_and_load() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (one, two) = (folder.join("one.nlpack"), folder.join("two.nlpack"));
    for path in [&one, &two] {
        out(&run(
            &["pack", "--out", path.to_str().expect("a path")],
            b"",
        ));
    }
    assert_eq!(fs::read(&one).unwrap(), fs::read(&two).unwrap());
    let named = out(&run(&["stats", "base"], b""));
    let read = out(&run(&["stats", one.to_str().expect("a path")], b""));
    assert_eq!(named, read);
    let stats: Value = serde_json::from_str(&read).expect("JSON");
    assert!(stats["entities"]["person"].as_u64() > Some(60));
    assert!(stats["names"].as_u64() > Some(1000));
    assert_eq!(stats["checked"].as_str().map(str::len), Some(10));
}

#[test]
fn a_pack_that_is_not_there_is_named() {
    let failed = run(&["annotate", "--pack", "nowhere"], b"");
    assert_eq!(failed.status.code(), Some(2));
    assert!(
        err(&failed).contains("no pack “nowhere”; there are: base, cities, all"),
        "{}",
        err(&failed)
    );
}
