//! The fast way through plain text: words of ASCII letters and digits, found 64 bytes at a time.

use wide::i8x16;

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// Which of 64 bytes of a text are letters or digits of ASCII.
pub(super) struct Plain {
    start: usize,
    /// A bit for each byte.
    letters: u64,
}

impl Plain {
    /// Knows no byte yet.
    pub const NOTHING: Plain = Plain {
        start: 0,
        letters: 0,
    };

    /// The end of the run of ASCII letters and digits that begins at `at`; `None` where it is long or near the end
    /// of the text.
    #[inline(always)]
    pub fn run_end(&mut self, text: &[u8], at: usize) -> Option<usize> {
        let within = at.wrapping_sub(self.start);
        if within < BLOCK {
            let length = (self.letters >> within).trailing_ones() as usize;
            if length > 0 && within + length < BLOCK {
                return Some(at + length);
            }
        }
        let block: &[u8; BLOCK] = text.get(at..)?.first_chunk()?;
        self.start = at;
        self.letters = letters(block);
        let length = self.letters.trailing_ones() as usize;
        (0 < length && length < BLOCK).then_some(at + length)
    }
}

fn letters(block: &[u8; BLOCK]) -> u64 {
    let (sixteens, _) = block.as_chunks::<16>();
    let masks = sixteens.iter().map(letters_of_sixteen);
    masks.rev().fold(0, |all, mask| all << 16 | u64::from(mask))
}

#[inline(always)]
fn letters_of_sixteen(bytes: &[u8; 16]) -> u16 {
    // As signed numbers bytes beyond ASCII are negative, with or without the bit of small letters.
    let bytes = i8x16::new(bytes.map(|b| b as i8));
    let small = bytes | i8x16::splat(0x20);
    let within = |x: i8x16, below: u8, above: u8| {
        x.simd_gt(i8x16::splat(below as i8)) & x.simd_lt(i8x16::splat(above as i8))
    };
    let letter = within(small, b'a' - 1, b'z' + 1);
    let digit = within(bytes, b'0' - 1, b'9' + 1);
    (letter | digit).to_bitmask() as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn equals_looking_at_each_byte(text in proptest::collection::vec(0u8.., 0..300)) {
            let is_plain = |b: &u8| b.is_ascii_alphanumeric();
            let mut plain = Plain::NOTHING;
            for at in 0..text.len() {
                let length = text[at..].iter().take_while(|b| is_plain(b)).count();
                match plain.run_end(&text, at) {
                    Some(end) => proptest::prop_assert_eq!(end, at + length),
                    None => proptest::prop_assert!(length == 0 || length >= BLOCK || at + BLOCK > text.len()),
                }
            }
        }
    }
}
