//! The seed article with the base gazetteer: every expected mention, its link and role, and nothing else.

mod common;

use namelight::{Date, MentionView};
use serde::Deserialize;

#[derive(Deserialize)]
struct Gold {
    text: String,
    date: String,
    mentions: Vec<Expected>,
    optional: Vec<(usize, usize)>,
    roles: Vec<ExpectedRole>,
}

#[derive(Deserialize)]
struct Expected {
    line: usize,
    text: String,
    spans: Vec<(usize, usize)>,
    wikipedia: Vec<String>,
    kind: Option<String>,
    form: String,
    covered_by: Option<(usize, usize)>,
}

#[derive(Deserialize)]
struct ExpectedRole {
    wikipedia: String,
    at: String,
    must_contain: String,
    must_not_contain: Option<String>,
}

/// The title in an article's address, with spaces.
fn title(view: &MentionView) -> String {
    let address = view.links.wikipedia.as_deref().unwrap_or_default();
    let title = address.rsplit("/wiki/").next().unwrap_or_default();
    title.replace('_', " ").replace("%27", "'")
}

fn span(view: &MentionView) -> (usize, usize) {
    (view.start, view.end)
}

#[test]
fn the_seed_article_is_right() {
    let gold: Gold = serde_json::from_str(&common::read("seeds/expected.json")).unwrap();
    let text = common::read(&gold.text);
    let highlighter = common::base();
    let date = Date::parse(&gold.date).ok();
    let found = highlighter.annotate(&text, date);
    let views: Vec<MentionView> = found
        .iter()
        .map(|m| highlighter.mention_view(&text, m, date))
        .collect();
    let mut faults = Vec::new();
    for e in &gold.mentions {
        let place = format!("line {}: {}", e.line, e.text);
        let Some(view) = views.iter().find(|v| e.spans.contains(&span(v))) else {
            if !e
                .covered_by
                .is_some_and(|c| views.iter().any(|v| span(v) == c))
            {
                faults.push(format!("{place} is not found"));
            }
            continue;
        };
        if view.confidence == "ambiguous" || !e.wikipedia.contains(&title(view)) {
            faults.push(format!("{place} is {} ({})", title(view), view.confidence));
        }
        let kind = serde_json::to_value(view.kind).unwrap();
        let kind_matters = e.form == "name" && e.kind.is_some();
        if kind_matters && kind.as_str() != e.kind.as_deref() {
            faults.push(format!("{place} is of kind {kind}"));
        }
    }
    for view in &views {
        let (start, end) = span(view);
        let expected = gold
            .mentions
            .iter()
            .any(|e| e.spans.contains(&(start, end)));
        let optional = gold.optional.iter().any(|&(a, b)| a <= start && end <= b);
        if !expected && !optional {
            faults.push(format!("{} at {start} is spurious", view.text));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(gold.mentions.len(), 36);
}

#[test]
fn roles_follow_the_date() {
    let gold: Gold = serde_json::from_str(&common::read("seeds/expected.json")).unwrap();
    let text = common::read(&gold.text);
    let highlighter = common::base();
    for role in &gold.roles {
        let date = Date::parse(&role.at).ok();
        let found = highlighter.annotate(&text, date);
        let mut seen = 0;
        for m in &found {
            let view = highlighter.mention_view(&text, m, date);
            if title(&view) != role.wikipedia {
                continue;
            }
            seen += 1;
            let held = view.role.map(|r| r.title).unwrap_or_default();
            assert!(
                held.contains(&role.must_contain),
                "{} at {}: {held}",
                role.wikipedia,
                role.at
            );
            if let Some(not) = &role.must_not_contain {
                assert!(
                    !held.contains(not),
                    "{} at {}: {held}",
                    role.wikipedia,
                    role.at
                );
            }
        }
        assert!(seen > 0, "{} is not mentioned", role.wikipedia);
    }
}
