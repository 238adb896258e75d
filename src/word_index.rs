//! Which number a folded word has. Words are hashed eight bytes at a time, and those of plain ASCII are folded on the
//! way, so that looking up most words of a text copies nothing.

/// A hash table of word numbers. The words themselves are kept by whoever has the table.
#[derive(Default)]
pub(crate) struct WordIndex {
    /// The hash in the upper half and one more than the number in the lower; 0 where free. A power of two of them.
    slots: Vec<u64>,
    /// How many words there is room for.
    room: usize,
}

/// The hash of a folded word. Fixed, so that nothing depends on chance.
#[derive(Clone, Copy)]
pub(crate) struct WordHash(u32);

const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
const LAST: u64 = 0xD6E8_FEB8_6659_FD93;

/// The bit that tells a small ASCII letter from its capital; digits have it too.
const SMALL: u64 = 0x2020_2020_2020_2020;

impl WordHash {
    /// Of a word that is folded.
    #[inline(never)]
    pub fn of(folded: &[u8]) -> WordHash {
        hash(folded, 0, folded.len(), 0)
    }

    /// Of a number.
    pub fn of_number(number: u32) -> WordHash {
        WordHash((u64::from(number).wrapping_mul(FIRST) >> 32) as u32)
    }

    /// Of this word and the next together.
    #[inline(always)]
    pub fn with(self, next: WordHash) -> WordHash {
        let both = u64::from(self.0) << 32 | u64::from(next.0);
        WordHash((both.wrapping_mul(LAST) >> 32) as u32)
    }

    /// As a number of which all bits are as likely.
    #[inline(always)]
    pub fn number(self) -> u32 {
        self.0
    }

    /// Of the word of ASCII letters and digits at a place in a text, as if it were folded.
    #[inline(always)]
    pub fn of_plain(text: &[u8], start: usize, end: usize) -> WordHash {
        hash(text, start, end, SMALL)
    }
}

#[inline]
fn hash(text: &[u8], start: usize, end: usize, small: u64) -> WordHash {
    let mut state = FIRST ^ (end - start) as u64;
    let mut at = start;
    while at < end {
        let chunk = chunk(text, at, end, small);
        state = (state.rotate_left(26) ^ chunk).wrapping_mul(LAST);
        at += 8;
    }
    WordHash(((state ^ (state >> 29)).wrapping_mul(FIRST) >> 32) as u32)
}

/// The first eight letters of a word of ASCII letters and digits, folded, as a number.
#[inline(always)]
pub(crate) fn first_letters(text: &[u8], start: usize, end: usize) -> u64 {
    chunk(text, start, end, SMALL)
}

/// Up to eight bytes from `at`, as a number; what is not there is zero.
#[inline(always)]
fn chunk(text: &[u8], at: usize, end: usize, small: u64) -> u64 {
    let length = (end - at).min(8);
    let rest = &text[at..];
    let whole = match rest.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |n, &b| n << 8 | u64::from(b)),
    };
    let used = u64::MAX >> (64 - 8 * length);
    (whole | small) & used
}

/// Whether the word of ASCII letters and digits at a place in a text folds to `folded`.
pub(crate) fn plain_is(text: &[u8], start: usize, end: usize, folded: &[u8]) -> bool {
    let letters = &text[start..end];
    letters.len() == folded.len() && letters.iter().zip(folded).all(|(t, f)| t | 0x20 == *f)
}

impl WordIndex {
    /// A table for so many words.
    pub fn for_words(count: usize) -> WordIndex {
        let slots = (count + count / 2 + 1).next_power_of_two();
        WordIndex {
            slots: vec![0; slots],
            // At most two thirds of the slots are taken.
            room: slots * 2 / 3,
        }
    }

    /// The number of the word of this hash that `is` the one.
    #[inline]
    pub fn find(&self, hash: WordHash, is: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash.0 as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return None;
            }
            let number = slot as u32 - 1;
            if (slot >> 32) as u32 == hash.0 && is(number) {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds a word that is not there.
    #[inline(never)]
    pub fn insert(&mut self, hash: WordHash, number: u32) {
        if self.room == 0 {
            self.grow();
        }
        self.room -= 1;
        put(
            &mut self.slots,
            u64::from(hash.0) << 32 | u64::from(number + 1),
        );
    }

    #[inline(never)]
    fn grow(&mut self) {
        let grown = WordIndex::for_words(self.slots.len() + 1);
        let old = core::mem::replace(self, grown);
        for slot in old.slots.into_iter().filter(|&s| s != 0) {
            self.room -= 1;
            put(&mut self.slots, slot);
        }
    }

    /// The bytes that it takes.
    pub fn memory(&self) -> usize {
        self.slots.len() * size_of::<u64>()
    }
}

#[inline]
fn put(slots: &mut [u64], slot: u64) {
    let mask = slots.len() - 1;
    let mut at = (slot >> 32) as usize & mask;
    while slots[at] != 0 {
        at = (at + 1) & mask;
    }
    slots[at] = slot;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_hash_as_they_fold() {
        let text = "The INTERNATIONAL Organisation x Abc9 of 1234567 12345678 Migration2024";
        let mut at = 0;
        for word in text.split(' ') {
            let end = at + word.len();
            let folded = word.to_lowercase();
            let plain = WordHash::of_plain(text.as_bytes(), at, end);
            assert_eq!(plain.0, WordHash::of(folded.as_bytes()).0, "{word}");
            assert!(plain_is(text.as_bytes(), at, end, folded.as_bytes()));
            assert!(!plain_is(text.as_bytes(), at, end, b"other"));
            at = end + 1;
        }
    }

    proptest::proptest! {
        #[test]
        fn finds_what_was_put_in(words in proptest::collection::hash_set("[a-c]{1,12}", 0..200)) {
            let words: Vec<String> = words.into_iter().collect();
            let mut index = WordIndex::default();
            for (i, word) in words.iter().enumerate() {
                index.insert(WordHash::of(word.as_bytes()), i as u32);
            }
            for (i, word) in words.iter().enumerate() {
                let found = index.find(WordHash::of(word.as_bytes()), |n| words[n as usize] == *word);
                proptest::prop_assert_eq!(found, Some(i as u32));
            }
            let missing = index.find(WordHash::of(b"absent"), |n| words[n as usize] == "absent");
            proptest::prop_assert_eq!(missing, None);
        }
    }
}
