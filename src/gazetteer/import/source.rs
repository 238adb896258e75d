//! The text of a file, as it is read: bytes of any encoding become UTF-8, lines are counted, and rows are kept from
//! growing without end. Nothing here knows a format.

use std::{
    cell::{Cell, RefCell},
    io::{self, BufRead, Read},
    rc::Rc,
};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

use super::{
    LONGEST_ROW,
    error::{ImportError, ImportErrorKind},
};

/// Bytes that are decoded at once.
const CHUNK: usize = 32 << 10;

/// Where reading stands, as seen by whoever holds the reader's other end.
#[derive(Default)]
pub(super) struct Position {
    /// Line ends behind.
    lines: Cell<u64>,
    /// Characters of the line behind.
    column: Cell<u64>,
    /// Bytes of the row behind.
    row: Cell<u64>,
    /// Double quotes behind.
    quotes: Cell<u64>,
    last: Cell<u8>,
    fault: RefCell<Option<ImportError>>,
}

impl Position {
    /// The line of the byte that comes next, from 1.
    pub fn line(&self) -> u64 {
        self.lines.get() + 1
    }

    /// A row begins here.
    pub fn begin_row(&self) {
        self.row.set(0);
    }

    /// Whether what was read ends within a line.
    pub fn within_line(&self) -> bool {
        !matches!(self.last.get(), 0 | b'\n' | b'\r')
    }

    /// Whether a quotation was begun and not ended.
    pub fn within_quotes(&self) -> bool {
        !self.quotes.get().is_multiple_of(2)
    }

    /// What ended the reading, where it was the text and not the format.
    pub fn fault(&self) -> Option<ImportError> {
        self.fault.borrow_mut().take()
    }

    fn advance(&self, bytes: &[u8]) {
        let Some(&last) = bytes.last() else { return };
        self.last.set(last);
        self.row.set(self.row.get() + bytes.len() as u64);
        // JSON is read byte by byte.
        if let [byte] = bytes {
            match byte {
                b'\n' => {
                    self.lines.set(self.lines.get() + 1);
                    self.column.set(0);
                }
                0x80..=0xBF => {}
                _ => self.column.set(self.column.get() + 1),
            }
            self.quotes
                .set(self.quotes.get() + u64::from(*byte == b'"'));
            return;
        }
        let quotes = bytes.iter().filter(|&&b| b == b'"').count();
        self.quotes.set(self.quotes.get() + quotes as u64);
        let characters = |b: &[u8]| b.iter().filter(|&&b| b & 0xC0 != 0x80).count() as u64;
        let ends = bytes.iter().filter(|&&b| b == b'\n').count() as u64;
        self.lines.set(self.lines.get() + ends);
        match bytes.iter().rposition(|&b| b == b'\n') {
            Some(end) => self.column.set(characters(&bytes[end + 1..])),
            None => self.column.set(self.column.get() + characters(bytes)),
        }
    }
}

/// A reader that gives UTF-8 without a byte order mark, whatever the bytes are.
pub(super) struct Source<R> {
    inner: R,
    decoder: Option<Decoder>,
    named: Option<&'static Encoding>,
    text: Vec<u8>,
    behind: usize,
    ended: bool,
    malformed: Option<ImportError>,
    /// A carriage return at the end of what was decoded, of which it is not known yet what follows.
    held: bool,
    position: Rc<Position>,
}

impl<R: BufRead> Source<R> {
    /// `encoding` is that of files without a byte order mark; UTF-8 where it is not given.
    pub fn new(inner: R, encoding: Option<&'static Encoding>) -> Source<R> {
        Source {
            inner,
            decoder: None,
            named: encoding,
            text: Vec::new(),
            behind: 0,
            ended: false,
            malformed: None,
            held: false,
            position: Rc::default(),
        }
    }

    pub fn position(&self) -> Rc<Position> {
        self.position.clone()
    }

    /// What comes next, as far as it is decoded: not empty unless the file is at its end.
    pub fn peek(&mut self) -> Result<&[u8], ImportError> {
        let position = self.position();
        self.fill_buf()
            .map_err(|e| position.fault().unwrap_or_else(|| unread(&e)))
    }

    /// Adds the next line to `line`, without its end; false at the end of the file.
    pub fn line(&mut self, line: &mut String) -> Result<bool, ImportError> {
        let position = self.position();
        line.clear();
        position.begin_row();
        let number = position.line();
        let read = self.read_line(line).map_err(|e| {
            let fault = position.fault().unwrap_or_else(|| unread(&e));
            match fault.kind() {
                ImportErrorKind::TooLong => fault.on_line(number),
                _ => fault,
            }
        })?;
        line.truncate(line.trim_end_matches(['\n', '\r']).len());
        Ok(read > 0)
    }

    fn refill(&mut self) -> Result<(), ImportError> {
        self.text.clear();
        self.behind = 0;
        while self.text.is_empty() && !self.ended {
            let bytes = self.inner.fill_buf().map_err(|e| unread(&e))?;
            let bytes = &bytes[..bytes.len().min(CHUNK)];
            let last = bytes.is_empty();
            let mut mark = 0;
            let decoder = match &mut self.decoder {
                Some(decoder) => decoder,
                None => {
                    let (encoding, length) = told(bytes, self.named)?;
                    mark = length;
                    let decoder = encoding.new_decoder_without_bom_handling();
                    self.decoder.insert(decoder)
                }
            };
            let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
            self.text.resize(room.unwrap_or(4 * CHUNK).max(16), 0);
            let (outcome, read, written) =
                decoder.decode_to_utf8_without_replacement(&bytes[mark..], &mut self.text, last);
            self.text.truncate(written);
            join_line_ends(&mut self.text, &mut self.held, last);
            self.ended = last && outcome != DecoderResult::OutputFull;
            if let DecoderResult::Malformed(length, after) = outcome {
                let bad = (mark + read).checked_sub(usize::from(length) + usize::from(after));
                let fault = malformed(decoder.encoding(), bad.and_then(|at| bytes.get(at)), last);
                // What stands before it is read first.
                self.malformed = Some(fault);
                self.ended = true;
                if self.held {
                    self.text.push(b'\r');
                }
                return Ok(());
            }
            self.inner.consume(mark + read);
        }
        Ok(())
    }
}

impl<R: BufRead> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let raised = |position: &Position, fault: ImportError| {
            *position.fault.borrow_mut() = Some(fault.clone());
            io::Error::other(fault)
        };
        if self.behind == self.text.len() {
            if let Some(fault) = self.malformed.take() {
                let fault = fault
                    .on_line(self.position.line())
                    .in_column(self.position.column.get() + 1);
                return Err(raised(&self.position, fault));
            }
            self.refill().map_err(|e| raised(&self.position, e))?;
            if self.text.is_empty() && self.malformed.is_some() {
                return self.fill_buf();
            }
        }
        if self.position.row.get() > LONGEST_ROW && self.behind < self.text.len() {
            let message = format!(
                "a row of more than {} MB; is a quotation or a bracket not closed?",
                LONGEST_ROW >> 20
            );
            let fault = ImportError::new(ImportErrorKind::TooLong, message);
            return Err(raised(&self.position, fault.on_line(self.position.line())));
        }
        Ok(&self.text[self.behind..])
    }

    fn consume(&mut self, count: usize) {
        let end = (self.behind + count).min(self.text.len());
        self.position.advance(&self.text[self.behind..end]);
        self.behind = end;
    }
}

impl<R: BufRead> Read for Source<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let text = self.fill_buf()?;
        let count = text.len().min(into.len());
        into[..count].copy_from_slice(&text[..count]);
        self.consume(count);
        Ok(count)
    }
}

/// Makes one line feed of a carriage return and a line feed, so that every line ends with one byte. `held` is whether a
/// carriage return was left from what came before, and is left from this.
fn join_line_ends(text: &mut Vec<u8>, held: &mut bool, last: bool) {
    if *held {
        text.insert(0, b'\r');
    }
    *held = !last && text.last() == Some(&b'\r');
    if *held {
        text.pop();
    }
    if text.contains(&b'\r') {
        let mut behind = 0;
        for at in 0..text.len() {
            if text[at] != b'\r' || text.get(at + 1) != Some(&b'\n') {
                text[behind] = text[at];
                behind += 1;
            }
        }
        text.truncate(behind);
    }
}

/// The encoding of a file by its first bytes, and how many of them only tell it.
fn told(
    bytes: &[u8],
    named: Option<&'static Encoding>,
) -> Result<(&'static Encoding, usize), ImportError> {
    if let Some(marked) = Encoding::for_bom(bytes) {
        return Ok(marked);
    }
    let refused = |message: &str| {
        let fault = ImportError::new(ImportErrorKind::Format, message);
        Err(fault.on_line(1))
    };
    if bytes.starts_with(b"PK\x03\x04") {
        return refused("a ZIP archive or a spreadsheet; unpack it, or save the sheet as CSV");
    }
    if bytes.starts_with(b"\x1F\x8B") {
        return refused("compressed with gzip; unpack it first");
    }
    let encoding = named.unwrap_or(UTF_8);
    if encoding == UTF_8 && bytes.iter().take(100).any(|&b| b == 0) {
        let message =
            "not text, or UTF-16 without a byte order mark; save it as UTF-8, or name the encoding";
        let fault = ImportError::new(ImportErrorKind::Encoding, message);
        return Err(fault.on_line(1));
    }
    Ok((encoding, 0))
}

fn malformed(encoding: &'static Encoding, byte: Option<&u8>, at_end: bool) -> ImportError {
    let name = encoding.name();
    let byte = byte.map_or("bytes".to_owned(), |b| format!("the byte 0x{b:02X}"));
    if at_end {
        let message = format!("the file ends within a character of {name}; it may be cut short");
        return ImportError::new(ImportErrorKind::Truncated, message);
    }
    let message = format!(
        "{byte} is not {name}; save the file as UTF-8, or name its encoding (windows-1252, for one)"
    );
    ImportError::new(ImportErrorKind::Encoding, message)
}

fn unread(error: &io::Error) -> ImportError {
    ImportError::new(ImportErrorKind::Read, error.to_string())
}
