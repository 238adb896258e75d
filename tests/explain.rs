//! Explanations: the words as they are compared, and every surface form with what keeps it from being a candidate.

use namelight::{Gazetteer, Highlighter, Pack, Refusal};

const FILE: &str = r#"{"entities": [
  {"id": "jordan", "type": "country", "name": "Hashemite Kingdom of Jordan", "names": [{"text": "Jordan", "not": ["Michael Jordan"]}]},
  {"id": "who", "type": "igo", "name": "World Health Organization", "names": [{"text": "WHO", "form": "acronym"}]},
  {"id": "turkey", "type": "country", "name": "Turkey", "names": ["Türkiye"]}
]}"#;
const MUTES: &str = r#"{"entities": [], "mute": [{"text": "Türkiye"}]}"#;

fn pack(file: &str) -> Pack {
    let gazetteer =
        Gazetteer::from_files("test", None, [("test.json", file)]).expect("a gazetteer");
    Pack::compile(&gazetteer).expect("a pack")
}

/// Each form as its text and what refuses it.
fn forms<'t>(highlighter: &Highlighter, text: &'t str) -> Vec<(&'t str, Option<Refusal>)> {
    let explained = highlighter.explain(text);
    let units: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let forms = explained.forms.iter();
    forms
        .map(|f| (&text[units[f.span.start]..units[f.span.end]], f.refusal))
        .collect()
}

#[test]
fn what_is_dropped_says_why() {
    let mut highlighter = Highlighter::default();
    highlighter.lay_over(pack(FILE)).expect("a layer");
    assert_eq!(
        forms(&highlighter, "Who is Türkiye’s Michael Jordan"),
        [
            ("Who", Some(Refusal::Case)),
            ("Türkiye", None),
            ("Jordan", Some(Refusal::Context))
        ]
    );
    highlighter.lay_over(pack(MUTES)).expect("a layer");
    assert_eq!(
        forms(&highlighter, "Türkiye"),
        [("Türkiye", Some(Refusal::Muted))]
    );
}

#[test]
fn words_are_told_as_they_are_compared() {
    let explained = Highlighter::default().explain("🎉 al-Assad’s Türkiye");
    let words = explained.words.iter();
    let told: Vec<_> = words
        .map(|w| (w.span.start, w.span.end, w.folded.as_str()))
        .collect();
    assert_eq!(told, [(3, 5, "al"), (6, 11, "assad"), (14, 21, "turkiye")]);
}
