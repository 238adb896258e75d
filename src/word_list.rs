//! Lists of words, each one string with a space between each two: in the module a slice of strings takes twice as much
//! (compressed, too), since it has the place and the length of each.

/// The words of a list.
#[inline]
pub(crate) fn words(list: &'static str) -> impl Iterator<Item = &'static [u8]> {
    // Faster than to search strings, which short words do not need.
    list.as_bytes().split(|&b| b == b' ')
}

/// Whether a word is in a list.
#[inline(never)]
pub(crate) fn is_one_of(list: &'static str, word: &str) -> bool {
    words(list).any(|one| one == word.as_bytes())
}
