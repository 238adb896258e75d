//! Whatever the text, annotating gives mentions that are in order, disjoint, in bounds, at the edges of words and what
//! they say they are, and what stands behind a blank line changes nothing before it.

mod common;
mod sound;

use std::sync::LazyLock;

use namelight::{Highlighter, Mention};
use proptest::prelude::*;

/// Checks what holds of every answer, and returns the number of mentions.
fn sound(highlighter: &Highlighter, text: &str) -> usize {
    sound::candidates(highlighter, text);
    sound::annotate(highlighter, text).len()
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
    fn any_mixture_of_pieces(text in mixture()) {
        sound(&BASE, &text);
    }

    #[test]
    fn what_names_nothing_changes_nothing(text in mixture()) {
        let longer = format!("{text}\n\n{}", sound::NO_NAMES);
        prop_assert_eq!(BASE.annotate(&text, None), BASE.annotate(&longer, None));
    }

    #[test]
    fn the_same_text_again_changes_nothing_before_it(text in mixture()) {
        let alone = BASE.annotate(&text, None);
        let twice = BASE.annotate(&format!("{text}\n\n{text}"), None);
        let (first, second): (Vec<Mention>, Vec<Mention>) =
            twice.into_iter().partition(|m| m.bytes.end <= text.len());
        prop_assert_eq!(&first, &alone);
        // What is known from the first may tell more of the second.
        let moved = |m: &Mention| (m.bytes.start - text.len() - 2, m.bytes.end - text.len() - 2);
        let second: Vec<(usize, usize)> = second.iter().map(moved).collect();
        let lost = first.iter().find(|m| !second.contains(&(m.bytes.start, m.bytes.end)));
        prop_assert_eq!(lost, None);
    }
}

fn mixture() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(PIECES.to_vec());
    proptest::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

static BASE: LazyLock<Highlighter> = LazyLock::new(common::base);

/// What names and their surroundings are made of.
const PIECES: [&str; 43] = [
    "government",
    "Homs",
    "CNN",
    "Damascus",
    "leader",
    "–",
    "\u{AD}",
    "\u{200F}",
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
    "سوريا",
    "و",
    "لل",
    "シリア",
    "시리아",
    "에서",
    "\u{200C}ها",
    "\u{301}",
    "\0",
];
