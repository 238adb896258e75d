//! The fast way through plain text: words of ASCII letters and digits with single spaces between them, found 64 bytes
//! at a time.

use wide::i8x16;

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// What is known of less than so many bytes is not asked any more.
const FEW: usize = 24;

/// What the next bytes of a text are, a bit for each, the first the lowest; those that are not known are neither.
#[derive(Clone, Copy, Default)]
struct Masks {
    /// Letters and digits of ASCII.
    letters: u64,
    spaces: u64,
}

/// A block of a text that was looked at.
pub(super) struct Window {
    start: usize,
    masks: Masks,
}

impl Window {
    /// The first block of a text.
    pub fn new(text: &[u8]) -> Window {
        let mut window = Window {
            start: 0,
            masks: Masks::default(),
        };
        window.look(text, 0);
        window
    }

    /// What the bytes from `at` on are.
    #[inline(always)]
    fn from(&mut self, text: &[u8], at: usize) -> Masks {
        if at.wrapping_sub(self.start) > BLOCK - FEW {
            self.look(text, at);
        }
        let passed = at - self.start;
        Masks {
            letters: self.masks.letters >> passed,
            spaces: self.masks.spaces >> passed,
        }
    }

    // Called for every forty bytes; inlined it would be in the module six times.
    #[inline(never)]
    fn look(&mut self, text: &[u8], at: usize) {
        self.start = at;
        self.masks = match text[at..].first_chunk() {
            Some(block) => masks(block),
            None => last(&text[at..]),
        };
    }

    /// The end of the run of ASCII letters and digits that begins at `at`.
    #[inline(always)]
    pub fn run_end(&mut self, text: &[u8], at: usize) -> usize {
        let length = self.from(text, at).letters.trailing_ones() as usize;
        if at - self.start + length < BLOCK {
            return at + length;
        }
        let rest = text[at..].iter();
        at + rest.take_while(|b| b.is_ascii_alphanumeric()).count()
    }

    /// The words from `at` on, where one begins: those of the next bytes that are followed by a space, as far as there
    /// is nothing but letters and single spaces.
    #[inline(always)]
    pub fn stretch(&mut self, text: &[u8], at: usize) -> Stretch {
        let Masks { letters, spaces } = self.from(text, at);
        let other = !(letters | spaces) | spaces & spaces << 1;
        // All bits below the first other byte.
        let plain = (other & other.wrapping_neg()).wrapping_sub(1);
        Stretch {
            starts: letters & !(letters << 1),
            ends: !letters & letters << 1 & spaces & plain,
        }
    }
}

/// Words of a text that stand between single spaces, from a place on.
pub(super) struct Stretch {
    /// A bit where a word begins and where one has ended, counted from the first byte.
    starts: u64,
    ends: u64,
}

impl Stretch {
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

/// What the last bytes of a text are.
#[cold]
fn last(bytes: &[u8]) -> Masks {
    let mut block = [0; BLOCK];
    block[..bytes.len()].copy_from_slice(bytes);
    masks(&block)
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
                proptest::prop_assert_eq!(Window::new(&text).run_end(&text, at), at + length);
            }
        }

        #[test]
        fn stretches_are_the_words_before_single_spaces(text in "[a-cA-C0-9]([a-c0-9]{0,12}[ ,]){0,9}[ a-zé-]{64,70}") {
            let bytes = text.as_bytes();
            let mut want = Vec::new();
            let mut at = 0;
            loop {
                let end = Window::new(bytes).run_end(bytes, at);
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
            let mut stretch = Window::new(bytes).stretch(bytes, 0);
            let mut got = Vec::new();
            while stretch.has_word() {
                got.push(stretch.next_word());
            }
            proptest::prop_assert_eq!(got, want);
        }
    }
}
