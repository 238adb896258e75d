//! Overlays: what is refused as one. What overlays find stands among the cases.

mod common;

use namelight::{Date, Highlighter, Mention};
use serde_json::Value;

/// What a highlighter finds in names of all kinds, as far as a reader sees it.
fn found(highlighter: &Highlighter) -> Vec<Value> {
    let text =
        "Ivo Brandt, Morva, Sela, Velda and the Veldanian guard; Lom, Old Gate, Tarnak, Morva Xyz.";
    let date = Date::parse("2024-12-01").ok();
    let view = |m: &Mention| serde_json::to_value(highlighter.mention_view(text, m, date));
    let mentions = highlighter.annotate(text, date);
    mentions.iter().map(|m| view(m).expect("JSON")).collect()
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut run = 0;
    for file in common::json_files::<common::CaseFile>("tests/cases") {
        for case in &file.refused {
            let name = &case.name;
            let mut highlighter = file.highlighter(&case.over);
            let counts = |h: &Highlighter| (h.index_count(), h.name_count(), h.entities().count());
            let before = (found(&highlighter), counts(&highlighter));
            assert!(!before.0.is_empty(), "{name}");
            let Err(error) = highlighter.lay_over(file.pack(&case.gazetteer)) else {
                panic!("{name}: accepted");
            };
            let message = error.to_string();
            assert_eq!(error.kind().code(), case.kind, "{name}: {message}");
            assert_eq!(
                error.entity(),
                Some(case.entity.as_str()),
                "{name}: {message}"
            );
            for words in &case.says {
                assert!(message.contains(words), "{name}: {message}");
            }
            assert_eq!(
                before,
                (found(&highlighter), counts(&highlighter)),
                "{name}"
            );
            assert_eq!(
                highlighter.packs().count(),
                file.highlighter(&case.over).packs().count()
            );
            run += 1;
        }
    }
    assert!(run > 5, "only {run} cases were found");
}
