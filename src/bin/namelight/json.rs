//! Documents as lines of JSON, for programs.

use std::io::{self, Write};

use namelight::{Date, Highlighter, Mention};
use serde::Serialize;

use crate::{document::Id, said::Said};

/// Bytes of a line that are written at once.
const PIECE: usize = 64 << 10;

#[derive(Serialize)]
struct Refused<'a> {
    id: &'a Id<'a>,
    error: &'a str,
}

/// Writes `{"id","mentions"}` lines. A line is written in pieces where it is long, so that it need not fit into memory.
#[derive(Default)]
pub struct JsonWriter {
    said: Said,
    line: Vec<u8>,
}

impl JsonWriter {
    /// Writes the line of a document; `date` is the day that its text was annotated with.
    pub fn write(
        &mut self,
        out: &mut impl Write,
        engine: &Highlighter,
        id: &Id,
        text: &str,
        mentions: &[Mention],
        date: Option<Date>,
    ) -> io::Result<()> {
        let line = &mut self.line;
        line.extend_from_slice(b"{\"id\":");
        serde_json::to_writer(&mut *line, id)?;
        line.extend_from_slice(b",\"mentions\":[");
        for (i, mention) in mentions.iter().enumerate() {
            if i > 0 {
                line.push(b',');
            }
            self.said.write(line, engine, text, mention, date)?;
            if line.len() > PIECE {
                out.write_all(line)?;
                line.clear();
            }
        }
        line.extend_from_slice(b"]}\n");
        out.write_all(line)?;
        line.clear();
        Ok(())
    }
}

/// Writes `{"id","error"}`.
pub fn write_refused(out: &mut impl Write, id: &Id, error: &str) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Refused { id, error })?;
    out.write_all(b"\n")
}
