//! What scripts join to a name without a space: in Arabic and Hebrew clitics before it ("and", "in", "to"), in Korean
//! particles behind it, in Persian endings behind a zero-width non-joiner. Owns how a word can be read without them;
//! which reading counts is decided in `resolve/joined`.
//!
//! The article of Arabic is no clitic here: it is part of the names that have it, and behind it those that do not are
//! mostly other words. That of Hebrew is one, as it stands before names as freely as the prepositions do.

use crate::{
    fold::{Casing, Class, class, fold_word, is_sign},
    span::ByteSpan,
    word_list::is_one_of,
    words::{Token, TokenKind},
};

/// Whether a token is a word of a script that joins something to names, and of no script with case besides.
pub(crate) fn may_join(text: &str, token: &Token) -> bool {
    // Their letters begin with other bytes than those of all other scripts with many texts.
    !token.plain
        && token.kind == TokenKind::Word
        && matches!(text.as_bytes()[token.span().start], 0xD6..=0xDB | 0xEA..=0xED)
        && Casing::of(&text[token.span().range()]) == Casing::default()
}

/// A word without what stands before its name, with the fewest clitics taken off first.
#[inline(never)]
pub(crate) fn without_clitics(text: &str, token: &Token) -> Vec<Token> {
    let mut readings = Vec::new();
    let start = token.span().start;
    let mut last = 0;
    for pair in letters(text, token).windows(2) {
        let [(_, clitic), (at, next)] = [pair[0], pair[1]];
        let rank = rank(clitic, next, last);
        if rank <= last {
            break;
        }
        last = rank;
        let reading = token.within(ByteSpan {
            start: start + at,
            end: token.span().end,
        });
        readings.push(reading);
        if (clitic, next) == ('ل', 'ل') {
            readings.push(reading.elided());
        }
    }
    readings
}

/// A word without what stands behind its name, with the fewest letters taken off first.
#[inline(never)]
pub(crate) fn without_endings(text: &str, token: &Token) -> Vec<Token> {
    let mut readings = Vec::new();
    let word = &text[token.span().range()];
    let mut ending = String::new();
    let letters = letters(text, token);
    for pair in letters.windows(2).rev().take(LONGEST_ENDING) {
        let [(at, last), (next, _)] = [pair[0], pair[1]];
        ending.clear();
        fold_word(&word[next..], &mut ending);
        // `contains` would bring the search for strings into the module, of 3 KB.
        let joined = match class(last) {
            Class::Hangul => is_particle(last, &ending),
            _ => {
                word[at..next].chars().any(|c| c == NON_JOINER)
                    && is_one_of(PERSIAN_ENDINGS, &ending)
            }
        };
        if joined {
            // The signs of the last letter are part of it.
            let mut end = at + last.len_utf8();
            while let Some(sign) = word[end..].chars().next().filter(|&c| is_sign(c)) {
                end += sign.len_utf8();
            }
            let start = token.span().start;
            readings.push(token.within(ByteSpan {
                start,
                end: start + end,
            }));
        }
    }
    readings
}

/// Whether a reading is so short that other words often are clitics and it by chance.
#[inline(never)]
pub(crate) fn is_short(text: &str, reading: &Token) -> bool {
    let letters = letters(text, reading);
    let fewest = match letters.first() {
        Some(&(_, c)) if class(c) == Class::Hangul => 2,
        _ => 3,
    };
    letters.len() < fewest
}

/// The letters of a word, and where they stand in it.
#[inline(never)]
fn letters(text: &str, token: &Token) -> Vec<(usize, char)> {
    let word = &text[token.span().range()];
    let all = word.char_indices();
    all.filter(|&(_, c)| class(c).is_word()).collect()
}

/// Where a clitic stands among those before one name, by its letter, the next and the rank of the one before: each
/// goes behind those of lower rank. 0 for other letters.
fn rank(clitic: char, next: char, last: u8) -> u8 {
    match clitic {
        'و' | 'ف' => 1,
        'ب' | 'ل' | 'ك' => 2,
        'ו' => 3,
        'כ' if next == 'ש' && last < 4 => 4,
        'ש' => 5,
        'ב' | 'ל' | 'מ' | 'כ' => 6,
        'ה' => 7,
        _ => 0,
    }
}

/// No ending has more letters.
const LONGEST_ENDING: usize = 5;

const NON_JOINER: char = '\u{200C}';

/// The plurals and the marks of the indefinite and of the ezafe, folded.
const PERSIAN_ENDINGS: &str = "ها هاي هايي ي اي";

/// Particles of Korean: whether they stand behind a closed syllable, where that matters; those that end the word; and
/// those behind which one of `ADDED` may stand.
const PARTICLES: [(Option<bool>, &str, &str); 3] = [
    (
        Some(true),
        "은 이 을 이나 이라도 이라고 이라는 이며 이고 이랑",
        "과 으로 으로서 으로써 으로부터",
    ),
    (Some(false), "는 가 를 나 라도 라고 라는 랑", "와"),
    (
        None,
        "의 도 이다 입니다 였다 이었다 뿐 밖에 조차 마저 마다",
        "에 에서 에게 에게서 한테 께 께서 로 로서 로써 로부터 까지 부터 처럼 보다 만",
    ),
];

/// The mark of the topic, "also", "only" and "of".
const ADDED: &str = "는 은 도 만 의";

/// The bytes of a syllable.
const SYLLABLE: usize = 3;

/// Whether an ending is a particle that may stand behind this syllable.
fn is_particle(syllable: char, ending: &str) -> bool {
    // Syllables are in the order of their last letters, of which there are 27.
    let order = (syllable as u32).wrapping_sub('가' as u32);
    let closed = !order.is_multiple_of(28);
    let parts = ending.split_at_checked(ending.len().saturating_sub(SYLLABLE));
    let base = match parts {
        Some((base, added)) if is_one_of(ADDED, added) => base,
        _ => "",
    };
    PARTICLES.iter().any(|&(behind, last, bases)| {
        behind.is_none_or(|b| b == closed)
            && (is_one_of(last, ending) || is_one_of(bases, ending) || is_one_of(bases, base))
    })
}
