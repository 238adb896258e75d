//! What became of the rows: counts, and findings with lines. Findings go to whoever asked for them as they come, so
//! that they take no memory; rows side by side with the same fate are told together.

use std::rc::Rc;

use serde::Serialize;

use super::clip;

/// What a finding says of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Nothing of the row was taken.
    Skipped,
    /// The row was added to an entity that was there.
    Merged,
    /// Something of the row was left out or read in a way that may surprise.
    Warning,
}

/// What became of a row, or of rows side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What became of them.
    pub what: Fate,
    /// The name of the file.
    pub file: String,
    /// The first line, from 1.
    pub line: u64,
    /// The line of the last of them.
    #[serde(rename = "lastLine")]
    pub last_line: u64,
    /// How many rows.
    pub rows: u64,
    /// Why.
    pub reason: String,
}

/// How many rows there were, and what became of them: `read` is `taken` and `skipped` together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Rows read; headers, comments and blank lines are none.
    pub read: u64,
    /// Rows of which an entity has something.
    pub taken: u64,
    /// Rows of which nothing was taken.
    pub skipped: u64,
    /// Rows taken that were added to an entity that was there.
    pub merged: u64,
    /// Warnings, of which a row may have several.
    pub warnings: u64,
}

/// Reasons that are kept to be told once, at the end of a file.
const MOST_GATHERED: usize = 200;

/// Where findings go.
pub(super) struct Reporter<'s> {
    sink: Box<dyn FnMut(&Finding) + 's>,
    pub counts: Counts,
    pub file: Rc<str>,
    /// The last finding, which further rows may join.
    last: Option<Finding>,
    /// What is told once for a file, however many rows it is true of.
    gathered: Vec<Finding>,
}

impl<'s> Reporter<'s> {
    pub fn new(sink: impl FnMut(&Finding) + 's) -> Reporter<'s> {
        Reporter {
            sink: Box::new(sink),
            counts: Counts::default(),
            file: Rc::from(""),
            last: None,
            gathered: Vec::new(),
        }
    }

    /// A row was read, of which it is told later what became of it.
    pub fn read(&mut self) {
        self.counts.read += 1;
    }

    /// So many rows were taken.
    pub fn taken(&mut self, rows: u64) {
        self.counts.taken += rows;
    }

    /// A row of the file being read was left out.
    pub fn skipped(&mut self, line: u64, reason: impl Into<String>) {
        let file = self.file.clone();
        self.skipped_of(&file, line, 1, reason);
    }

    /// So many rows that began on a line of a file were left out.
    pub fn skipped_of(&mut self, file: &Rc<str>, line: u64, rows: u64, reason: impl Into<String>) {
        self.counts.skipped += rows;
        self.tell(Fate::Skipped, file, line, rows, reason.into());
    }

    /// A row was added to an entity that was there.
    pub fn merged(&mut self, line: u64, reason: impl Into<String>) {
        self.counts.merged += 1;
        let file = self.file.clone();
        self.tell(Fate::Merged, &file, line, 1, reason.into());
    }

    /// A row was taken otherwise than its writer may think.
    pub fn warning(&mut self, line: u64, reason: impl Into<String>) {
        let file = self.file.clone();
        self.warning_of(&file, line, reason);
    }

    /// The same, for a row of any file.
    pub fn warning_of(&mut self, file: &Rc<str>, line: u64, reason: impl Into<String>) {
        self.counts.warnings += 1;
        self.tell(Fate::Warning, file, line, 1, reason.into());
    }

    /// What is true of many rows of a file, and told of all of them at its end.
    pub fn gathered(&mut self, what: Fate, line: u64, reason: String) {
        match what {
            Fate::Merged => self.counts.merged += 1,
            Fate::Warning => self.counts.warnings += 1,
            Fate::Skipped => self.counts.skipped += 1,
        }
        let full = self.gathered.len() >= MOST_GATHERED;
        let mut known = self.gathered.iter_mut();
        match known.find(|f| f.what == what && f.reason == reason) {
            Some(finding) => {
                finding.last_line = line;
                finding.rows += 1;
            }
            // Names that a file makes up are told as they come.
            None if full => {
                let file = self.file.clone();
                self.tell(what, &file, line, 1, reason);
            }
            None => self.gathered.push(Finding {
                what,
                file: self.file.to_string(),
                line,
                last_line: line,
                rows: 1,
                reason,
            }),
        }
    }

    /// The fields of a row that nothing was made of.
    pub fn unread<'f>(&mut self, line: u64, fields: impl Iterator<Item = &'f str>) {
        for field in fields {
            let reason = format!("the field “{}” is not read", clip(field));
            self.gathered(Fate::Warning, line, reason);
        }
    }

    fn tell(&mut self, what: Fate, file: &Rc<str>, line: u64, rows: u64, reason: String) {
        if let Some(last) = &mut self.last {
            // Rows may have several lines, and files blank ones: what counts is that nothing else was told between.
            if last.what == what && *last.file == **file && last.reason == reason {
                last.last_line = line.max(last.last_line);
                last.rows += rows;
                return;
            }
        }
        self.flush();
        self.last = Some(Finding {
            what,
            file: file.to_string(),
            line,
            last_line: line,
            rows,
            reason,
        });
    }

    /// Tells what has not been told yet.
    pub fn flush(&mut self) {
        if let Some(finding) = self.last.take() {
            (self.sink)(&finding);
        }
    }

    /// A file is at its end.
    pub fn end_file(&mut self) {
        self.flush();
        for finding in core::mem::take(&mut self.gathered) {
            (self.sink)(&finding);
        }
    }
}
