//! Words that are names of places and something else besides: which they are, and why.
//!
//! Read from `gazetteer/derived/weak-words.tsv`. What follows for a surface form is decided where packs are compiled.

use std::collections::HashMap;

use super::{
    error::{ErrorKind, GazetteerError, clip},
    underlay::folded,
};

/// What a word is besides a name of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WeakReason {
    /// A common English word: "reading".
    Common,
    /// A frequent surname: "Washington".
    Surname,
    /// A frequent first name: "Florence".
    FirstName,
    /// A month or a day of the week: "March".
    Calendar,
    /// A language: "Catalan".
    Language,
}

impl WeakReason {
    /// Every reason with its word in the table.
    const ALL: [(WeakReason, &'static str); 5] = [
        (WeakReason::Common, "common"),
        (WeakReason::Surname, "surname"),
        (WeakReason::FirstName, "first-name"),
        (WeakReason::Calendar, "calendar"),
        (WeakReason::Language, "language"),
    ];

    /// Its word in the table and in reports.
    pub fn name(self) -> &'static str {
        WeakReason::ALL
            .iter()
            .find(|(reason, _)| *reason == self)
            .map_or("", |(_, name)| name)
    }
}

/// The weak words, each with its reasons.
#[derive(Clone, Debug, Default)]
pub struct WeakWords {
    reasons: HashMap<String, Vec<WeakReason>>,
}

impl WeakWords {
    /// Reads the table; `name` is what errors call it.
    ///
    /// # Errors
    /// The first line that is not a word with its reasons.
    pub fn parse(name: &str, text: &str) -> Result<WeakWords, GazetteerError> {
        let rows = (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .skip(1);
        let reasons = rows
            .map(|(number, line)| row(line).map_err(|e| e.in_file(name).on_line(Some(number))))
            .collect::<Result<_, _>>()?;
        Ok(WeakWords { reasons })
    }

    /// What a surface form is besides a name; nothing for one of several words.
    pub fn reasons(&self, form: &str) -> &[WeakReason] {
        self.reasons.get(&folded(form)).map_or(&[], Vec::as_slice)
    }
}

fn row(line: &str) -> Result<(String, Vec<WeakReason>), GazetteerError> {
    let fault = |what: &str| {
        let message = format!("“{}” {what}", clip(line));
        GazetteerError::new(ErrorKind::Syntax, message)
    };
    let (word, list) = line
        .split_once('\t')
        .ok_or_else(|| fault("is not a word, a tab and its reasons"))?;
    let reasons = list
        .split('|')
        .map(|name| WeakReason::ALL.iter().find(|(_, known)| *known == name))
        .map(|found| found.map(|(reason, _)| *reason))
        .collect::<Option<_>>()
        .ok_or_else(|| fault("has a reason that is not known"))?;
    Ok((folded(word), reasons))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# source\nword\treasons\nflorence\tfirst-name\nreading\tcommon\nsandy\tcommon|first-name\n";

    #[test]
    fn a_form_is_weak_however_it_is_written() {
        let words = WeakWords::parse("weak.tsv", TABLE).unwrap();
        assert_eq!(words.reasons("Reading"), [WeakReason::Common]);
        assert_eq!(
            words.reasons("SANDY"),
            [WeakReason::Common, WeakReason::FirstName]
        );
        assert!(words.reasons("Sandy Springs").is_empty());
        assert!(words.reasons("word").is_empty());
    }

    #[test]
    fn a_fault_names_its_line() {
        let fault = |rows: &str| {
            let text = format!("word\treasons\n{rows}");
            WeakWords::parse("weak.tsv", &text).unwrap_err().to_string()
        };
        assert!(fault("reading common").starts_with("weak.tsv:2: “reading common” is not"));
        assert!(fault("mary\tfirst-name\nreading\tnoun").starts_with("weak.tsv:3: "));
    }
}
