//! The cases of `tests/cases/`, run natively; the browser tests run the same files as wasm.

mod common;

use common::{Case, Expected, json_files};
use namelight::{Date, Gazetteer, Highlighter, MentionView};

#[test]
fn every_case_turns_out_as_it_says() {
    let mut run = 0;
    let mut faults = Vec::new();
    for file in json_files::<common::CaseFile>("tests/cases") {
        for case in &file.cases {
            let highlighter = file.highlighter(&case.gazetteer);
            run += 1;
            if let Err(fault) = check(&highlighter, case) {
                faults.push(format!("{}: {}: {fault}", file.title, case.name));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {run} cases:\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(run > 40, "only {run} cases were found");
}

fn check(highlighter: &Highlighter, case: &Case) -> Result<(), String> {
    let text = case.text.as_str();
    let date = case
        .date
        .as_deref()
        .map(|d| Date::parse(d).expect("a date"));
    let found = highlighter.annotate(text, date);
    let views: Vec<MentionView> = found
        .iter()
        .map(|m| highlighter.mention_view(text, m, date))
        .collect();
    let shown: Vec<String> = views
        .iter()
        .map(|v| format!("{}@{} {} {} {}", v.text, v.start, v.entity, v.form, v.why))
        .collect();
    let places = common::places(text, &case.mentions);
    let got: Vec<(usize, usize)> = views.iter().map(|v| (v.start, v.end)).collect();
    if got != places {
        return Err(format!("spans {got:?}, expected {places:?}: {shown:#?}"));
    }
    for (view, expected) in views.iter().zip(&case.mentions) {
        agrees(view, expected).map_err(|what| format!("{}: {what}: {shown:#?}", expected.text))?;
    }
    Ok(())
}

fn agrees(view: &MentionView, expected: &Expected) -> Result<(), String> {
    let same = |what: &str, got: &str, want: &Option<String>| match want {
        Some(want) if got != want => Err(format!("{what} is {got}, expected {want}")),
        _ => Ok(()),
    };
    same("entity", view.entity, &Some(expected.entity.clone()))?;
    same("form", view.form, &expected.form)?;
    same("confidence", view.confidence, &expected.confidence)?;
    same("why", view.why, &expected.why)?;
    let role = view.role.as_ref().map(|r| r.title.as_ref());
    let now = view
        .role
        .as_ref()
        .and_then(|r| r.now.as_ref())
        .map(|n| n.title);
    for (what, got, want) in [("role", role, &expected.role), ("now", now, &expected.now)] {
        if let Some(want) = want
            && got != want.as_deref()
        {
            return Err(format!("{what} is {got:?}, expected {want:?}"));
        }
    }
    if let Some(want) = &expected.candidates {
        let got: Vec<&str> = view.candidates.iter().map(|c| c.entity).collect();
        if got != *want {
            return Err(format!("candidates are {got:?}, expected {want:?}"));
        }
    }
    Ok(())
}

#[test]
fn a_gazetteer_without_entities_finds_nothing() {
    let highlighter = Highlighter::new(Gazetteer::default()).expect("an engine");
    assert!(highlighter.annotate("Morva, the city", None).is_empty());
}
