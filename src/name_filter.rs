//! Which words a name may be or begin with, told without looking a word up. In news a quarter of the words have a
//! capital or begin some name in small letters ("in", "the"); of these a seventh is a name, or begins one together
//! with the next word.

use crate::word_index::WordHash;

/// The names of a lexicon by the hash of their word, or by those of their first two words. It may say yes to others,
/// and never says no to one that is there.
pub(crate) struct NameFilter {
    /// Bits, a power of two of them.
    bits: Vec<u64>,
}

/// Of so many bits for each name at most one is set.
const BITS_A_NAME: usize = 8;

impl NameFilter {
    /// A filter with room for so many names.
    pub fn for_names(count: usize) -> NameFilter {
        let bits = (count * BITS_A_NAME).next_power_of_two();
        NameFilter {
            bits: vec![0; bits.div_ceil(64)],
        }
    }

    /// Adds a name by its hash.
    #[inline(never)]
    pub fn add(&mut self, name: WordHash) {
        let (at, bit) = self.place(name);
        self.bits[at] |= bit;
    }

    /// Whether a name may have this hash.
    #[inline(always)]
    pub fn may_have(&self, name: WordHash) -> bool {
        let (at, bit) = self.place(name);
        self.bits[at] & bit != 0
    }

    #[inline(always)]
    fn place(&self, name: WordHash) -> (usize, u64) {
        let n = name.number();
        ((n >> 6) as usize & (self.bits.len() - 1), 1 << (n & 63))
    }

    /// The bytes that it takes.
    pub fn memory(&self) -> usize {
        self.bits.len() * size_of::<u64>()
    }
}
