//! What can be wrong with a gazetteer or a pack, and where.

use core::fmt;

use super::at::At;

/// The sort of fault, with a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is not JSON, or a value has the wrong shape.
    Syntax,
    /// A field or word that is not part of the format.
    Unknown,
    /// An id is not lower-case words joined by hyphens.
    Id,
    /// Two entities have one id.
    DuplicateId,
    /// A name is empty, too long, without letters, or given twice.
    Name,
    /// A role has no title, or ends before it begins.
    Role,
    /// A link is not of the form that its kind has.
    Link,
    /// A reference to an entity that is not there, or a place that contains itself.
    Reference,
    /// A field that the entity's type does not have, or a number out of range.
    Field,
    /// An example that did not turn out as it says.
    Example,
    /// The bytes are not a pack.
    NotAPack,
    /// The pack is of another version of the format, mostly a newer one.
    NewerPack,
    /// The pack is damaged or cut short.
    DamagedPack,
    /// The names are more than the automaton can hold.
    TooLarge,
}

impl ErrorKind {
    /// The stable code of this kind, as JavaScript errors carry it.
    pub fn code(self) -> &'static str {
        match self {
            ErrorKind::Syntax => "syntax",
            ErrorKind::Unknown => "unknown",
            ErrorKind::Id => "id",
            ErrorKind::DuplicateId => "duplicate-id",
            ErrorKind::Name => "name",
            ErrorKind::Role => "role",
            ErrorKind::Link => "link",
            ErrorKind::Reference => "reference",
            ErrorKind::Field => "field",
            ErrorKind::Example => "example",
            ErrorKind::NotAPack => "not-a-pack",
            ErrorKind::NewerPack => "newer-pack",
            ErrorKind::DamagedPack => "damaged-pack",
            ErrorKind::TooLarge => "too-large",
        }
    }
}

/// A fault in a gazetteer or a pack, with its place as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GazetteerError {
    kind: ErrorKind,
    file: Option<String>,
    line: Option<usize>,
    entity: Option<String>,
    message: String,
    at: At,
}

impl GazetteerError {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        GazetteerError {
            kind,
            file: None,
            line: None,
            entity: None,
            message: message.into(),
            at: At::default(),
        }
    }

    pub(crate) fn in_entity(mut self, entity: &str) -> Self {
        self.entity = Some(clip(entity));
        self
    }

    /// With where in its entity it is.
    pub(crate) fn at(mut self, at: At) -> Self {
        self.at = at;
        self
    }

    #[cfg(files)]
    pub(crate) fn place(&self) -> At {
        self.at
    }

    #[cfg(files)]
    pub(crate) fn in_file(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    #[cfg(files)]
    pub(crate) fn on_line(mut self, line: Option<usize>) -> Self {
        self.line = line.or(self.line);
        self
    }

    /// The sort of fault.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The file that it is in.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The line in the file, from 1.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The id of the entity that it is in.
    pub fn entity(&self) -> Option<&str> {
        self.entity.as_deref()
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            f.write_str(file)?;
            if let Some(line) = self.line {
                write!(f, ":{line}")?;
            }
            f.write_str(": ")?;
        } else if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if let Some(entity) = &self.entity {
            write!(f, "entity “{entity}”: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for GazetteerError {}

/// A piece of somebody's data, short enough for a message.
pub(crate) fn clip(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}
