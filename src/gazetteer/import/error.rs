//! Why the rest of a file cannot be read. What is wrong with one row is a finding of the report, not an error.

use core::fmt;

/// The sort of fault, with a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImportErrorKind {
    /// Bytes that are not text in the encoding.
    Encoding,
    /// The file ends in the middle of something.
    Truncated,
    /// A row is longer than [`super::LONGEST_ROW`].
    TooLong,
    /// The file is not of the format.
    Format,
    /// A column that is asked for is not there.
    Column,
    /// The file cannot be read.
    Read,
}

impl ImportErrorKind {
    /// The stable code of this kind.
    pub fn code(self) -> &'static str {
        match self {
            ImportErrorKind::Encoding => "encoding",
            ImportErrorKind::Truncated => "truncated",
            ImportErrorKind::TooLong => "too-long",
            ImportErrorKind::Format => "format",
            ImportErrorKind::Column => "column",
            ImportErrorKind::Read => "read",
        }
    }
}

/// Why the rest of a file cannot be read, and where. What was taken before is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    kind: ImportErrorKind,
    file: String,
    line: Option<u64>,
    column: Option<u64>,
    message: String,
}

impl ImportError {
    pub(super) fn new(kind: ImportErrorKind, message: impl Into<String>) -> ImportError {
        ImportError {
            kind,
            file: String::new(),
            line: None,
            column: None,
            message: message.into(),
        }
    }

    pub(super) fn on_line(mut self, line: u64) -> ImportError {
        self.line = Some(line);
        self
    }

    pub(super) fn in_column(mut self, column: u64) -> ImportError {
        self.column = Some(column);
        self
    }

    pub(super) fn in_file(mut self, file: &str) -> ImportError {
        file.clone_into(&mut self.file);
        self
    }

    /// The sort of fault.
    pub fn kind(&self) -> ImportErrorKind {
        self.kind
    }

    /// The line, from 1.
    pub fn line(&self) -> Option<u64> {
        self.line
    }

    /// The character in the line, from 1.
    pub fn column(&self) -> Option<u64> {
        self.column
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ":{column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for ImportError {}
