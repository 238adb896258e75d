//! The oracle's readings of words to which a script joins others: every clitic that may stand before a name and every
//! ending that may stand behind one, written out, are tried at every word.

use super::{
    letters::{Sort, fold_word, is_sign, sort},
    words::{Kind, Piece},
};

/// A word of a text, and how it is read where a name begins or ends with it.
#[derive(Clone, Debug)]
pub struct Word {
    pub whole: Piece,
    /// Without what stands before the name, where no name begins with the whole word.
    pub as_first: Option<Piece>,
    /// Without what stands behind the name, where no name ends with the whole word.
    pub as_last: Option<Piece>,
}

/// From where to where names and phrases stand in a text, in words.
type Places = Vec<(usize, usize)>;

/// The words of a text; `all` tells where in them anything stands that is looked for.
pub fn words(text: Vec<Piece>, all: &dyn Fn(&[Word]) -> Places) -> Vec<Word> {
    let whole = |whole| Word {
        whole,
        as_first: None,
        as_last: None,
    };
    let mut words: Vec<Word> = text.into_iter().map(whole).collect();
    let standing = all(&words);
    let begins = |at: usize| standing.iter().any(|p| p.0 == at);
    for at in (0..words.len()).filter(|&at| !begins(at)) {
        for reading in without_clitics(&words[at].whole) {
            let mut read = words.clone();
            read[at].as_first = Some(reading);
            if all(&read).iter().any(|p| p.0 == at) {
                words = read;
                break;
            }
        }
    }
    let standing = all(&words);
    let ends = |at: usize| standing.iter().any(|p| p.1 == at + 1);
    for at in (0..words.len()).filter(|&at| !ends(at)) {
        for reading in without_endings(&words[at].whole) {
            let mut read = words.clone();
            read[at].as_last = Some(reading);
            if all(&read).iter().any(|p| p.1 == at + 1) {
                words = read;
                break;
            }
        }
    }
    words
}

/// Whether something may be joined to a word: to none with letters of a script with case.
fn may_join(word: &Piece) -> bool {
    let cased = |c: char| c.is_lowercase() || c.is_uppercase();
    word.kind == Kind::Word && !word.text.chars().any(cased)
}

/// Where a pattern stands in a text, however it is cased.
pub fn places(pattern: &[String], text: &[Word]) -> Places {
    let ends = pattern.len()..=text.len();
    let all = ends.map(|end| (end - pattern.len(), end));
    all.filter(|&(first, end)| stands(pattern, &text[first..end]))
        .collect()
}

/// Whether a pattern is these words, of which the first or the last may be read with something taken off.
fn stands(pattern: &[String], words: &[Word]) -> bool {
    let last = words.len() - 1;
    let is = |read: &dyn Fn(usize) -> Piece| {
        let folded = (0..words.len()).map(|i| read(i).folded);
        folded.eq(pattern.iter().cloned())
    };
    let whole = |i: usize| words[i].whole.clone();
    let may_be = |reading: &Piece| last > 0 || !is_short(reading);
    match (&words[0].as_first, &words[last].as_last) {
        (Some(reading), _) if may_be(reading) => {
            is(&|i| if i == 0 { reading.clone() } else { whole(i) })
        }
        (None, Some(reading)) if may_be(reading) => {
            is(&|i| if i == last { reading.clone() } else { whole(i) })
        }
        (None, None) => is(&whole),
        _ => false,
    }
}

/// Where a word's letters stand in its text, with the signs behind each.
fn letters(word: &Piece) -> Vec<(usize, char)> {
    let all = word.text.char_indices();
    all.filter(|&(_, c)| sort(c).is_word()).collect()
}

/// Whether a word alone is too short to be a name with something taken off.
fn is_short(word: &Piece) -> bool {
    let letters = letters(word);
    let hangul = letters.iter().any(|&(_, c)| sort(c) == Sort::Hangul);
    letters.len() < if hangul { 2 } else { 3 }
}

/// The part of a word from a byte of its text to another.
fn part(word: &Piece, from: usize, to: usize) -> Piece {
    let text = word.text[from..to].to_owned();
    Piece {
        bytes: (word.bytes.0 + from, word.bytes.0 + to),
        folded: fold_word(&text),
        text,
        kind: word.kind,
        joined: word.joined,
    }
}

/// What a word may be without what stands before its name, the longest first.
fn without_clitics(word: &Piece) -> Vec<Piece> {
    let mut readings = Vec::new();
    if !may_join(word) {
        return readings;
    }
    let letters = letters(word);
    for length in 1..letters.len() {
        let before: String = letters[..length].iter().map(|&(_, c)| c).collect();
        if is_clitics(&before) {
            let rest = part(word, letters[length].0, word.text.len());
            readings.push(rest.clone());
            // "to the" takes the alef off the article.
            if before.ends_with('ل') && letters[length].1 == 'ل' {
                readings.push(Piece {
                    folded: format!("ا{}", rest.folded),
                    ..rest
                });
            }
        }
    }
    readings
}

/// Whether these letters are clitics of Arabic or Hebrew, in their order.
fn is_clitics(letters: &str) -> bool {
    let slots = [
        &["", "و", "ف"][..],
        &["", "ب", "ل", "ك"],
        &["", "ו"],
        &["", "ש", "כש"],
        &["", "ב", "ל", "מ", "כ"],
        &["", "ה"],
    ];
    let mut all = vec![String::new()];
    for slot in slots {
        let with = |before: &String| {
            slot.iter()
                .map(|clitic| format!("{before}{clitic}"))
                .collect()
        };
        all = all.iter().flat_map::<Vec<String>, _>(with).collect();
    }
    all.iter().any(|clitics| clitics == letters)
}

/// What a word may be without what stands behind its name, the longest first.
fn without_endings(word: &Piece) -> Vec<Piece> {
    let mut readings = Vec::new();
    if !may_join(word) {
        return readings;
    }
    let letters = letters(word);
    let of_right_to_left = word
        .text
        .starts_with(|c| ('\u{590}'..='\u{6FF}').contains(&c));
    for length in (1..letters.len()).rev() {
        let (at, last) = letters[length - 1];
        let next = letters[length].0;
        let behind = &word.text[at + last.len_utf8()..];
        let end = word.text.len() - behind.trim_start_matches(is_sign).len();
        let ending: String = letters[length..].iter().map(|&(_, c)| c).collect();
        let non_joiner = word.text[at..next].contains('\u{200C}');
        let joined = match sort(last) {
            Sort::Hangul => is_particle(last, &ending),
            _ => {
                of_right_to_left
                    && non_joiner
                    && ["ها", "های", "هایی", "ی", "ای"].contains(&&*ending)
            }
        };
        if joined {
            readings.push(part(word, 0, end));
        }
    }
    readings
}

/// Whether this is a particle that may stand behind a syllable.
fn is_particle(syllable: char, ending: &str) -> bool {
    // The last of the letters that a syllable is made of is a vowel or a consonant.
    let last = fold_word(&syllable.to_string()).chars().next_back();
    let vowel = matches!(last, Some('\u{1161}'..='\u{1175}'));
    let (alone, with_more) = match vowel {
        true => ("는 가 를 나 라도 라고 라는 랑", "와"),
        false => (
            "은 이 을 이나 이라도 이라고 이라는 이며 이고 이랑",
            "과 으로 으로서 으로써 으로부터",
        ),
    };
    let alone = format!("{alone} 의 도 이다 입니다 였다 이었다 뿐 밖에 조차 마저 마다");
    let with_more = format!(
        "{with_more} 에 에서 에게 에게서 한테 께 께서 로 로서 로써 로부터 까지 부터 처럼 보다 만"
    );
    let mut more = ["", "는", "은", "도", "만", "의"].iter();
    alone.split(' ').any(|particle| particle == ending)
        || more.any(|more| {
            let mut all = with_more.split(' ');
            all.any(|particle| format!("{particle}{more}") == ending)
        })
}
