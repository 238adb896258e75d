//! JSON lines through the command line, many of them: order, threads and processes, faults on the way, pipes that close,
//! and memory.
#![cfg(feature = "cli")]

#[path = "common/command.rs"]
mod command;
mod common;

use std::{
    io::{BufRead, BufReader, Read, Write},
    thread,
};

use command::{err, file, lines, out, run, start};
use serde_json::json;

/// Lines of JSON made of the project's texts, with blank ones among them.
fn documents(count: usize) -> Vec<String> {
    let texts = ["seeds/000_815b1df0a53870d3.txt", "benches/prose.txt"].map(common::read);
    let paragraphs: Vec<&str> = texts.iter().flat_map(|t| t.lines()).collect();
    (0..count)
        .map(|id| {
            let first = id * 7 % paragraphs.len();
            let length = id * 5 % 11;
            let chosen = paragraphs.iter().cycle().skip(first).take(length);
            let text: Vec<&str> = chosen.copied().collect();
            let year = 2000 + id % 27;
            match id % 13 {
                12 => "\n".to_owned(),
                n if n % 2 == 0 => json!({"id": id, "text": text.join("\n\n")}).to_string() + "\n",
                _ => {
                    json!({"id": id, "date": format!("{year}-06-01"), "text": text.join(" ")})
                        .to_string()
                        + "\n"
                }
            }
        })
        .collect()
}

/// A gazetteer with which the command starts at once.
fn small() -> String {
    let path = file(
        &format!("small-{:?}.json", thread::current().id()),
        br#"{"entities": [{"id": "xyzzy", "type": "company", "name": "Xyzzy Works"}]}"#,
    );
    path.to_str().expect("a path").to_owned()
}

const JSONL: [&str; 3] = ["annotate", "--format", "jsonl"];

#[test]
fn any_number_of_threads_writes_the_same() {
    let input = documents(400).concat();
    let with = |jobs| {
        out(&run(
            &[&JSONL[..], &["--jobs", jobs]].concat(),
            input.as_bytes(),
        ))
    };
    let one = with("1");
    let ids: Vec<u64> = lines(&one)
        .iter()
        .filter_map(|d| d["id"].as_u64())
        .collect();
    let wanted: Vec<u64> = (0..400).filter(|id| id % 13 != 12).collect();
    assert_eq!(ids, wanted);
    for jobs in ["2", "5"] {
        assert!(with(jobs) == one, "{jobs} threads write otherwise");
    }
}

#[test]
fn several_processes_write_the_same_as_one() {
    let documents = documents(300);
    let whole = out(&run(&JSONL, documents.concat().as_bytes()));
    for length in [30, 100] {
        let parts: Vec<String> = documents.chunks(length).map(<[_]>::concat).collect();
        let written: Vec<String> = thread::scope(|scope| {
            let runs: Vec<_> = parts
                .iter()
                .map(|part| scope.spawn(|| out(&run(&JSONL, part.as_bytes()))))
                .collect();
            runs.into_iter().map(|r| r.join().expect("a run")).collect()
        });
        assert!(written.concat() == whole, "parts of {length} lines");
    }
}

#[test]
fn all_before_a_bad_line_is_written_and_nothing_behind_it() {
    let gazetteer = small();
    let arguments = [&JSONL[..], &["--no-base", "--gazetteer", &gazetteer]].concat();
    let good = |id| format!("{{\"id\":{id},\"text\":\"{}\"}}\n", "x".repeat(1_000));
    let mut input: Vec<String> = (1..=3_000).map(good).collect();
    input[2_345] = "{\"id\":2346,\"text\":1}\n".to_owned();
    for jobs in ["1", "4"] {
        let arguments = [&arguments[..], &["--jobs", jobs]].concat();
        let failed = run(&arguments, input.concat().as_bytes());
        assert_eq!(failed.status.code(), Some(2));
        let message = err(&failed);
        assert!(message.starts_with("namelight: line 2346: "), "{message}");
        let written = lines(&String::from_utf8_lossy(&failed.stdout));
        assert_eq!(written.len(), 2_345);
        assert_eq!(written[2_344], json!({"id": 2_345, "mentions": []}));
    }
}

#[test]
fn a_fault_ends_a_run_whose_input_is_still_open() {
    let mut child = start(&JSONL);
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(b"{\n").expect("the command reads");
    // The pipe is open: a command that waited for more would not end, and neither would the test.
    assert_eq!(child.wait().expect("the command ends").code(), Some(2));
    drop(stdin);
}

#[test]
fn a_reader_who_goes_ends_the_run_without_a_word() {
    let gazetteer = small();
    let arguments = [&JSONL[..], &["--no-base", "--gazetteer", &gazetteer]].concat();
    let mut child = start(&arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    let line = b"{\"id\":1,\"text\":\"Xyzzy Works\"}\n";
    stdin.write_all(line).expect("the command reads");
    stdout.read_line(&mut String::new()).expect("an answer");
    drop(stdout);
    // The next answer cannot be written, so the command goes and its end of this pipe with it.
    while stdin.write_all(line).is_ok() {}
    assert!(child.wait().expect("the command ends").success());
    let mut said = String::new();
    let mut stderr = child.stderr.take().expect("a pipe");
    stderr.read_to_string(&mut said).expect("text");
    assert_eq!(said, "");
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_input() {
    let gazetteer = small();
    let arguments = [&JSONL[..], &["--no-base", "--gazetteer", &gazetteer]].concat();
    let mut child = start(&arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    let line = format!(
        "{{\"id\":1,\"body\":\"{}\",\"text\":\"\"}}\n",
        "x".repeat(50_000)
    );
    let count = 2_000;
    let peak = thread::scope(|scope| {
        scope.spawn(|| (0..count).for_each(|_| stdin.write_all(line.as_bytes()).expect("a pipe")));
        for _ in 0..count {
            stdout.read_line(&mut String::new()).expect("an answer");
        }
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
        let status = status.expect("the command runs");
        let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|p| p.split_whitespace().next()?.parse::<usize>().ok());
        kilobytes.expect("a number")
    });
    drop(stdin);
    assert!(child.wait().expect("the command ends").success());
    let megabytes = count * line.len() / 1_000_000;
    assert!(peak < 60_000, "{peak} KB for {megabytes} MB of lines");
}

#[test]
fn a_number_of_threads_that_cannot_be_is_refused() {
    for jobs in ["0", "1001", "many"] {
        let failed = run(&[&JSONL[..], &["--jobs", jobs]].concat(), b"");
        assert_eq!(failed.status.code(), Some(2));
        assert!(err(&failed).contains("--jobs"), "{}", err(&failed));
    }
}
