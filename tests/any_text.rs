//! Whatever the text, annotating gives mentions that are in order, disjoint, in bounds and what they say they are.

mod common;

use std::sync::LazyLock;

use namelight::Highlighter;
use proptest::prelude::*;

/// Checks what holds of every answer, and returns the number of mentions.
fn sound(highlighter: &Highlighter, text: &str) -> usize {
    let mentions = highlighter.annotate(text, None);
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut end = 0;
    for m in &mentions {
        assert!(
            end <= m.span.start && m.span.start < m.span.end,
            "{:?}",
            m.span
        );
        end = m.span.end;
        let by_units =
            String::from_utf16(&units[m.span.start..m.span.end]).expect("whole characters");
        assert_eq!(by_units, text[m.bytes.range()]);
    }
    assert!(end <= units.len());
    mentions.len()
}

#[test]
fn odd_texts() {
    let highlighter = common::base();
    assert_eq!(sound(&highlighter, ""), 0);
    assert_eq!(sound(&highlighter, "\0\0\0"), 0);
    assert_eq!(sound(&highlighter, "\u{FFFD}Aleppo\u{FFFD}"), 1);
    assert_eq!(sound(&highlighter, "🎉Aleppo🎉👩‍👩‍👧Idlib"), 2);
    assert_eq!(sound(&highlighter, &"x".repeat(1 << 20)), 0);
    assert_eq!(sound(&highlighter, &"A.".repeat(1 << 18)), 0);
    assert_eq!(sound(&highlighter, &"'".repeat(1 << 18)), 0);
    assert_eq!(sound(&highlighter, &"\u{301}".repeat(1 << 18)), 0);
    assert_eq!(sound(&highlighter, &"叙利亚".repeat(1 << 10)), 1 << 10);
    assert_eq!(sound(&highlighter, &"سوريا ".repeat(1 << 10)), 1 << 10);
}

#[test]
fn ten_megabytes() {
    let highlighter = common::base();
    let article = common::read("seeds/000_815b1df0a53870d3.txt");
    let one = sound(&highlighter, &article);
    let times = 10_000_000 / article.len() + 1;
    assert!(one > 30);
    assert_eq!(
        sound(&highlighter, &format!("{article}\n\n").repeat(times)),
        one * times
    );
}

/// Texts that repeat what rules look for: the work must stay in proportion to their length.
#[test]
fn repetition() {
    let highlighter = common::base();
    for piece in [
        "United States of America, ",
        "provinces of Aleppo, ",
        "Aleppo and Idlib provinces and ",
        "army of ",
        "Assad ",
        "President ",
        "Syrian army of Syria ",
    ] {
        let once = sound(&highlighter, &piece.repeat(1_000));
        let more = sound(&highlighter, &piece.repeat(20_000));
        assert!(
            more >= 19 * once && more <= 21 * once,
            "{piece}: {once}, {more}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_string(text in "\\PC*") {
        sound(&BASE, &text);
    }

    #[test]
    fn any_mixture_of_pieces(pieces in proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..40)) {
        sound(&BASE, &pieces.concat());
    }
}

static BASE: LazyLock<Highlighter> = LazyLock::new(common::base);

/// What names and their surroundings are made of.
const PIECES: [&str; 28] = [
    "Aleppo",
    "Idlib",
    "Syrian",
    "army",
    "Defence Ministry",
    "Bashar al-Assad",
    "Assad",
    "al",
    "-",
    "’s",
    "'",
    " ",
    " ",
    "\n",
    "\n\n",
    "\u{2029}",
    ", ",
    " and ",
    "provinces",
    "city",
    "of ",
    "President ",
    "U.S.",
    ".",
    "🎉",
    "حلب",
    "\u{301}",
    "\0",
];
