//! Makes the tables of `src/fold/table.rs` from Unicode's data, so that the engine carries only what folding needs:
//! for each character what is left of it once case, marks and compatibility forms are taken off, and which combining marks
//! are part of words. The crate `unicode-normalization` itself would be half of the engine's size.

use std::{env, fs, path::Path};

use bytes::Writer;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

#[path = "src/bytes.rs"]
#[allow(dead_code, reason = "only its writer is used")]
mod bytes;

/// Ranges that fold to themselves: Hangul, which is not taken apart, and ideographs and squared words,
/// whose compatibility forms do not stand in running text.
const AS_THEY_STAND: [(u32, u32); 5] = [
    (0x3200, 0x33FF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0x1F100, 0x1F2FF),
    (0x2F800, 0x2FA1F),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/bytes.rs");
    println!("cargo::rerun-if-changed=src/fold/common.rs");
    tell_what_is_built();
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |name: &str, content: &[u8]| {
        fs::write(Path::new(&folder).join(name), content).expect("OUT_DIR can be written");
    };
    let foldings = Foldings::read();
    write("fold_ranges", &foldings.ranges.0);
    write("fold_values", &foldings.values.0);
    write("fold_longer", &foldings.longer.0);
    let mut marks = Ranges::default();
    ('\u{80}'..=char::MAX)
        .filter(|&c| is_combining_mark(c) && !c.is_alphanumeric())
        .for_each(|c| marks.add(c));
    write("fold_marks", &marks.finish().0);
}

/// Numbers that rise, as ranges: how many are left out before each, and how many it has.
#[derive(Default)]
struct Ranges {
    written: Writer,
    /// The first number of the last range, and the first after it.
    last: (u32, u32),
}

impl Ranges {
    fn add(&mut self, c: char) {
        let c = c as u32;
        if self.last.1 != c {
            self.write_last();
            self.written.number(u64::from(c - self.last.1));
            self.last.0 = c;
        }
        self.last.1 = c + 1;
    }

    fn write_last(&mut self) {
        if self.last.1 > 0 {
            self.written.number(u64::from(self.last.1 - self.last.0));
        }
    }

    fn finish(mut self) -> Writer {
        self.write_last();
        self.written
    }
}

/// The foldings of all characters that do not fold to themselves.
struct Foldings {
    /// The characters.
    ranges: Writer,
    /// For each a number, of which the lowest bit tells its sort: how much the one character that it folds to is
    /// above that of the last such character, or how much the number of its longer folding is above the next.
    values: Writer,
    /// The longer foldings, each with its length.
    longer: Writer,
}

impl Foldings {
    fn read() -> Foldings {
        let mut ranges = Ranges::default();
        let mut values = Writer::default();
        let mut longer: Vec<String> = Vec::new();
        let (mut last, mut next_longer) = (0, 0);
        for c in '\u{80}'..=char::MAX {
            let Some(folded) = folded(c) else { continue };
            ranges.add(c);
            let mut letters = folded.chars();
            if let (Some(one), None) = (letters.next(), letters.next())
                && (one as u32) < u32::from(LONGER)
            {
                values.signed((one as i64 - last) << 1);
                last = one as i64;
                continue;
            }
            let number = longer.iter().position(|l| *l == folded);
            let number = number.unwrap_or_else(|| {
                longer.push(folded);
                longer.len() - 1
            }) as i64;
            values.signed((number - next_longer) << 1 | 1);
            next_longer = number + 1;
        }
        // As many as the private use area has characters.
        let most = 0xF900 - usize::from(LONGER);
        assert!(longer.len() < most, "too many longer foldings");
        let mut written = Writer::default();
        longer.iter().for_each(|l| written.bytes(l.as_bytes()));
        Foldings {
            ranges: ranges.finish(),
            values,
            longer: written,
        }
    }
}

/// Sets `files` where gazetteers are read from files: natively, and in the importer's module. The engine's module takes
/// objects and packs.
fn tell_what_is_built() {
    println!("cargo::rustc-check-cfg=cfg(files)");
    let is_wasm = env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|arch| arch == "wasm32");
    if !is_wasm || env::var_os("CARGO_FEATURE_IMPORT").is_some() {
        println!("cargo::rustc-cfg=files");
    }
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

include!("src/fold/common.rs");

/// Letters that no decomposition takes apart, as they are written without their marks; and letters of Persian and
/// Urdu, and endings that are written either way, as the Arabic ones.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' | 'ɗ' => "d",
        'ɓ' => "b",
        'ƙ' => "k",
        'ƴ' => "y",
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
        'ة' | 'ہ' | 'ە' | 'ھ' => "ه",
        'ٱ' => "ا",
        _ => return None,
    })
}
