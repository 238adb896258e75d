//! What is written about JSON lines: the mentions of each, or why it has none.

use namelight::{Date, Highlighter};

use crate::{
    annotate::OnError,
    document::{BadLine, Document, id_alone},
    failure::Failure,
    intake::{Batch, LONGEST_LINE},
    json,
    pipeline::Output,
};

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// How lines are read.
pub struct Annotator {
    pub highlighter: Highlighter,
    /// The date of documents that do not say theirs.
    pub date: Option<Date>,
    pub on_error: OnError,
}

impl Annotator {
    /// Writes a line for each line that is not blank.
    pub fn annotate(&self, batch: &Batch, out: &mut Output) -> Result<(), Failure> {
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
                        OnError::Skip => json::write_refused(out, &id, &error)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn write(&self, document: &Document, out: &mut Output) -> Result<(), Failure> {
        let date = document.date.or(self.date);
        let (engine, text) = (&self.highlighter, &document.text);
        let mentions = engine.annotate(text, date);
        let views = mentions.iter().map(|m| engine.mention_view(text, m, date));
        json::write(out, &document.id, views)
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
