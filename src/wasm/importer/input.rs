//! A file as the importer reads it: a `Blob` piece by piece, so that its size costs no memory, or bytes.

use std::io::{self, Read};

use js_sys::{Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, FileReaderSync};

use super::super::error::thrown;

/// Bytes that are read at a time.
const PIECE: f64 = 1_048_576.0;

/// What is left of a file.
pub(super) struct Input {
    source: Source,
    length: f64,
    /// Bytes of the file that were read.
    at: f64,
    piece: Vec<u8>,
    /// Bytes of the piece that were handed on.
    given: usize,
    on_progress: Option<Function>,
}

enum Source {
    Blob(Blob, FileReaderSync),
    Bytes(Uint8Array),
}

impl Input {
    /// The file of a `Blob` or `Uint8Array`.
    pub fn of(source: JsValue, on_progress: Option<Function>) -> Result<Input, JsValue> {
        let source =
            match source.dyn_into::<Blob>() {
                Ok(blob) => {
                    let reader = FileReaderSync::new().map_err(|_| {
                        thrown(
                            "read",
                            "files are read in workers only; start the importer in one",
                        )
                    })?;
                    Source::Blob(blob, reader)
                }
                Err(other) => Source::Bytes(other.dyn_into().map_err(|_| {
                    thrown("read", "a file is needed here, as a Blob or Uint8Array")
                })?),
            };
        let length = match &source {
            Source::Blob(blob, _) => blob.size(),
            Source::Bytes(bytes) => f64::from(bytes.length()),
        };
        Ok(Input {
            source,
            length,
            at: 0.0,
            piece: Vec::new(),
            given: 0,
            on_progress,
        })
    }

    fn next_piece(&mut self) -> Result<(), JsValue> {
        let end = (self.at + PIECE).min(self.length);
        self.piece = match &self.source {
            Source::Blob(blob, reader) => {
                let part = blob.slice_with_f64_and_f64(self.at, end)?;
                Uint8Array::new(&reader.read_as_array_buffer(&part)?.into()).to_vec()
            }
            Source::Bytes(bytes) => bytes.subarray(self.at as u32, end as u32).to_vec(),
        };
        self.given = 0;
        self.at = end;
        if let Some(report) = &self.on_progress {
            report.call2(&JsValue::NULL, &end.into(), &self.length.into())?;
        }
        Ok(())
    }
}

impl Read for Input {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.given == self.piece.len() && self.at < self.length {
            self.next_piece().map_err(|e| {
                let said = js_sys::Reflect::get(&e, &"message".into()).ok();
                let said = said.and_then(|m| m.as_string()).unwrap_or_default();
                io::Error::other(said)
            })?;
        }
        let count = (&self.piece[self.given..]).read(into)?;
        self.given += count;
        Ok(count)
    }
}
