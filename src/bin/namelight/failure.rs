//! Why a command ends early.

use std::io;

/// A fault to report, or the end of interest in the output.
pub enum Failure {
    /// Said on standard error; exit status 2.
    Fault(String),
    /// Said already; exit status 2.
    Told,
    /// Whoever read the output has closed it.
    ReaderGone,
}

impl Failure {
    /// A fault at a named place.
    pub fn at(place: &str, error: impl std::fmt::Display) -> Failure {
        Failure::Fault(format!("{place}: {error}"))
    }
}

impl From<io::Error> for Failure {
    fn from(e: io::Error) -> Self {
        match e.kind() {
            io::ErrorKind::BrokenPipe => Failure::ReaderGone,
            _ => Failure::Fault(e.to_string()),
        }
    }
}

impl From<namelight::GazetteerError> for Failure {
    fn from(e: namelight::GazetteerError) -> Self {
        Failure::Fault(e.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(e: serde_json::Error) -> Self {
        Failure::from(io::Error::from(e))
    }
}
