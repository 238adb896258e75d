//! Half-open ranges, each with its unit in its type.

use core::ops::Range;

/// A half-open range of UTF-16 code units: the unit of JavaScript strings and of every public offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Span {
    /// The first code unit.
    pub start: usize,
    /// One past the last code unit.
    pub end: usize,
}

/// A half-open range of UTF-8 bytes of a haystack; both ends are on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteSpan {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl ByteSpan {
    /// The range that indexes a string.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A half-open range of tokens of one haystack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TokenSpan {
    pub first: usize,
    pub end: usize,
}

impl TokenSpan {
    pub fn len(self) -> usize {
        self.end - self.first
    }

    pub fn covers(self, other: TokenSpan) -> bool {
        self.first <= other.first && other.end <= self.end
    }
}

/// Converts increasing byte offsets of one text to UTF-16 offsets, in one pass over the text in all.
pub(crate) struct Utf16Cursor<'t> {
    text: &'t str,
    /// In a text of ASCII alone a byte is a unit.
    ascii: bool,
    byte: usize,
    unit: usize,
}

impl<'t> Utf16Cursor<'t> {
    pub fn new(text: &'t str) -> Self {
        Utf16Cursor {
            ascii: text.is_ascii(),
            text,
            byte: 0,
            unit: 0,
        }
    }

    /// The UTF-16 offset of a byte offset that is on a character boundary and not before the one asked last.
    #[inline]
    pub fn at(&mut self, byte: usize) -> usize {
        if self.ascii {
            return byte;
        }
        self.unit += utf16_length(&self.text[self.byte..byte]);
        self.byte = byte;
        self.unit
    }

    /// The UTF-16 span of a byte span that begins at or after the end of the one asked last.
    pub fn span(&mut self, bytes: ByteSpan) -> Utf16Span {
        let start = self.at(bytes.start);
        Utf16Span {
            start,
            end: self.at(bytes.end),
        }
    }
}

/// How many UTF-16 code units a text has.
pub(crate) fn utf16_length(text: &str) -> usize {
    // Every byte that begins a character counts one unit, and a four-byte character counts two.
    let units = |&b: &u8| usize::from(b & 0xC0 != 0x80) + usize::from(b >= 0xF0);
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let eight = |bytes: &[u8; 8]| match u64::from_ne_bytes(*bytes) & NOT_ASCII {
        0 => 8,
        _ => bytes.iter().map(units).sum(),
    };
    eights.iter().map(eight).sum::<usize>() + rest.iter().map(units).sum::<usize>()
}

/// The bits that no byte of ASCII has.
const NOT_ASCII: u64 = 0x8080_8080_8080_8080;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursor_agrees_with_encode_utf16() {
        let text = "ç あ 🎉\u{FFFD}a\u{0301} Ω🇸🇾x";
        let mut cursor = Utf16Cursor::new(text);
        for (byte, _) in text.char_indices() {
            assert_eq!(cursor.at(byte), text[..byte].encode_utf16().count());
        }
        assert_eq!(cursor.at(text.len()), text.encode_utf16().count());
    }
}
