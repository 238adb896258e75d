//! Makes the tables of `src/fold/table.rs` from Unicode's data, so that the engine carries only what folding needs:
//! for each character what is left of it once case, marks and compatibility forms are taken off, and which combining marks
//! are part of words. The crate `unicode-normalization` itself would be half of the engine's size.

use std::{env, fmt::Write as _, fs, path::Path};

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Ranges that fold to themselves: kana and Hangul, whose marks tell words apart, and ideographs and squared words,
/// whose compatibility forms do not stand in running text.
const AS_THEY_STAND: [(u32, u32); 6] = [
    (0x3041, 0x30FF),
    (0x3200, 0x33FF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0x1F100, 0x1F2FF),
    (0x2F800, 0x2FA1F),
];

/// Values from here on are numbers of longer foldings; no character of the private use area is ever one.
const LONG: u32 = 0xE000;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut ranges: Vec<(u32, u32, usize)> = Vec::new();
    let mut values: Vec<u32> = Vec::new();
    let mut long: Vec<String> = Vec::new();
    for c in '\u{80}'..=char::MAX {
        let Some(folded) = folded(c) else { continue };
        let mut letters = folded.chars();
        let value = match (letters.next(), letters.next()) {
            (Some(one), None) if (one as u32) < LONG => one as u32,
            _ => {
                let number = long.iter().position(|l| *l == folded).unwrap_or_else(|| {
                    long.push(folded);
                    long.len() - 1
                });
                LONG + number as u32
            }
        };
        match ranges.last_mut() {
            Some((first, length, _)) if *first + *length == c as u32 => *length += 1,
            _ => ranges.push((c as u32, 1, values.len())),
        }
        values.push(value);
    }
    assert!(
        (LONG as usize + long.len()) < 0xF900,
        "too many long foldings"
    );
    let mut marks: Vec<(u32, u32)> = Vec::new();
    for c in ('\u{80}'..=char::MAX).filter(|&c| is_combining_mark(c) && !c.is_alphanumeric()) {
        match marks.last_mut() {
            Some((_, last)) if *last + 1 == c as u32 => *last += 1,
            _ => marks.push((c as u32, c as u32)),
        }
    }
    let mut out = String::new();
    write!(
        out,
        "pub(super) const RANGES: [(u32, u16, u16); {}] = {:?};\n\
         pub(super) const VALUES: [u16; {}] = {:?};\n\
         pub(super) const LONG: u16 = {LONG};\n\
         pub(super) const LONGER: [&str; {}] = {:?};\n\
         pub(super) const MARKS: [(u32, u32); {}] = {:?};\n",
        ranges.len(),
        ranges,
        values.len(),
        values,
        long.len(),
        long,
        marks.len(),
        marks,
    )
    .expect("writing to a string does not fail");
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("fold_table.rs"), out).expect("OUT_DIR can be written");
}

/// What is left of a character without marks and case; `None` where that is the character itself.
fn folded(c: char) -> Option<String> {
    if AS_THEY_STAND
        .iter()
        .any(|&(a, b)| (a..=b).contains(&(c as u32)))
        || !(c.is_alphanumeric() || is_combining_mark(c))
    {
        return None;
    }
    let mut out = String::new();
    decompose_compatible(c, |part| {
        // Some decompose to an apostrophe or a tatweel as well, which are no part of a folded word.
        let nothing = matches!(part, 'ʼ' | 'ʾ' | '\u{640}');
        if !nothing && (part.is_alphanumeric() || is_combining_mark(part) && !is_dropped(part)) {
            let lower = part.to_lowercase().filter(|&l| !is_dropped(l));
            for letter in lower {
                match plain(letter) {
                    Some(letters) => out.push_str(letters),
                    None => out.push(letter),
                }
            }
        }
    });
    (out.as_str() != &*c.encode_utf8(&mut [0; 4])).then_some(out)
}

include!("src/fold/dropped.rs");

/// Letters that no decomposition takes apart, as they are written without their marks; and letters of Persian and
/// Urdu, and endings that are written either way, as the Arabic ones.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ς' => "σ",
        'ی' | 'ى' => "ي",
        'ک' => "ك",
        'ة' | 'ہ' => "ه",
        'ٱ' => "ا",
        _ => return None,
    })
}
