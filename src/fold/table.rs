//! Characters without their case, marks and compatibility forms, from the tables that `build.rs` makes.
//!
//! They are shipped as differences between neighbours, which take a third of the room, and laid out for look-up when
//! the first character beyond ASCII asks.

use std::sync::LazyLock;

use crate::bytes::Reader;

include!("common.rs");

/// The tables as they are looked up.
struct Tables {
    /// For each page of characters the number of its page in `values`; those beyond the end and those of number 0 fold
    /// to themselves.
    pages: Vec<u16>,
    /// For each character of a page 0 where it folds to itself, the character that it folds to, or from `LONGER` on the
    /// number of its longer folding.
    values: Vec<u16>,
    longer: Vec<&'static str>,
    /// Ranges of combining marks that are part of words, by their first characters and the first beyond them.
    marks: Vec<(u32, u32)>,
}

/// So many bits of a character say where it is on its page.
const PAGE_BITS: u32 = 6;
const PAGE: usize = 1 << PAGE_BITS;

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

macro_rules! shipped {
    ($name:literal) => {
        Reader::new(include_bytes!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}

impl Tables {
    fn read() -> Tables {
        let mut tables = Tables {
            pages: Vec::new(),
            values: vec![0; PAGE],
            longer: Vec::new(),
            marks: ranges(shipped!("fold_marks")),
        };
        let mut values = shipped!("fold_values");
        let (mut last, mut next_longer) = (0, 0);
        for (first, end) in ranges(shipped!("fold_ranges")) {
            for c in first..end {
                let n = values.signed();
                let value = match n & 1 {
                    0 => {
                        last += n >> 1;
                        last
                    }
                    _ => {
                        next_longer += (n >> 1) + 1;
                        i64::from(LONGER) + next_longer - 1
                    }
                };
                tables.set(c as usize, value as u16);
            }
        }
        let mut longer = shipped!("fold_longer");
        while !longer.is_at_end() {
            tables.longer.push(longer.string());
        }
        tables
    }

    fn set(&mut self, c: usize, value: u16) {
        let page = c >> PAGE_BITS;
        if self.pages.len() <= page {
            self.pages.resize(page + 1, 0);
        }
        if self.pages[page] == 0 {
            self.pages[page] = (self.values.len() >> PAGE_BITS) as u16;
            self.values.resize(self.values.len() + PAGE, 0);
        }
        self.values[(usize::from(self.pages[page]) << PAGE_BITS) | (c % PAGE)] = value;
    }

    fn value(&self, c: usize) -> u16 {
        let page = self
            .pages
            .get(c >> PAGE_BITS)
            .map_or(0, |&p| usize::from(p));
        self.values[(page << PAGE_BITS) | (c % PAGE)]
    }
}

/// Ranges of numbers that rise, written as how many are left out before each and how many it has.
fn ranges(mut reader: Reader) -> Vec<(u32, u32)> {
    let mut all = Vec::new();
    let mut end = 0;
    while !reader.is_at_end() {
        let first = end + reader.small();
        end = first + reader.small();
        all.push((first, end));
    }
    all
}

/// Whether a character is a sign that writers may leave out.
pub(super) fn is_dropped_mark(c: char) -> bool {
    is_dropped(c)
}

/// Whether a character is a combining mark that is part of its word.
pub(super) fn is_word_mark(c: char) -> bool {
    let marks = &TABLES.marks;
    let after = marks.partition_point(|&(first, _)| first <= c as u32);
    after > 0 && (c as u32) < marks[after - 1].1
}

/// What is left of a character, handed over character by character.
pub(super) fn plain(c: char, mut part: impl FnMut(char)) {
    match TABLES.value(c as usize) {
        0 => part(c),
        value if value >= LONGER => {
            let letters = TABLES.longer[usize::from(value - LONGER)].chars();
            letters.for_each(part);
        }
        value => part(char::from_u32(u32::from(value)).unwrap_or(c)),
    }
}
