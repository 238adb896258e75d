//! What holds of every answer of the engine, whatever the gazetteer and the text. Owns the checks that the tests on
//! any text and the fuzz targets share; not what the right answer is.
#![allow(dead_code, reason = "each test file uses its part")]

use namelight::{ByteSpan, Highlighter, Mention, Utf16Span};

/// A passage of words that no gazetteer has, neither as names nor as contexts.
pub const NO_NAMES: &str = "quincuncial vellum lay upon yttrium";

/// The mentions of a text, checked: in order and disjoint, each a sound place; the same when asked again; and all of
/// them can be shown. Panics where something does not hold.
pub fn annotate(highlighter: &Highlighter, text: &str) -> Vec<Mention> {
    let mentions = highlighter.annotate(text, None);
    let mut end = 0;
    for m in &mentions {
        assert!(end <= m.bytes.start, "{:?} follows byte {end}", m.bytes);
        end = m.bytes.end;
        assert!(!m.candidates.iter().any(|&(e, _)| e == m.entity), "{m:?}");
        let shown = highlighter.mention_view(text, m, None);
        assert_eq!(shown.text, &text[m.bytes.range()]);
        assert_eq!(shown.entity, highlighter.entity(m.entity).id());
    }
    places(text, mentions.iter().map(|m| (m.bytes, m.span)));
    assert_eq!(mentions, highlighter.annotate(text, None), "asked again");
    mentions
}

/// The candidates of a text, checked: in order, and each a sound place. How many there are.
pub fn candidates(highlighter: &Highlighter, text: &str) -> usize {
    let found = highlighter.candidates(text);
    let starts: Vec<usize> = found.iter().map(|f| f.bytes.start).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    places(text, found.iter().map(|f| (f.bytes, f.span)));
    found.len()
}

/// Checks that spans, in the order of their beginnings, are of whole characters and whole words, and that both units
/// say the same.
fn places(text: &str, spans: impl Iterator<Item = (ByteSpan, Utf16Span)>) {
    // Up to where the code units of the text are counted.
    let (mut byte, mut unit) = (0, 0);
    for (bytes, units) in spans {
        assert!(bytes.start < bytes.end, "{bytes:?} is empty");
        // Slicing fails within a character and beyond the end.
        let inside = &text[bytes.range()];
        unit += length(&text[byte..bytes.start]);
        byte = bytes.start;
        let expected = Utf16Span {
            start: unit,
            end: unit + length(inside),
        };
        assert_eq!(units, expected, "{inside:?}");
        assert!(is_edge(text, bytes.start), "{inside:?} begins in a word");
        assert!(is_edge(text, bytes.end), "{inside:?} ends in a word");
    }
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Whether a place is the edge of a word: not between two letters of scripts with case, which all have spaces, and
/// not between a letter and its accent.
fn is_edge(text: &str, at: usize) -> bool {
    // The Greek iotas below a letter are signs, whatever their case.
    let sign = |c: char| matches!(c, '\u{345}' | '\u{37A}');
    let cased = |c: char| (c.is_lowercase() || c.is_uppercase()) && !sign(c);
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    let within_word = before.is_some_and(cased) && after.is_some_and(cased);
    let within_letter = before.is_some_and(cased) && matches!(after, Some('\u{300}'..='\u{36F}'));
    !within_word && !within_letter
}
