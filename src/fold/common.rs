// What `build.rs` and the module have in common; both include this file.

/// Numbers from here on stand for longer foldings; no character of the private use area is ever what another folds to.
const LONGER: u16 = 0xE000;

/// Combining diacritics and vowel signs that writers may leave out. Signs without which a word is another word
/// (those of India's and South-East Asia's scripts) are not among them.
fn is_dropped(c: char) -> bool {
    matches!(c as u32,
        0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C5 | 0x5C7
        | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4 | 0x6E7..=0x6E8 | 0x6EA..=0x6ED
        | 0x711 | 0x730..=0x74A | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}
