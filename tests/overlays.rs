//! Overlays: what is refused, what conflicts, and that layers find what one whole gazetteer finds. What overlays find
//! stands among the cases.

mod common;

use std::collections::BTreeMap;

use namelight::{Date, Highlighter, Mention, Pack};
use proptest::prelude::*;
use serde_json::{Value, json};

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

#[test]
fn conflicts_are_told() {
    let mut run = 0;
    for file in common::json_files::<common::CaseFile>("tests/cases") {
        for case in &file.conflicts {
            let highlighter = file.highlighter(&case.gazetteer);
            let mut got = Vec::new();
            highlighter.conflicts(case.first.unwrap_or(1), &mut |c| {
                got.push(serde_json::to_value(c).expect("JSON"));
                assert_eq!(got[got.len() - 1]["kind"], c.kind.name());
            });
            assert_eq!(got, case.conflicts, "{}", case.name);
            run += 1;
        }
    }
    assert!(run > 5, "only {run} cases were found");
}

/// The ids of all entities; the first of them are places.
const IDS: [&str; 10] = ["p0", "p1", "p2", "p3", "p4", "a0", "a1", "a2", "a3", "a4"];
const PLACES: usize = 5;

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["Ana", "Bor", "Cel", "Dum", "of", "city"]);
    prop::collection::vec(word, 0..3).prop_map(|w| [&["Ana"], &w[..]].concat().join(" "))
}

/// An entity of the number of its id. A place lies in those before it, so that none lies in itself.
fn entity(number: usize) -> impl Strategy<Value = Value> {
    let form = prop::sample::select(vec!["name", "short", "demonym", "acronym"]);
    let names = prop::collection::vec((words(), form), 0..3);
    let place = prop::sample::select(vec!["city", "admin", "country"]);
    let actor = prop::sample::select(vec!["person", "military", "company"]);
    let parts = (words(), names, place, actor, 0..IDS.len());
    parts.prop_map(move |(name, names, place, actor, other)| {
        let mut distinct = vec![json!({"text": name})];
        for (text, form) in names {
            if distinct.iter().all(|n| n["text"] != *text) {
                distinct.push(json!({"text": text, "form": form}));
            }
        }
        let names = &distinct[1..];
        if number < PLACES {
            let within: Vec<&str> = IDS[..number].iter().skip(other).take(1).copied().collect();
            json!({"id": IDS[number], "type": place, "name": name, "names": names, "in": within})
        } else {
            json!({"id": IDS[number], "type": actor, "name": name, "names": names,
                "roles": [{"title": "Envoy", "of": IDS[other]}]})
        }
    })
}

/// Some entities, each of another id; `all` of them where others are to refer to them.
fn entities(all: bool) -> impl Strategy<Value = Vec<Value>> {
    let each: Vec<_> = (0..IDS.len()).map(entity).collect();
    let chosen = prop::collection::vec(prop::bool::weighted(0.3), IDS.len());
    (each, chosen).prop_map(move |(each, chosen)| {
        let those = each.into_iter().zip(chosen);
        those.filter(|(_, c)| all || *c).map(|(e, _)| e).collect()
    })
}

/// A mention as its layers cannot change it: of equal candidates any may be named first.
fn told(highlighter: &Highlighter, text: &str) -> Vec<Value> {
    let id = |e| highlighter.entity(e).id();
    let mentions = highlighter.annotate(text, None).into_iter();
    let tell = |m: Mention| {
        let why = m.why.name();
        let mut all: Vec<_> = m
            .candidates
            .iter()
            .map(|(e, r)| (id(*e), r.name()))
            .collect();
        all.push((id(m.entity), why));
        all.sort_unstable();
        let chosen = (why != "undecided").then(|| (id(m.entity), m.form.name()));
        json!([m.span.start, m.span.end, chosen, why, all])
    };
    mentions.map(tell).collect()
}

proptest! {
    #[test]
    fn layers_find_what_one_whole_gazetteer_finds(
        base in entities(true),
        overlays in prop::collection::vec(entities(false), 1..4),
        text in prop::collection::vec(words(), 1..12),
        gaps in prop::sample::select(vec![" ", ", ", ". ", " the ", "-"]),
    ) {
        let pack = |entities: &Vec<Value>| {
            let file = json!({"entities": entities}).to_string();
            Pack::compile(&common::gazetteer(&file)).expect("a pack")
        };
        let mut layered = Highlighter::default();
        let mut whole = BTreeMap::new();
        for layer in core::iter::once(&base).chain(&overlays) {
            layered.lay_over(pack(layer)).expect("an overlay");
            whole.extend(layer.iter().map(|e| (e["id"].to_string(), e.clone())));
        }
        let mut one = Highlighter::default();
        one.lay_over(pack(&whole.into_values().collect())).expect("a gazetteer");
        let text = text.join(gaps);
        prop_assert_eq!(told(&layered, &text), told(&one, &text), "{}", text);
        prop_assert_eq!(layered.entities().count(), one.entities().count());
    }
}
