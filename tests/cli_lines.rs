//! JSON lines through the command line, one by one: what is read as a document, what is written about it, and what is
//! said of lines that are none.
#![cfg(feature = "cli")]

#[path = "common/command.rs"]
mod command;
mod common;

use std::io::{BufRead, BufReader, Write};

use command::{err, lines, out, run, start};
use serde_json::Value;

const SKIP: [&str; 5] = ["annotate", "--format", "jsonl", "--on-error", "skip"];

#[test]
fn json_lines_come_back_in_order() {
    let input = concat!(
        r#"{"id":"a","text":"🎉 Assad left Aleppo","date":"2024-12-01","source":"x"}"#,
        "\n\n",
        r#"{"id":7,"text":"\ud83d Idlib city"}"#,
        "\r\n",
        r#"{"id":null,"text":""}"#
    );
    let all = lines(&out(&run(
        &["annotate", "--format", "jsonl"],
        input.as_bytes(),
    )));
    let ids: Vec<&Value> = all.iter().map(|d| &d["id"]).collect();
    assert_eq!(ids, [&Value::from("a"), &Value::from(7), &Value::Null]);
    let texts = [0, 1].map(|i| &all[0]["mentions"][i]["text"]);
    assert_eq!(texts, ["Assad", "Aleppo"]);
    assert_eq!(all[0]["mentions"][0]["start"], 3);
    let idlib = &all[1]["mentions"][0];
    assert_eq!(
        (&idlib["start"], &idlib["end"], &idlib["text"]),
        (&2.into(), &7.into(), &"Idlib".into())
    );
    assert_eq!(all[2]["mentions"], Value::Array(Vec::new()));
}

#[test]
fn a_mention_has_every_field() {
    let input = br#"{"id":1,"text":"President Bashar al-Assad","date":"2024-12-01"}"#;
    let all = lines(&out(&run(&["annotate", "--format", "jsonl"], input)));
    let m = &all[0]["mentions"][0];
    let fields: Vec<&str> = m
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    let wanted = [
        "start",
        "end",
        "text",
        "entity",
        "name",
        "kind",
        "type",
        "form",
        "confidence",
        "role",
        "links",
        "candidates",
        "why",
    ];
    assert!(wanted.iter().all(|w| fields.contains(w)), "{fields:?}");
    assert_eq!(fields.len(), wanted.len());
    assert_eq!(m["role"]["title"], "President of Syria");
    assert_eq!(m["role"]["to"], "2024-12-08");
    assert_eq!(m["role"]["now"]["from"], "2024-12-08");
    assert_eq!(
        m["links"]["wikipedia"],
        "https://en.wikipedia.org/wiki/Bashar_al-Assad"
    );
}

#[test]
fn the_documents_date_goes_before_the_commands() {
    let input = concat!(
        r#"{"id":1,"text":"Bashar al-Assad","date":"2024-12-01"}"#,
        "\n",
        r#"{"id":2,"text":"Bashar al-Assad"}"#
    );
    let arguments = ["annotate", "--format", "jsonl", "--date", "2025-06-01"];
    let all = lines(&out(&run(&arguments, input.as_bytes())));
    let title = |i: usize| all[i]["mentions"][0]["role"]["title"].as_str().unwrap();
    assert_eq!(title(0), "President of Syria");
    assert!(title(1).starts_with("Former president"));
}

#[test]
fn a_bad_line_ends_with_its_number() {
    let good = r#"{"id":"g","text":"Aleppo"}"#;
    for (bad, says) in [
        (&b"{\"id\":\"b\",\"text\":"[..], "EOF"),
        (
            br#"{"id":"b","text":"x","date":"2024-13-40"}"#,
            "2024-13-40",
        ),
        (br#"{"id":"b"}"#, "missing field `text`"),
        (b"{\"id\":\"b\",\"text\":\"\xFF\"}", "UTF-8"),
        (b"[\"b\",\"Aleppo\"]", "not a JSON object"),
        (br#"{"id":[],"text":"x"}"#, "not a string, a number"),
    ] {
        let input = [good.as_bytes(), b"\n", bad, b"\n", good.as_bytes()].concat();
        let failed = run(&["annotate", "--format", "jsonl"], &input);
        assert_eq!(failed.status.code(), Some(2));
        let message = err(&failed);
        assert!(message.contains("line 2: "), "{message}");
        assert!(message.contains(says), "{message}");
        // What came before is there.
        assert_eq!(lines(&String::from_utf8_lossy(&failed.stdout)).len(), 1);

        let skip = ["annotate", "--format", "jsonl", "--on-error", "skip"];
        let all = lines(&out(&run(&skip, &input)));
        assert_eq!(all.len(), 3);
        assert!(all[1]["error"].as_str().unwrap().starts_with("line 2: "));
        assert!(all[1].get("mentions").is_none());
    }
}

#[test]
fn each_line_is_answered_before_the_next_is_written() {
    let mut child = start(&["annotate", "--format", "jsonl"]);
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    for number in ["1.50", "9007199254740993123456789", "\"\\ud83d\""] {
        // Without an answer to this line the next is never written, and the test would not end.
        writeln!(stdin, "{{\"id\":{number},\"text\":\"Aleppo\"}}").expect("the command reads");
        let mut answer = String::new();
        stdout.read_line(&mut answer).expect("an answer");
        let start = format!("{{\"id\":{number},\"mentions\":[{{");
        assert!(answer.starts_with(&start), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().expect("the command ends").success());
}

#[test]
fn the_seed_article_is_the_same_from_the_command_line() {
    let text = common::read("seeds/000_815b1df0a53870d3.txt");
    // What is said of an entity changes with the day: its roles begin and end, also within months and years.
    let dates = (2000..2030).flat_map(|y| (1..13).map(move |m| format!("{y}-{m:02}-15")));
    let dates: Vec<Option<String>> = dates.map(Some).chain([None]).collect();
    let input: String = dates
        .iter()
        .map(|date| serde_json::json!({"id": 1, "text": text, "date": date}).to_string() + "\n")
        .collect();
    let arguments = [
        "annotate", "--pack", "base", "--format", "jsonl", "--jobs", "1",
    ];
    let all = lines(&out(&run(&arguments, input.as_bytes())));
    assert_eq!(all.len(), dates.len());
    let highlighter = common::base();
    for (line, date) in all.iter().zip(dates) {
        let date = date.map(|d| namelight::Date::parse(&d).expect("a date"));
        let found = highlighter.annotate(&text, date);
        let views: Vec<Value> = found
            .iter()
            .map(|m| serde_json::to_value(highlighter.mention_view(&text, m, date)).expect("JSON"))
            .collect();
        assert_eq!(line["mentions"], Value::from(views), "{date:?}");
    }
}

#[test]
fn lines_are_numbered_as_they_stand_in_the_input() {
    // A byte order mark, blank lines of several kinds, both kinds of line ends, and a last line without an end.
    let input = "\u{FEFF}\r\n\n \t\n\u{FEFF}{\"id\":4,\"text\":\"Aleppo\"}\r\nfive\r\n\n\nnull";
    let all = lines(&out(&run(&SKIP, input.as_bytes())));
    assert_eq!(all.len(), 3);
    assert_eq!(all[0]["id"], 4);
    assert_eq!(all[0]["mentions"][0]["start"], 0);
    for (line, number) in [(&all[1], 5), (&all[2], 8)] {
        let error = line["error"].as_str().expect("an error");
        assert!(error.starts_with(&format!("line {number}: ")), "{error}");
        assert_eq!(line["id"], Value::Null);
    }
}

#[test]
fn json_of_any_depth_is_read_or_refused() {
    let deep = |open: &str, close: &str| open.repeat(300_000) + &close.repeat(300_000);
    let (lists, objects) = (deep("[", "]"), deep("{\"a\":", "}").replace(":}", ":0}"));
    let input = [
        format!(r#"{{"body":{lists},"id":1,"more":{objects},"text":"Aleppo"}}"#),
        format!(r#"{{"id":2,"text":{lists}}}"#),
        format!(r#"{{"id":{objects},"text":"Aleppo"}}"#),
        format!(r#"{{"id":4,"text":"Aleppo","body":{}"#, "[".repeat(300_000)),
        lists,
    ]
    .join("\n");
    let all = lines(&out(&run(&SKIP, input.as_bytes())));
    assert_eq!(all[0]["mentions"][0]["text"], "Aleppo");
    let expected = [
        (Value::from(2), "expected a string"),
        (Value::Null, "not a string, a number or null"),
        (Value::from(4), "EOF"),
        (Value::Null, "not a JSON object"),
    ];
    assert_eq!(all.len(), 1 + expected.len());
    for (line, (id, says)) in all[1..].iter().zip(expected) {
        assert_eq!(line["id"], id);
        let error = line["error"].as_str().expect("an error");
        assert!(error.contains(says) && error.len() < 200, "{error}");
    }
}

#[test]
fn only_what_is_read_need_be_utf_8() {
    let input = b"{\"id\":1,\"text\":\"Aleppo\",\"source\":\"\xFF\"}\n{\"id\":2,\"text\":\"\xC3\"}";
    let all = lines(&out(&run(&SKIP, input)));
    assert_eq!(all[0]["mentions"][0]["text"], "Aleppo");
    assert_eq!(all[1]["id"], 2);
    let error = all[1]["error"].as_str().expect("an error");
    assert!(error.contains("the text is not UTF-8"), "{error}");
}

#[test]
fn a_line_that_is_too_long_is_refused_and_the_next_is_read() {
    let long = "x".repeat(17 << 20);
    let input = format!(
        "{{\"id\":\"long\",\"text\":\"{long}\"}}\n{{\"id\":\"next\",\"text\":\"Aleppo\"}}\n"
    );
    let all = lines(&out(&run(&SKIP, input.as_bytes())));
    assert_eq!(all[0]["id"], "long");
    assert_eq!(all[0]["error"], "line 1: the line is longer than 16 MiB");
    assert_eq!(all[1]["mentions"][0]["text"], "Aleppo");
    let failed = run(&["annotate", "--format", "jsonl"], input.as_bytes());
    assert_eq!(failed.status.code(), Some(2));
    assert!(err(&failed).contains("line 1: "), "{}", err(&failed));
}
