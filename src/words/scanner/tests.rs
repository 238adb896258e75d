//! What texts are cut into, and that the fast way cuts as the slow one does.

use super::*;
use crate::words::tokenize;

/// What the fast way must equal: the scanner without it.
fn slowly(text: &str) -> Vec<Token> {
    let mut scanner = Scanner::new(text);
    core::iter::from_fn(|| scanner.any_token()).collect()
}

proptest::proptest! {
    #[test]
    fn the_fast_way_changes_nothing(text in "([a-zA-Z0-9]{1,9}|Gen|Capt|[ .,'’`“”—–…&\r\n-]|[A-Z]\\.|é|ب|在|각|\u{AD}|\u{301}|['’][sS]){0,120}") {
        let mut fast = Vec::new();
        tokenize(&text, |t| fast.push(t));
        proptest::prop_assert_eq!(fast, slowly(&text));
    }
}

/// Tokens as text: words as they are, `'s` as such, marks in brackets, blocks as ¶.
fn shown(text: &str) -> String {
    let mut out = Vec::new();
    tokenize(text, |t| {
        let s = &text[t.span().range()];
        out.push(match t.kind {
            TokenKind::Word | TokenKind::Elided => s.to_owned(),
            TokenKind::Possessive => "'s".to_owned(),
            TokenKind::Mark => format!("[{s}]"),
            TokenKind::Block => "¶".to_owned(),
        });
    });
    out.join(" ")
}

#[test]
fn words_and_what_stands_between_them() {
    for (text, want) in [
        ("CNN-verified video", "CNN verified video"),
        ("Bashar al-Assad’s", "Bashar al Assad 's"),
        ("the Houthis’ leader", "the Houthis 's leader"),
        ("Hay’at Tahrir al-Sham", "Hay’at Tahrir al Sham"),
        ("Ras al-‘Ayn", "Ras al Ayn"),
        ("the U.S.-led", "the U.S. led"),
        ("in the U.S. Then", "in the U.S. Then"),
        ("Syria. Then", "Syria [.] Then"),
        ("Gen. Mazloum Abdi", "Gen Mazloum Abdi"),
        ("George W. Bush", "George W Bush"),
        ("St. Petersburg", "St Petersburg"),
        ("L’Iran et d'Alep", "L Iran et d Alep"),
        ("it’s Côte d’Ivoire", "it 's Côte d Ivoire"),
        ("a – b — c", "a [–] b [—] c"),
        ("Iran–Iraq", "Iran Iraq"),
        (
            "one\ntwo\n\nthree\r\nfour\r\n \r\nfive",
            "one two ¶ three four ¶ five",
        ),
        ("one\u{2029}two", "one ¶ two"),
        ("A\u{200B}leppo \u{202B}حلب\u{202C}", "A\u{200B}leppo حلب"),
        ("在叙利亚", "在 叙 利 亚"),
        ("シリアのアレッポ", "シリア の アレッポ"),
        ("CNN은 시리아에서", "CNN 은 시리아에서"),
        ("🎉Aleppo🎉", "[🎉] Aleppo [🎉]"),
        // What does not show parts nothing, and signs are part of their letter.
        (
            "Bogota\u{301}’s Gen\u{AD}. Abdi",
            "Bogota\u{301} 's Gen Abdi",
        ),
        (
            "Hay\u{200B}’at-\u{AD}Ost U.\u{AD}S. Then",
            "Hay\u{200B}’at Ost U.\u{AD}S. Then",
        ),
        (
            "Aleppo\u{200F}-based 시\u{AD}리아",
            "Aleppo based 시\u{AD}리아",
        ),
        ("تامونٌ، d\u{AD}’Alep", "تامونٌ [،] d Alep"),
        (
            "Gen\u{301}. Abdi, É. Abdi, E\u{301}. Abdi",
            "Gen\u{301} [.] Abdi [,] É Abdi [,] E\u{301} Abdi",
        ),
        (
            "Wies\u{301}’, its\u{AD}’, it’s\u{301}",
            "Wies\u{301} [’] [,] its 's [,] it’s\u{301}",
        ),
        ("Plan A.叙 U.각", "Plan A 叙 U 각"),
        ("\0\0Idlib\0", "[\0] [\0] Idlib [\0]"),
        ("‘Assad’ said", "[‘] Assad [’] said"),
        ("", ""),
        ("AT&T, 9/11", "AT [&] T [,] 9 [/] 11"),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}
