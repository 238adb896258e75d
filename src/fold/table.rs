//! Characters without their case, marks and compatibility forms, from the tables that `build.rs` makes.

include!(concat!(env!("OUT_DIR"), "/fold_table.rs"));
include!("dropped.rs");

/// Whether a character is a sign that writers may leave out.
pub(super) fn is_dropped_mark(c: char) -> bool {
    is_dropped(c)
}

/// Whether a character is a combining mark that is part of its word.
pub(super) fn is_word_mark(c: char) -> bool {
    let after = MARKS.partition_point(|&(first, _)| first <= c as u32);
    after > 0 && c as u32 <= MARKS[after - 1].1
}

/// What is left of a character, handed over character by character.
pub(super) fn plain(c: char, mut part: impl FnMut(char)) {
    let after = RANGES.partition_point(|&(first, _, _)| first <= c as u32);
    let value = after.checked_sub(1).and_then(|i| {
        let (first, length, at) = RANGES[i];
        let offset = c as u32 - first;
        (offset < u32::from(length)).then(|| VALUES[usize::from(at) + offset as usize])
    });
    match value {
        None => part(c),
        Some(v) if v >= LONG => LONGER[usize::from(v - LONG)].chars().for_each(part),
        Some(v) => part(char::from_u32(u32::from(v)).expect("values are characters")),
    }
}
