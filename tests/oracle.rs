//! The engine against an oracle: on random gazetteers and texts it finds what trying every surface form at every
//! place finds. The oracle is written for clarity, with Unicode's own tables and none of the engine's code.
//!
//! The cases are the same in every run; `PROPTEST_CASES` gives another number of them than `CASES`.

#[path = "oracle/joined.rs"]
mod joined;
#[path = "oracle/letters.rs"]
mod letters;
#[path = "oracle/matching.rs"]
mod matching;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/select.rs"]
mod select;
#[path = "oracle/words.rs"]
mod words;

use std::cell::Cell;

use namelight::{Highlighter, Utf16Span};
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner},
};

use matching::Found;

/// What is compared of a surface form found.
type Compared = ((usize, usize), String, namelight::Form);

fn compared(found: Vec<Found>) -> Vec<Compared> {
    found
        .into_iter()
        .map(|f| (f.bytes, f.entity, f.form))
        .collect()
}

fn engine_candidates(highlighter: &Highlighter, text: &str) -> Vec<Compared> {
    let found = highlighter.candidates(text).into_iter();
    let mut all: Vec<Compared> = found
        .map(|f| {
            assert_eq!(f.span, units(text, f.bytes));
            let id = highlighter.entity(f.entity).id().to_owned();
            ((f.bytes.start, f.bytes.end), id, f.form)
        })
        .collect();
    all.sort();
    all
}

/// A span of bytes in UTF-16 code units.
fn units(text: &str, bytes: namelight::ByteSpan) -> Utf16Span {
    let at = |byte: usize| text[..byte].encode_utf16().count();
    Utf16Span {
        start: at(bytes.start),
        end: at(bytes.end),
    }
}

const CASES: u32 = 1_000;

/// Runs a test on many random cases, the same each time.
fn run<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>, test: impl Fn(T) -> TestCaseResult) {
    let mut config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = CASES;
    }
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    if let Err(error) = runner.run(&strategy, test) {
        panic!("{error}");
    }
}

#[test]
fn candidates_are_what_trying_everything_finds() {
    let (found, several, joined) = (Cell::new(0), Cell::new(0), Cell::new(0));
    run(random::layers_and_text(), |(layers, text)| {
        let wanted = matching::candidates(&layers, &text);
        found.set(found.get() + wanted.len());
        several.set(
            several.get()
                + wanted
                    .iter()
                    .filter(|f| f.pieces.1 - f.pieces.0 > 1)
                    .count(),
        );
        joined.set(joined.get() + wanted.iter().filter(|f| f.joined).count());
        let got = engine_candidates(&random::highlighter(&layers), &text);
        prop_assert_eq!(got, compared(wanted), "in {:?}", text);
        Ok(())
    });
    // The cases are such that much is found.
    println!(
        "{} candidates, {} of several words, {} with something joined to them",
        found.get(),
        several.get(),
        joined.get()
    );
    assert!(found.get() > 500 && several.get() > 200 && joined.get() > 100);
}

#[test]
fn of_full_names_the_leftmost_and_longest_are_mentions() {
    let (chosen, all) = (Cell::new(0), Cell::new(0));
    run(random::full_names_and_text(), |(layers, text)| {
        let candidates = matching::candidates(&layers, &text);
        all.set(all.get() + candidates.len());
        let wanted = select::leftmost_longest(&candidates);
        chosen.set(chosen.get() + wanted.len());
        let highlighter = random::highlighter(&layers);
        let mentions = highlighter.annotate(&text, None).into_iter();
        let got: Vec<Compared> = mentions
            .map(|m| {
                assert_eq!(m.span, units(&text, m.bytes));
                let id = highlighter.entity(m.entity).id().to_owned();
                ((m.bytes.start, m.bytes.end), id, m.form)
            })
            .collect();
        prop_assert_eq!(got, compared(wanted), "in {:?}", text);
        Ok(())
    });
    println!("{} of {} candidates are mentions", chosen.get(), all.get());
    assert!(chosen.get() > 500 && all.get() > chosen.get() + 100);
}
