//! What is written about JSON lines: the mentions of each, or why it has none.

use std::sync::Arc;

use namelight::{Date, Highlighter};

use crate::{
    annotate::OnError,
    document::{BadLine, Document, id_alone},
    failure::Failure,
    intake::{Batch, LONGEST_LINE},
    json::{JsonWriter, write_refused},
    pipeline::Output,
};

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// How lines are read, and one thread's means to write about them.
pub struct Annotator {
    pub engine: Arc<Highlighter>,
    /// The date of documents that do not say theirs.
    pub date: Option<Date>,
    pub on_error: OnError,
    pub json: JsonWriter,
}

impl Annotator {
    /// Writes a line for each line that is not blank.
    pub fn annotate(&mut self, batch: &Batch, out: &mut Output) -> Result<(), Failure> {
        for (number, line) in batch.lines() {
            let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
            if line.trim_ascii().is_empty() {
                continue;
            }
            match read(line) {
                Ok(document) => self.write(&document, out)?,
                Err(BadLine { id, reason }) => {
                    let error = format!("line {number}: {reason}");
                    match self.on_error {
                        OnError::Fail => return Err(Failure::Fault(error)),
                        OnError::Skip => write_refused(out, &id, &error)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn write(&mut self, document: &Document, out: &mut Output) -> Result<(), Failure> {
        let Document { id, text, date } = document;
        let date = date.or(self.date);
        let mentions = self.engine.annotate(text, date);
        Ok(self
            .json
            .write(out, &self.engine, id, text, &mentions, date)?)
    }
}

/// The document of a line, unless that is too long.
fn read(line: &[u8]) -> Result<Document<'_>, BadLine<'_>> {
    if line.len() > LONGEST_LINE {
        let most = LONGEST_LINE >> 20;
        return Err(BadLine {
            id: id_alone(line),
            reason: format!("the line is longer than {most} MiB"),
        });
    }
    Document::from_json(line)
}
