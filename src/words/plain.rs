//! The fast way through plain text: words of ASCII letters and digits with single spaces between them, found 64 bytes
//! at a time.

use wide::i8x16;

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// What 64 bytes of a text are, a bit for each, the first the lowest.
struct Masks {
    /// Letters and digits of ASCII.
    letters: u64,
    spaces: u64,
}

/// Words of a text that stand between single spaces, from a place on.
pub(super) struct Stretch {
    /// A bit where a word begins and where one has ended, counted from the first byte.
    starts: u64,
    ends: u64,
}

impl Stretch {
    /// The words from `at` on, where one begins: those within the next 64 bytes that are followed by a space, as far
    /// as there is nothing but letters and single spaces. `None` near the end of the text.
    #[inline(always)]
    pub fn new(text: &[u8], at: usize) -> Option<Stretch> {
        let block: &[u8; BLOCK] = text.get(at..)?.first_chunk()?;
        let Masks { letters, spaces } = masks(block);
        let other = !(letters | spaces) | spaces & spaces << 1;
        // All bits below the first other byte.
        let plain = (other & other.wrapping_neg()).wrapping_sub(1);
        let ends = !letters & letters << 1 & spaces & plain;
        Some(Stretch {
            starts: letters & !(letters << 1),
            ends,
        })
    }

    /// Whether a word is left.
    #[inline(always)]
    pub fn has_word(&self) -> bool {
        self.ends != 0
    }

    /// Where the next word begins and ends, counted from the first byte.
    #[inline(always)]
    pub fn next_word(&mut self) -> (usize, usize) {
        let word = (self.starts.trailing_zeros(), self.ends.trailing_zeros());
        self.starts &= self.starts.wrapping_sub(1);
        self.ends &= self.ends.wrapping_sub(1);
        (word.0 as usize, word.1 as usize)
    }
}

/// The end of the run of ASCII letters and digits that begins at `at`.
#[inline(always)]
pub(super) fn run_end(text: &[u8], at: usize) -> usize {
    let rest = &text[at..];
    let length = match rest.first_chunk::<16>() {
        Some(sixteen) => letters_of_sixteen(sixteen).trailing_ones() as usize,
        None => 0,
    };
    if 0 < length && length < 16 {
        return at + length;
    }
    let more = rest[length..]
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric());
    at + length + more.count()
}

#[inline(always)]
fn masks(block: &[u8; BLOCK]) -> Masks {
    let (sixteens, _) = block.as_chunks::<16>();
    let join = |of: fn(&[u8; 16]) -> u16| {
        let parts = sixteens.iter().map(of);
        parts.rev().fold(0, |all, part| all << 16 | u64::from(part))
    };
    Masks {
        letters: join(letters_of_sixteen),
        spaces: join(|bytes| {
            let space = i8x16::splat(b' ' as i8);
            signed(bytes).simd_eq(space).to_bitmask() as u16
        }),
    }
}

/// As signed numbers bytes beyond ASCII are negative.
#[inline(always)]
fn signed(bytes: &[u8; 16]) -> i8x16 {
    i8x16::new(bytes.map(|b| b as i8))
}

#[inline(always)]
fn letters_of_sixteen(bytes: &[u8; 16]) -> u16 {
    let bytes = signed(bytes);
    let small = bytes | i8x16::splat(0x20);
    let within = |x: i8x16, first: u8, last: u8| {
        x.simd_gt(i8x16::splat(first as i8 - 1)) & x.simd_lt(i8x16::splat(last as i8 + 1))
    };
    (within(small, b'a', b'z') | within(bytes, b'0', b'9')).to_bitmask() as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn runs_end_where_looking_at_each_byte_says(text in proptest::collection::vec(0u8.., 0..100)) {
            for at in 0..text.len() {
                let length = text[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
                proptest::prop_assert_eq!(run_end(&text, at), at + length);
            }
        }

        #[test]
        fn stretches_are_the_words_before_single_spaces(text in "[a-cA-C0-9]([a-c0-9]{0,12}[ ,]){0,9}[ a-zé-]{64,70}") {
            let bytes = text.as_bytes();
            let mut want = Vec::new();
            let mut at = 0;
            loop {
                let end = run_end(bytes, at);
                let after = bytes.get(end + 1).is_some_and(|b| *b != b' ' || end + 1 >= 64);
                if end == at || bytes[end] != b' ' || end >= 64 {
                    break;
                }
                want.push((at, end));
                if !after {
                    break;
                }
                at = end + 1;
            }
            let mut stretch = Stretch::new(bytes, 0).unwrap();
            let mut got = Vec::new();
            while stretch.has_word() {
                got.push(stretch.next_word());
            }
            proptest::prop_assert_eq!(got, want);
        }
    }
}
