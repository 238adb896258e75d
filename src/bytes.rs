//! Numbers and strings as they stand in packs and in the tables of folding, written and read. Reading never fails: what
//! is not there reads as zero or as nothing, and the reader remembers that it ran out.

/// Writes numbers of any size in as few bytes as they need (LEB128).
#[derive(Default)]
pub(crate) struct Writer(pub Vec<u8>);

// Neither writer nor reader is inlined: they are used in many places, and the module has to stay small.
impl Writer {
    #[inline(never)]
    pub fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.0.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.0.push(n as u8);
    }

    #[inline(never)]
    pub fn count(&mut self, n: usize) {
        self.number(n as u64);
    }

    /// So many writers, each of a column.
    #[inline(never)]
    pub fn columns(count: usize) -> Vec<Writer> {
        (0..count).map(|_| Writer::default()).collect()
    }

    /// What was written to columns, each with its length before it.
    #[inline(never)]
    pub fn take_columns(&mut self, columns: &[Writer]) {
        columns.iter().for_each(|column| self.bytes(&column.0));
    }

    /// Numbers one after another.
    #[inline(never)]
    pub fn small_numbers(&mut self, all: &[u32]) {
        for &n in all {
            self.number(u64::from(n));
        }
    }

    /// A number that may be negative, the small ones of both signs in few bytes.
    pub fn signed(&mut self, n: i64) {
        self.number(((n << 1) ^ (n >> 63)) as u64);
    }

    /// The length of some bytes, and the bytes.
    #[inline(never)]
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.extend_from_slice(bytes);
    }
}

/// Reads what a [`Writer`] wrote.
#[derive(Clone)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    overrun: bool,
}

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Reader {
            bytes,
            at: 0,
            overrun: false,
        }
    }

    /// How many bytes there are in all.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether all was there that was asked for.
    pub fn is_sound(&self) -> bool {
        !self.overrun
    }

    #[inline(never)]
    pub fn number(&mut self) -> u64 {
        let (mut n, mut shift) = (0, 0);
        loop {
            let Some(&byte) = self.bytes.get(self.at).filter(|_| shift < 64) else {
                self.overrun = true;
                return 0;
            };
            self.at += 1;
            n |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return n;
            }
            shift += 7;
        }
    }

    /// A number of 32 bits.
    #[inline(never)]
    pub fn small(&mut self) -> u32 {
        if let Some(&byte) = self.bytes.get(self.at).filter(|&&b| b < 0x80) {
            self.at += 1;
            return u32::from(byte);
        }
        let n = self.number();
        u32::try_from(n).unwrap_or_else(|_| {
            self.overrun = true;
            0
        })
    }

    /// So many numbers of 32 bits.
    #[inline(never)]
    pub fn small_numbers(&mut self, count: usize) -> Vec<u32> {
        let mut all = Vec::with_capacity(count);
        for _ in 0..count {
            all.push(self.small());
        }
        all
    }

    /// How many things follow, each of at least one byte: never more than there are bytes.
    #[inline(never)]
    pub fn count(&mut self) -> usize {
        let n = self.small() as usize;
        if n > self.left() {
            self.overrun = true;
            return 0;
        }
        n
    }

    /// Whether nothing is left.
    pub fn is_at_end(&self) -> bool {
        self.overrun || self.left() == 0
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// The bytes that are left.
    pub fn rest(&self) -> &'b [u8] {
        &self.bytes[self.at..]
    }

    /// How many bytes were read.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The reader of the next bytes, before which stands how many they are.
    #[inline(never)]
    pub fn column(&mut self) -> Reader<'b> {
        let length = self.count();
        Reader::new(self.take(length))
    }

    /// A number of which the lowest byte stands in one column and the rest in another.
    #[inline(never)]
    pub fn split(low: &mut Reader, high: &mut Reader) -> Option<u32> {
        let n = u32::from(low.byte()) | high.small().checked_mul(256)?;
        (low.is_sound() && high.is_sound()).then_some(n)
    }

    /// Whether columns held what was asked of them and no more.
    pub fn are_whole(columns: &[Reader]) -> bool {
        columns.iter().all(|c| c.is_sound() && c.is_at_end())
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at);
        self.overrun |= byte.is_none();
        self.at += usize::from(byte.is_some());
        byte.map_or(0, |&b| b)
    }

    pub fn signed(&mut self) -> i64 {
        let n = self.number();
        (n >> 1) as i64 ^ -((n & 1) as i64)
    }

    /// A string with its length before it; empty where it is none.
    pub fn string(&mut self) -> &'b str {
        let length = self.count();
        core::str::from_utf8(self.take(length)).unwrap_or("")
    }

    /// The next `n` bytes.
    #[inline(never)]
    pub fn take(&mut self, n: usize) -> &'b [u8] {
        let end = self.at.checked_add(n).filter(|&e| e <= self.bytes.len());
        let Some(end) = end else {
            self.overrun = true;
            return &[];
        };
        let taken = &self.bytes[self.at..end];
        self.at = end;
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        let mut w = Writer::default();
        for n in numbers {
            w.number(n);
            w.signed(n as i64);
        }
        w.bytes(b"words");
        let mut r = Reader::new(&w.0);
        for n in numbers {
            assert_eq!(r.number(), n);
            assert_eq!(r.signed(), n as i64);
        }
        let length = r.count();
        assert_eq!(r.take(length), b"words");
        assert!(r.is_sound());
        assert_eq!(r.number(), 0);
        assert!(!r.is_sound());
    }

    #[test]
    fn counts_are_never_more_than_there_are_bytes() {
        let mut r = Reader::new(&[0xFF, 0xFF, 0xFF, 0x7F, 1]);
        assert_eq!(r.count(), 0);
        assert!(!r.is_sound());
    }
}
